using DivideMetrics.Projections;
using DivideMetrics.Statistics;

namespace DivideMetrics.Progress;

/// <summary>Progress as the bounded projection sees it: on track when its central value in the target year reaches the threshold of "met".</summary>
internal static class ProjectionProgress
{
    private const double Confidence = 0.80;

    /// <summary>
    /// Value: the projected value of the target year, in the indicator's unit, with its 80 % interval; the remark says whether the interval agrees.
    /// Category: one of <see cref="ProgressStatus.OfProjection"/>. Not assessable: no target, a target year that is over, no projection, a threshold
    /// that stands at a bound.
    /// </summary>
    internal static Assessed Assess(SeriesProjection row, ProgressTarget target)
    {
        var found = Project(row, target);
        return target.IsMet(row.Series.Values[^1]) ? found with { Category = ProgressStatus.Met } : found;
    }

    private static Assessed Project(SeriesProjection row, ProgressTarget target)
    {
        if (target.Value is null || target.MetFrom is not { } level)
        {
            return ProgressFrame.NotAssessable("no numeric target");
        }

        if (target.Year <= row.Series.Years[^1])
        {
            return ProgressFrame.NotAssessable(FormattableString.Invariant($"the target year {target.Year} is over"));
        }

        if (!row.CanReach(level))
        {
            return ProgressFrame.NotAssessable(FormattableString.Invariant($"a bounded trend never reaches its bound {level}"));
        }

        var found = row.At(target.Year, Confidence);
        return found.Value is { } value
            ? found with
            {
                Category = target.IsMet(value) ? ProgressStatus.OnTrack : ProgressStatus.OffTrack,
                Reason = FormattableString.Invariant($"{Agreement(found, target)}; met from {level}, {target.Words}; {found.Reason}"),
            }
            : ProgressFrame.NotAssessable(found.Reason!);
    }

    private static string Agreement(Assessed found, ProgressTarget target)
    {
        var ends = (target.IsMet(found.Lower!.Value), target.IsMet(found.Upper!.Value));
        return ends switch
        {
            (true, true) => "the whole 80 % interval meets the target",
            (false, false) => "no part of the 80 % interval meets the target",
            _ => "the 80 % interval holds the threshold: uncertain",
        };
    }
}
