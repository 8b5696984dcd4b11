using DivideMetrics.Gaps;
using DivideMetrics.Panels;
using DivideMetrics.Projections;
using DivideMetrics.Statistics;

namespace DivideMetrics.Progress;

/// <summary>The one summary of progress: under how many of the counted rules a series is on course.</summary>
internal static class ProgressSummary
{
    private static readonly (string Name, Func<SeriesProjection, ProgressTarget, Assessed> Assess)[] Rules =
    [
        ("UNSD 2023", (row, target) => Of(UnsdProgress2023.Assess, row.Series, target)),
        ("Open SDG", (row, target) => Of(OpenSdgProgress.Assess, row.Series, target)),
        ("linear", (row, target) => Of(LinearProgress.Assess, row.Series, target)),
        ("bounded projection", ProjectionProgress.Assess),
    ];

    internal static Measure Measure { get; } = new("progress-summary", MeasureScope.Economy, MeasureNeeds.Direction, Compute)
    {
        Reads = MeasureReads.Point | MeasureReads.Series | MeasureReads.Goal,
        Documented = [new(typeof(ProgressSummary)), new(typeof(ProgressSummary), nameof(ProgressSummary.Of))],
        Title = "Progress under several rules",
        Unit = "rules",
        Formula = "number of rules (UNSD 2023, Open SDG, linear ratio, bounded projection) under which the target is met or on track; on course: under all that "
            + "are assessable, mixed: under some, off course: under none; met when the latest value meets the target",
        Reference = "Each rule as its own measure says; the count is a choice of this product",
        Range = "0 to 4",
        HigherIsWider = false,
        Categories = ProgressStatus.OfSummary,
    };

    /// <summary>Counts the rules; not assessable, with the reason of each, when none is.</summary>
    internal static Assessed Of(SeriesProjection row, ProgressTarget target)
    {
        List<string> on = [], off = [], none = [];
        foreach (var (name, assess) in Rules)
        {
            var found = assess(row, target);
            if (found.Category == ProgressStatus.NotAssessable)
            {
                none.Add($"{name} ({found.Reason})");
            }
            else
            {
                (ProgressStatus.IsOnCourse(found.Category) ? on : off).Add(name);
            }
        }

        return on.Count + off.Count == 0
            ? ProgressFrame.NotAssessable($"no rule is assessable: {string.Join("; ", none)}")
            : Assessed.Of(on.Count, Words(on, off, none)) with { Category = CategoryOf(on.Count, off.Count, target.IsMet(row.Series.Values[^1])) };
    }

    private static string CategoryOf(int on, int off, bool isMet) =>
        isMet ? ProgressStatus.Met : off == 0 ? ProgressStatus.OnCourse : on == 0 ? ProgressStatus.OffCourse : ProgressStatus.Mixed;

    // "on course under 2 of 3 assessable rules: UNSD 2023, Open SDG; not under linear; not assessable: bounded projection (…)"
    private static string Words(List<string> on, List<string> off, List<string> none)
    {
        var rules = none.Count == 0 ? "rules" : on.Count + off.Count == 1 ? "assessable rule" : "assessable rules";
        var count = FormattableString.Invariant($"on course under {on.Count} of {on.Count + off.Count} {rules}");
        var parts = new[]
        {
            on.Count == 0 ? count : $"{count}: {string.Join(", ", on)}",
            off.Count == 0 ? null : $"not under {string.Join(", ", off)}",
            none.Count == 0 ? null : $"not assessable: {string.Join(", ", none)}",
        };
        return string.Join("; ", parts.Where(part => part is not null));
    }

    private static IEnumerable<Gap> Compute(GapContext context)
    {
        var target = ProgressTarget.Of(context.Indicator);
        return context.Projections.Select(row => context.Gap(Measure.Id, row.Subject, row.Series.Years[^1], Of(row, target)));
    }

    private static Assessed Of(ProgressRule rule, YearSeries series, ProgressTarget target) => rule(series.Years, series.Values, target);
}
