using static DivideMetrics.Web.Languages.Text;
using static DivideMetrics.Web.Reading.RemarkForm;

namespace DivideMetrics.Web.Reading;

/// <summary>Remarks of projections and of their trials.</summary>
internal static class ProjectionRemarks
{
    public static IReadOnlyList<RemarkForm> Forms { get; } =
    [
        Of(Later("logit-linear: {0}"), Place.Clause),
        Of(Later("gompertz: {0}"), Place.Clause),
        Of(Later("bass: {0}"), Place.Clause),
        Of(Later("damped-linear: {0}"), Place.Clause),
        Counted(@"(\d+) points (\d+)–(\d+)", (count, said) => N(count, "{0} point {1}–{2}", "{0} points {1}–{2}", [.. said])),
        Counted(@"(\d+) left out at a bound", (count, said) => N(count, "{0} left out at a bound", "{0} left out at a bound", [.. said])),
        Of(Later("ceiling {0}")),
        Of(Later("ceiling {0} estimated")),
        Of(Later("damped by {0} a year")),
        Counted(@"(\d+) usable points, (\d+) needed", (count, said) => N(count, "{0} usable point, {1} needed", "{0} usable points, {1} needed", [.. said])),
        Of(Later("no trend since {0}: {1}"), Place.Number, Place.Clause),
        Of(Later("the trend passes the bound and is cut there")),
        Of(Later("the interval is cut at the bound")),
        Of(Later("the interval has no end before {0}")),
        Of(Later("the trend is too uncertain for an interval")),
        Of(Later("the projection is beyond the range of numbers ({0})"), Place.Clause),
        Of(Later("not before {0} on this trend ({1})"), Place.Number, Place.Clause),
        Of(Later("the trend does not lead to the goal ({0})"), Place.Clause),
        Of(Later("the trend passed {0} in {1}, the value of {2} has not")),
        Of(Later("no back-test: too few points, or no change to compare with")),
        Of(Later("back-test from {0} origins: MASE {1}, {2} of {3} points in the 80 % and {4} in the 95 % interval")),
        Of(Later("{0} of {1} points are estimates: interval too narrow")),
        Of(Later("the latest value is of {0}: too long ago, projections need one since {1}")),
        Of(Later("too few points to choose a model by a back-test ({0})"), Place.Clause),
        Of(Later("a bounded trend needs both bounds")),
        Of(Later("no bound from which adoption starts")),
        Of(Later("the series does not rise: no adoption to follow")),
        Of(Later("the curve could not be fitted")),
        Of(Later("no inflection in the sample, and neither bound nor goal as a ceiling")),
        Of(Later("the goal declares no threshold before it")),
        Of(Later("met since {0} or before, where the series starts")),
        Of(Later("met already")),
    ];
}
