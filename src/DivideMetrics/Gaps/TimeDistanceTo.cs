using DivideMetrics.Progress;
using DivideMetrics.Statistics;

namespace DivideMetrics.Gaps;

/// <summary>How many years an economy is behind a benchmark: the frontier, the world, the straight path to the goal.</summary>
internal static class TimeDistanceTo
{
    private const string Sicherl = "P. Sicherl, S-time-distance (gaptimer.eu, sicenter.si)";

    /// <summary>The year from which the path to the goal leads.</summary>
    internal const int PathFrom = UnsdProgress2023.BaseYear;

    internal static IReadOnlyList<Measure> Measures { get; } =
    [
        new("time-distance-frontier", MeasureScope.Economy, MeasureNeeds.Direction, context => Compute(context, "time-distance-frontier", context.FrontierBenchmark))
        {
            Documented = [new(typeof(TimeDistance), nameof(TimeDistance.Of)), new(typeof(Benchmark), nameof(Benchmark.OfFrontier))],
            Title = "Years behind the frontier",
            Unit = "years",
            Formula = "year − year in which the frontier first stood at the economy's level, linear between the frontier's points; frontier of each year with "
                + "at least half as many economies as the fullest, since the last year in which half of the leaders start anew",
            Reference = Sicherl,
            Range = "any; above 0 behind the frontier, below 0 ahead of it",
            HigherIsWider = true,
            Categories = [TimeDistance.Ahead, TimeDistance.BeyondSeries],
        },
        new("time-distance-world", MeasureScope.Economy, MeasureNeeds.Direction, context => Compute(context, "time-distance-world", context.WorldBenchmark))
        {
            Reads = MeasureReads.Point | MeasureReads.Series | MeasureReads.World,
            Documented = [new(typeof(TimeDistance), nameof(TimeDistance.Of)), new(typeof(Benchmark), nameof(Benchmark.OfWorld))],
            Title = "Years behind the world",
            Unit = "years",
            Formula = "year − year in which the world first stood at the economy's level, linear between the world's points; "
                + "world = the provider's own world series since its last break, else the published population-weighted mean",
            Reference = Sicherl,
            Range = "any; above 0 behind the world, below 0 ahead of it",
            HigherIsWider = true,
            Categories = [TimeDistance.Ahead, TimeDistance.BeyondSeries],
        },
        new("time-distance-goal", MeasureScope.Economy, MeasureNeeds.Direction | MeasureNeeds.Goal, context => Compute(context, "time-distance-goal", PathToGoal(context)))
        {
            Reads = MeasureReads.Point | MeasureReads.Series | MeasureReads.World,
            Documented = [new(typeof(TimeDistance), nameof(TimeDistance.Of)), new(typeof(Benchmark), nameof(Benchmark.OfWorld))],
            Title = "Years behind the path to the goal",
            Unit = "years",
            Formula = FormattableString.Invariant(
                $"year − year in which the path stands at the economy's level; path = straight line from the world's value in {PathFrom} to the goal in its ")
                + FormattableString.Invariant($"year; years from {PathFrom} on; world as for time-distance-world"),
            Reference = Sicherl + "; the straight path is a choice of this product",
            Range = "any; above 0 behind the path, below 0 ahead of it",
            HigherIsWider = true,
            Categories = [TimeDistance.Ahead, TimeDistance.BeyondSeries],
        },
    ];

    private static Benchmark PathToGoal(GapContext context)
    {
        var (world, goal) = (context.WorldBenchmark, context.Indicator.Goal!);
        if (world.At(PathFrom) is not { } start)
        {
            return NoPath(FormattableString.Invariant($"the world has no comparable value of {PathFrom} ({world.Name})"));
        }

        if (goal.Year <= PathFrom || context.Sign * (goal.Value - start) <= 0)
        {
            return NoPath(FormattableString.Invariant($"it would lead from {start} in {PathFrom} to {goal.Value} in {goal.Year}, not ahead"));
        }

        return new([PathFrom, goal.Year], [start, goal.Value], FormattableString.Invariant(
            $"the straight path from {world.Name} in {PathFrom} to the goal in {goal.Year}")) { From = PathFrom };
    }

    private static Benchmark NoPath(string reason) => new([], [], $"no path, {reason}") { From = PathFrom };

    private static IEnumerable<Gap> Compute(GapContext context, string id, Benchmark benchmark)
    {
        var values = benchmark.Values.Select(value => context.Sign * value).ToArray();
        var remark = $"benchmark: {benchmark.Name}";
        return context.Totals().Where(row => row.Year >= benchmark.From).Select(row => context.Gap(
            id, row.Area, row.Year, TimeDistance.Of(benchmark.Years, values, context.Sign * row.Value, row.Year).Remarked(remark)));
    }
}
