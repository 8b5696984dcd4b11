using DivideMetrics.Statistics;

namespace DivideMetrics.Gaps;

/// <summary>How many years an economy is behind the world.</summary>
internal static class TimeDistanceToWorld
{
    internal static Measure Measure { get; } = new("time-distance-world", MeasureScope.Economy, MeasureNeeds.Direction, Compute)
    {
        Title = "Years behind the world",
        Reads = MeasureReads.Point | MeasureReads.Series | MeasureReads.World,
        Unit = "years",
        Formula = "year − year in which the world first stood at the economy's level, linear between the world's points; "
            + "world = the provider's own world series, else the published population-weighted mean",
        Reference = "P. Sicherl, S-time-distance (gaptimer.eu, sicenter.si)",
        Range = "any; above 0 behind the world, below 0 ahead of it",
        HigherIsWider = true,
        Categories = [TimeDistance.Ahead, TimeDistance.BeyondSeries],
    };

    private static IEnumerable<Gap> Compute(GapContext context)
    {
        var benchmark = context.WorldBenchmark;
        var values = benchmark.Values.Select(value => context.Sign * value).ToArray();
        return context.Totals().Select(row =>
        {
            var found = TimeDistance.Of(benchmark.Years, values, context.Sign * row.Value, row.Year);
            return context.Gap(Measure.Id, row.Area, row.Year, Named(found, benchmark.Name));
        });
    }

    private static Assessed Named(Assessed found, string benchmark) =>
        found with { Reason = found.Reason is { } reason ? $"{reason}; benchmark: {benchmark}" : $"benchmark: {benchmark}" };
}
