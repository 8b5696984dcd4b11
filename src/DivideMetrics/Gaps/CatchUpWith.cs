using DivideMetrics.Panels;
using DivideMetrics.Statistics;

namespace DivideMetrics.Gaps;

/// <summary>The year in which an economy catches up with the frontier or with the world.</summary>
internal static class CatchUpWith
{
    internal static IReadOnlyList<Measure> Measures { get; } =
    [
        Of("frontier", "the frontier", context => context.FrontierBenchmark, "frontier and its years as for time-distance-frontier"),
        Of("world", "the world", context => context.WorldBenchmark, "world as for time-distance-world"),
    ];

    private static Measure Of(string id, string name, Func<GapContext, Benchmark> benchmark, string which)
    {
        var measure = $"catch-up-{id}";
        return new(measure, MeasureScope.Economy, MeasureNeeds.Direction, context => Compute(context, measure, benchmark(context)))
        {
            Reads = MeasureReads.Point | MeasureReads.Series,
            Documented = [new(typeof(CatchUp), nameof(CatchUp.Of)), new(typeof(Pace), nameof(Pace.Of))],
            Title = $"Year of catching up with {name}",
            Unit = "calendar year",
            Formula = $"t + (x_j − x)/(r − r_j) when behind and r is better than r_j; r the economy's pace, r_j the benchmark's over the same years; {Pace.Formula} "
                + $"and not after the benchmark's end; the benchmark linear between its points; {which}",
            Reference = "Catch-up time at constant rates",
            Range = "calendar years as fractions, to 2100",
            HigherIsWider = true,
            Categories = [CatchUp.CaughtUp, CatchUp.CatchesUp, CatchUp.TooLate, CatchUp.Never],
        };
    }

    private static IEnumerable<Gap> Compute(GapContext context, string measure, Benchmark benchmark)
    {
        var remark = $"benchmark: {benchmark.Name}";
        return from row in context.Tracked()
               where row.Subject != GapContext.World || benchmark != context.WorldBenchmark
               let series = benchmark.Years.Length == 0 ? row.Series : row.Series.Until(benchmark.Years[^1])
               let year = (series.Count == 0 ? row.Series : series).Years[^1]
               select context.Gap(measure, row.Subject, year, Of(context, series, benchmark).Remarked(remark));
    }

    private static Assessed Of(GapContext context, YearSeries series, Benchmark benchmark)
    {
        if (series.Count == 0 || benchmark.At(series.Years[^1]) is not { } level)
        {
            return Assessed.Not("no year in which both the economy and the benchmark have a value");
        }

        if (Pace.Of(series, out var reason) is not { } pace)
        {
            return Assessed.Not(reason!);
        }

        if (benchmark.At(pace.From) is not { } before)
        {
            return Assessed.Not(FormattableString.Invariant($"the benchmark has no comparable value of {pace.From}"));
        }

        var benchmarkPace = (level - before) / (pace.To - pace.From);
        var found = CatchUp.Of(
            pace.To, new(series.Values[^1], pace.PerYear), new(level, benchmarkPace), context.Indicator.Direction);
        return WithinBounds(context, found, series.Values[^1], pace).Remarked(pace.Basis).Remarked(series.Remark);
    }

    /// <summary>Two straight lines may meet where the indicator cannot be.</summary>
    private static Assessed WithinBounds(GapContext context, Assessed found, double value, Pace pace)
    {
        if (found.Value is not { } year)
        {
            return found;
        }

        var level = value + (pace.PerYear * (year - pace.To));
        return level > context.Indicator.Max || level < context.Indicator.Min
            ? Assessed.Not(FormattableString.Invariant($"the two paces would meet at {level:0.0}, where no value can be"))
            : found;
    }
}
