using DivideMetrics.Gaps;

namespace DivideMetrics.Progress;

/// <summary>Progress status of each economy and of the provider's world row.</summary>
internal static class ProgressMeasure
{
    internal static Measure Measure { get; } = new("progress-unsd-2023", MeasureScope.Economy, MeasureNeeds.Direction, Compute)
    {
        Title = "Progress since 2015",
        Reads = MeasureReads.Point | MeasureReads.Series,
        Unit = "ratio",
        Formula = "CAGR = (v_t/v_b)^(1/(t−b)) − 1; v̂ = v_t (1 + CAGR)^(T−t); ρ = (v̂ − v_b)/(v_T − v_b); "
            + "on track from 0.95, fair from 0.10, else stagnation; base 2015 or the nearest year; met when the latest value reaches the goal's "
            + "threshold or is within one point of 0/100; without a goal by CAGR: on track from 2 %, fair from 0.5 %",
        Reference = "UNSD, SDG Progress Chart Technical Note 2023, as stated by EUSTAT",
        Range = "any; 1: the target is just reached in the target year",
        HigherIsWider = false,
        Categories = ProgressStatus.All,
    };

    private static IEnumerable<Gap> Compute(GapContext context)
    {
        var target = ProgressTarget.Of(context.Indicator);
        return context.Tracked().Select(row => context.Gap(
            Measure.Id, row.Subject, row.Series.Years[^1], UnsdProgress2023.Assess(row.Series.Years, row.Series.Values, target)));
    }
}
