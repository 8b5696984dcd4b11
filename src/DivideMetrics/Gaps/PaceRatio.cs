using DivideMetrics.Indicators;
using DivideMetrics.Panels;
using DivideMetrics.Statistics;

namespace DivideMetrics.Gaps;

/// <summary>The observed pace over the required one.</summary>
public static class PaceRatio
{
    /// <summary>Class of a pace that leads to the goal in time.</summary>
    public const string Enough = "enough";

    /// <summary>Class of a pace that leads to the goal, too late.</summary>
    public const string TooSlow = "too-slow";

    /// <summary>Class of a standstill, or of a pace away from the goal.</summary>
    public const string NoAdvance = "no-advance";

    internal static Measure Measure { get; } = new("pace-ratio", MeasureScope.Economy, MeasureNeeds.Direction | MeasureNeeds.Goal, Compute)
    {
        Reads = MeasureReads.Point | MeasureReads.Series,
        Documented = [new(typeof(PaceRatio), nameof(PaceRatio.Of))],
        Title = "Observed over required pace",
        Unit = "ratio",
        Formula = "observed pace / required pace, both as the measures of these names have them; enough from 1, too slow above 0, no advance from 0 down",
        Reference = "Ratio of two linear rates",
        Range = "any; 1: the goal is just reached in its year",
        HigherIsWider = false,
        Categories = [GapToGoal.Met, Enough, TooSlow, NoAdvance],
    };

    /// <summary>observed / required. Without unit; 1: the goal is just reached in its year.</summary>
    /// <param name="observed">Finite pace towards the better.</param>
    /// <param name="required">Finite pace that is needed, at least 0.</param>
    /// <returns>With its class; not assessable when no pace is required.</returns>
    /// <exception cref="ArgumentException">A value that is not finite, a required pace below 0.</exception>
    public static Assessed Of(double observed, double required)
    {
        Require.Finite([observed, required], nameof(observed));
        ArgumentOutOfRangeException.ThrowIfNegative(required);
        return required == 0
            ? Assessed.Not("no pace is required: the goal is reached")
            : Assessed.Of(observed / required) with { Category = observed >= required ? Enough : observed > 0 ? TooSlow : NoAdvance };
    }

    private static IEnumerable<Gap> Compute(GapContext context) => context.Tracked()
        .Select(row => context.Gap(Measure.Id, row.Subject, row.Series.Years[^1], Of(row.Series, context.Indicator, context.Sign)));

    private static Assessed Of(YearSeries series, Indicator indicator, int sign)
    {
        var required = RequiredPace.Of(series.Years[^1], series.Values[^1], indicator.Goal!, indicator.Direction);
        var met = required.Category == GapToGoal.Met;
        if (required.Value is not { } needed)
        {
            return required with { Category = met ? GapToGoal.Met : null };
        }

        var observed = ObservedPace.Of(series, sign);
        var ratio = observed.Value is { } pace ? Of(pace, needed).Remarked(observed.Reason) : observed;
        return met ? ratio with { Category = GapToGoal.Met } : ratio;
    }
}
