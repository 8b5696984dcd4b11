using DivideMetrics.Panels;
using DivideMetrics.Statistics;

namespace DivideMetrics.Gaps;

/// <summary>Sicherl's S-time-step: how long the last step took.</summary>
public static class TimeStep
{
    private const int StepsInRange = 10;

    internal static Measure Measure { get; } = new("time-step", MeasureScope.Economy, MeasureNeeds.Direction | MeasureNeeds.Bounds, Compute)
    {
        Reads = MeasureReads.Point | MeasureReads.Series,
        Documented = [new(typeof(TimeStep), nameof(TimeStep.Of))],
        Title = "Years for the last tenth of the range",
        Unit = "years",
        Formula = "t(x) − t(x − Δ): first years in which the economy stood at its latest value x and one step before it, linear between points; "
            + "Δ = (max − min)/10, 10 points of a percentage; downward where lower is better",
        Reference = "P. Sicherl, S-time-step (gaptimer.eu, sicenter.si); the size of the step is a choice of this product",
        Range = "above 0",
        HigherIsWider = true,
        Categories = [TimeDistance.BeyondSeries],
    };

    /// <summary>t(x) − t(x − Δ), t the first upward crossing, x the latest value. Unit: years.</summary>
    /// <param name="years">Years, rising.</param>
    /// <param name="values">One finite value for each of them. Where lower is better, negate them.</param>
    /// <param name="step">Δ, above 0.</param>
    /// <returns>
    /// Not assessable without values, without a step forward, and (class <see cref="TimeDistance.BeyondSeries"/>, <see cref="Assessed.Lower"/> the least duration) when
    /// the series starts less than one step before x.
    /// </returns>
    /// <exception cref="ArgumentException">Spans of different length, years not rising, a value that is not finite, a step that is not above 0.</exception>
    public static Assessed Of(ReadOnlySpan<int> years, ReadOnlySpan<double> values, double step)
    {
        Require.Series(years, values);
        Require.Finite(step, nameof(step));
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(step);
        if (years.IsEmpty)
        {
            return Assessed.Not("no value");
        }

        if (values[^1] <= values[0])
        {
            return Assessed.Not(FormattableString.Invariant($"no step forward: the latest value is no better than that of {years[0]}"));
        }

        var reached = TimeDistance.FirstCrossing(years, values, values[^1])!.Value;
        return values[0] > values[^1] - step
            ? Assessed.Not(FormattableString.Invariant($"the series starts in {years[0]} less than one step before its latest value"))
                with { Category = TimeDistance.BeyondSeries, Lower = reached - years[0] }
            : Assessed.Of(reached - TimeDistance.FirstCrossing(years, values, values[^1] - step)!.Value);
    }

    private static IEnumerable<Gap> Compute(GapContext context)
    {
        var step = (context.Indicator.Max!.Value - context.Indicator.Min!.Value) / StepsInRange;
        return context.Tracked().Select(row => context.Gap(Measure.Id, row.Subject, row.Series.Years[^1], Of(row.Series, context.Sign, step)));
    }

    private static Assessed Of(YearSeries series, int sign, double step) => step > 0
        ? Of(series.Years, Array.ConvertAll(series.Values, value => sign * value), step).Remarked(series.Remark)
        : Assessed.Not("no step: the bounds leave no range");
}
