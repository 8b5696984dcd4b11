using DivideMetrics.Statistics;

namespace DivideMetrics.Progress;

/// <summary>The two indices of the United Nations regional commissions: where an economy stands, and what will be left in the target year.</summary>
public static class EscapProgress
{
    /// <summary>At most a tenth of the way will be left.</summary>
    public const string Maintain = "maintain";

    /// <summary>More will be left.</summary>
    public const string Accelerate = "accelerate";

    /// <summary>More will be left than there was at the base.</summary>
    public const string Reverse = "reverse";

    private const int TrendFrom = 2000;
    private const double MaintainTo = 10;
    private const double AccelerateTo = 100;
    private const double FullWay = 10;

    /// <summary>Classes of the anticipated progress, best first.</summary>
    public static IReadOnlyList<string> Categories { get; } = [ProgressStatus.Met, Maintain, Accelerate, Reverse, ProgressStatus.NotAssessable];

    /// <summary>
    /// Current Status Index: 10 d (v_t − v_b)/|v_T − v_b|, d = 1 where higher is better and −1 where lower is. Source: ESCAP; base 2015 as in the
    /// current editions.
    /// </summary>
    /// <param name="years">Years of the series, rising.</param>
    /// <param name="values">One finite value for each year, in the indicator's unit.</param>
    /// <param name="target">Direction, target, threshold of "met" and target year.</param>
    /// <returns>
    /// Value without unit: 10 at the target, 0 at the base, below 0 when fallen behind it. Category <c>met</c> or <c>not-assessable</c> only. Not
    /// assessable as <see cref="LinearProgress"/>.
    /// </returns>
    /// <exception cref="ArgumentException">Spans of different length, years not rising, a value that is not finite, no direction.</exception>
    public static Assessed CurrentStatus(ReadOnlySpan<int> years, ReadOnlySpan<double> values, ProgressTarget target) =>
        ProgressFrame.Assess(years, values, target, Status);

    /// <summary>
    /// Anticipated progress: P = 100 max(0, d (v_T − v̂_T))/|v_T − v_b|, v̂_T the straight line by plain least squares through all points since 2000 (the
    /// commissions give recent points more weight by a formula that was not found: an assumption). To 10 maintain, to 100 accelerate, above
    /// reverse (cut-offs from memory). Arriving beyond the target leaves 0.
    /// </summary>
    /// <inheritdoc cref="CurrentStatus" path="/param"/>
    /// <inheritdoc cref="CurrentStatus" path="/exception"/>
    /// <returns>Value: % of the way from the base that will be left. Category: one of <see cref="Categories"/>.</returns>
    public static Assessed Anticipated(ReadOnlySpan<int> years, ReadOnlySpan<double> values, ProgressTarget target)
    {
        ProgressFrame.Check(years, values, target);
        var first = years.IndexOfAnyInRange(TrendFrom, int.MaxValue);
        var expected = first < 0 ? null : LineAt(years[first..], values[first..], target.Year);
        return ProgressFrame.Assess(years, values, target, (stretch, aim) => Left(stretch, expected, aim));
    }

    private static Assessed Status(ProgressStretch stretch, ProgressTarget target) =>
        target.Obstacle(stretch) is { } obstacle
            ? ProgressFrame.NotAssessable(obstacle)
            : Assessed.Of(FullWay * target.Sign * (stretch.Latest - stretch.Base) / Math.Abs(target.Value!.Value - stretch.Base), Stretch(stretch, target));

    private static Assessed Left(ProgressStretch stretch, double? expected, ProgressTarget target)
    {
        if (target.Obstacle(stretch) is { } obstacle)
        {
            return ProgressFrame.NotAssessable(obstacle);
        }

        if (expected is not { } arrival)
        {
            return ProgressFrame.NotAssessable(FormattableString.Invariant($"fewer than two points since {TrendFrom}"));
        }

        var goal = target.Value!.Value;
        var left = 100 * Math.Max(0, target.Sign * (goal - arrival)) / Math.Abs(goal - stretch.Base);
        var remark = FormattableString.Invariant($"assumption; straight line since {TrendFrom} at {arrival:0.##} in {target.Year}; {Stretch(stretch, target)}");
        return ProgressFrame.Classed(left, remark, share => share <= MaintainTo ? Maintain : share <= AccelerateTo ? Accelerate : Reverse);
    }

    private static double? LineAt(ReadOnlySpan<int> years, ReadOnlySpan<double> values, int year)
    {
        if (years.Length == 2)
        {
            return values[0] + ((values[1] - values[0]) * (year - years[0]) / (years[1] - years[0]));
        }

        var x = new double[years.Length];
        for (var i = 0; i < x.Length; i++)
        {
            x[i] = years[i];
        }

        return LeastSquares.Fit(x, values)?.At(year);
    }

    private static string Stretch(ProgressStretch stretch, ProgressTarget target) =>
        FormattableString.Invariant($"base {stretch.BaseYear}, latest {stretch.LatestYear}; {target.Words}");
}
