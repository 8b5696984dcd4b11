using DivideMetrics.Documentation;
using DivideMetrics.Gaps;
using DivideMetrics.Projections;
using DivideMetrics.Statistics;

namespace DivideMetrics.Progress;

/// <summary>A rule of progress on a series: years rising, one finite value for each, and the target.</summary>
internal delegate Assessed ProgressRule(ReadOnlySpan<int> years, ReadOnlySpan<double> values, ProgressTarget target);

/// <summary>Progress of each economy and of the provider's world row by each rule; see <see cref="ProgressSummary"/> for which of them count.</summary>
internal static class ProgressMeasures
{
    private const string Base = "base 2015 or the nearest year, the earlier of two; met when the latest value reaches the goal's threshold";
    private const string OpenSdg = "Open SDG progress calculation and sdg-build, after Eurostat and Statistics Canada";

    internal static Measure Unsd { get; } = Define("progress-unsd-2023", MeasureNeeds.Direction, UnsdProgress2023.Assess) with
    {
        Title = "Progress since 2015 (UNSD 2023)",
        Formula = "CAGR = (v_t/v_b)^(1/(t−b)) − 1; v̂ = v_t (1 + CAGR)^(T−t); ρ = (v̂ − v_b)/(v_T − v_b); on track from 0.95, fair from 0.10, else stagnation; "
            + Base + " or is within one point of 0/100; without a goal by CAGR: on track from 2 %, fair from 0.5 %",
        Reference = "UNSD, SDG Progress Chart Technical Note 2023, as stated by EUSTAT",
        Range = "any; 1: the target is just reached in the target year",
        Categories = ProgressStatus.OfUnsd,
    };

    internal static Measure OpenSdgRatio { get; } = Define("progress-open-sdg", MeasureNeeds.Direction, OpenSdgProgress.Assess) with
    {
        Title = "Progress since 2015 (Open SDG)",
        Formula = "R = d CAGR/|CAGR needed|, CAGR needed = (v_T/v_b)^(1/(T−b)) − 1; on track from 0.95, acceleration from 0.60, limited from 0, else "
            + "deterioration; " + Base + "; without a goal by CAGR: from 1.5 %, 0.5 % (both times C near a natural limit), 0; C = 1 − (v_b/limit)^4.44",
        Reference = OpenSdg,
        Range = "any; 1: just fast enough",
        Categories = ProgressStatus.OfPace,
    };

    internal static Measure OpenSdgScore { get; } = Define("progress-open-sdg-score", MeasureNeeds.Direction, OpenSdgProgress.Score) with
    {
        Title = "Progress score (Open SDG)",
        Unit = "score",
        Formula = "from R = 0.6 on min(7.1429 R − 4.2857, 5), else max(4.1667 R − 2.5, −5); without a goal by growth g: max(125 g − 2.5, −5) below 0, "
            + "500 g/C − 2.5 to 0.5 %, 250 g/C − 1.25 to 1.5 %, min(500 g/C − 5, 5) above; met is 5",
        Reference = OpenSdg,
        Range = "−5 to 5; on track from 2.5, acceleration from 0, limited from −2.5",
        Categories = ProgressStatus.OfPace,
    };

    internal static Measure Linear { get; } = Define("progress-linear", MeasureNeeds.Direction | MeasureNeeds.Goal, LinearProgress.Assess) with
    {
        Title = "Progress since 2015 (linear)",
        Formula = "[(v_t − v_b)/(t − b)]/[(v_T − v_b)/(T − b)]; on track from 0.95, acceleration from 0.60, limited from 0, else deterioration; " + Base,
        Reference = "Ratio of the observed to the required pace; that Open SDG's cut-offs hold for it is an assumption",
        Range = "any; 1: just fast enough",
        Categories = ProgressStatus.OfPace,
    };

    internal static Measure Projection { get; } = new("progress-projection", MeasureScope.Economy, MeasureNeeds.Direction | MeasureNeeds.Goal, Projected)
    {
        Reads = MeasureReads.Point | MeasureReads.Series,
        Documented = [new(typeof(ProjectionProgress)), new(typeof(ProjectionProgress), nameof(ProjectionProgress.Assess))],
        Title = "Progress by the bounded projection",
        Unit = "indicator's unit",
        Formula = "central value of the projection in the target year, with its 80 % interval; on track when it reaches the goal's threshold of \"met\"",
        Reference = Projection2030.Sources,
        Range = "inside the bounds of the indicator",
        Categories = ProgressStatus.OfProjection,
    };

    internal static Measure CurrentStatus { get; } = Define(
        "progress-current-status", MeasureNeeds.Direction | MeasureNeeds.Goal, EscapProgress.CurrentStatus) with
    {
        Title = "Current status index",
        Unit = "score",
        Formula = "10 d (v_t − v_b)/|v_T − v_b|; " + Base,
        Reference = "ESCAP, SDG progress methodology",
        Range = "any; 10 at the target, 0 at the base",
        Categories = [ProgressStatus.Met, ProgressStatus.NotAssessable],
    };

    internal static Measure Anticipated { get; } = Define(
        "progress-anticipated", MeasureNeeds.Direction | MeasureNeeds.Goal, EscapProgress.Anticipated) with
    {
        Title = "Anticipated progress index (assumption)",
        Unit = "% of the way",
        Formula = "P = 100 max(0, d (v_T − v̂_T))/|v_T − v_b|, v̂_T by a straight line through all points since 2000; to 10 maintain, to 100 accelerate, above reverse",
        Reference = "ESCAP and UNECE; plain least squares in place of their weights, and the cut-offs, are assumptions",
        Range = "0 and above; what will be left of the way from the base",
        HigherIsWider = true,
        Categories = EscapProgress.Categories,
    };

    internal static Measure Sdr { get; } = Define("progress-sdr-trend", MeasureNeeds.Direction | MeasureNeeds.Goal, SdrTrend.Assess) with
    {
        Title = "Trend of the Sustainable Development Report (assumption)",
        Formula = "change a year over the last four years/[(v_T − v_b)/(T − b)]; on track from 1, moderately improving from 0.5, stagnating from 0, else decreasing",
        Reference = "SDSN, Sustainable Development Report; cut-offs, the four years and the goal as optimum are assumptions",
        Range = "any; 1: just fast enough",
        Categories = SdrTrend.Categories,
    };

    internal static Measure Band { get; } = Define(
        "itu-band", MeasureNeeds.Direction | MeasureNeeds.Percentage, (_, values, _) => ItuBand.Of(values[^1])) with
    {
        Documented = [new(typeof(ItuBand), nameof(ItuBand.Of))],
        Title = "ITU band of the latest value",
        Unit = "indicator's unit",
        Formula = "limited below 50, satisfactory from 50, advanced from 75, target met from 95; a level, not a pace",
        Reference = "ITU DataHub, targets of universal and meaningful connectivity; that bands hold their lower end is an assumption",
        Range = "0 to 100",
        HigherIsWider = null,
        Reads = MeasureReads.Point | MeasureReads.Series,
        Categories = ItuBand.Categories,
    };

    private static Measure Define(string id, MeasureNeeds needs, ProgressRule rule) =>
        new(id, MeasureScope.Economy, needs, context => Compute(context, id, rule))
        {
            Documented = [CodeMember.Of(rule)],
            Title = id,
            Reads = MeasureReads.Point | MeasureReads.Series | MeasureReads.Goal,
            Unit = "ratio",
            Formula = "",
            Reference = "",
            Range = "",
            HigherIsWider = false,
        };

    private static IEnumerable<Gap> Compute(GapContext context, string id, ProgressRule rule)
    {
        var target = ProgressTarget.Of(context.Indicator);
        return context.Tracked().Select(row => context.Gap(id, row.Subject, row.Series.Years[^1], rule(row.Series.Years, row.Series.Values, target).Remarked(row.Series.Remark)));
    }

    private static IEnumerable<Gap> Projected(GapContext context)
    {
        var target = ProgressTarget.Of(context.Indicator);
        return context.Projections.Select(row => context.Gap(
            Projection.Id, row.Subject, row.Series.Years[^1], ProjectionProgress.Assess(row, target)));
    }
}
