using static DivideMetrics.Web.Languages.Text;
using static DivideMetrics.Web.Reading.RemarkForm;

namespace DivideMetrics.Web.Reading;

/// <summary>Remarks of measures of groups: means, inequality, convergence.</summary>
internal static class GroupRemarks
{
    public static IReadOnlyList<RemarkForm> Forms { get; } =
    [
        Of(Later("not published: no member has data")),
        Of(Later("not published: the population of the members is not known")),
        Of(Later("not published: members with data hold {0} % of the population, 2/3 needed")),
        Counted(@"figures of (\d+) members? left out: their terms forbid commercial use", (count, said) =>
            N(count, "figures of {0} member left out: their terms forbid commercial use", "figures of {0} members left out: their terms forbid commercial use", [.. said])),
        Counted(@"population of (\d+) members? unknown, left out", (count, said) =>
            N(count, "population of {0} member unknown, left out", "population of {0} members unknown, left out", [.. said])),
        Counted(@"population carried forward or interpolated from (\d+(?:–\d+)?) for (\d+) members?", (count, said) =>
            N(count, "population carried forward or interpolated from {0} for {1} member", "population carried forward or interpolated from {0} for {1} members", [.. said]), place: 1),
        Counted(@"income of an earlier year \(from (\d+) on\) for (\d+) members?", (count, said) =>
            N(count, "income of an earlier year (from {0} on) for {1} member", "income of an earlier year (from {0} on) for {1} members", [.. said]), place: 1),
        Counted(@"income of (\d+) members? unknown, left out", (count, said) =>
            N(count, "income of {0} member unknown, left out", "income of {0} members unknown, left out", [.. said])),
        Counted(@"(\d+) members? without data assumed at the mean", (count, said) =>
            N(count, "{0} member without data assumed at the mean", "{0} members without data assumed at the mean", [.. said])),
        Counted(@"(\d+) members? with values of both", (count, said) => N(count, "{0} member with values of both", "{0} members with values of both", [.. said])),
        Counted(@"(\d+) left out at 0 or below", (count, said) => N(count, "{0} left out at 0 or below", "{0} left out at 0 or below", [.. said])),
        Counted(@"(\d+) left out for a break between", (count, said) => N(count, "{0} left out for a break between", "{0} left out for a break between", [.. said])),
        Of("{0}–{1}"),
        Of(Later("from {0} to {1}")),
        Of(Later("no published mean")),
        Of(Later("no group '{0}'"), Place.Code),
        Of(Later("no base: in no year from {0} on is the group's mean published")),
        Of(Later("no line: fewer than 3 members, or all started from one level")),
        Of(Later("slope {0} a year, standard error {1}, {2} economies")),
        Of(Later("those who started lower have overtaken the others: no speed of convergence ({0})"), Place.Clause),
        Of(Later("no convergence: λ is {0} a year ({1})"), Place.Number, Place.Clause),
        Of(Later("no indicator of income per person is at hand to rank by")),
        Of(Later("no bounds are declared: band from the least to the greatest value observed in the group")),
        Of(Later("no lower bound is declared: band from the least value observed in the group")),
        Of(Later("no upper bound is declared: band to the greatest value observed in the group")),
        Of(Later("no value with a weight above 0")),
        Of(Later("a value is negative ({0}): inequality is measured on values of at least 0")),
        Of(Later("a value is negative ({0}): it has no geometric mean")),
        Of(Later("a value is 0: this measure takes the logarithm or the reciprocal of every value")),
        Of(Later("a value is not above 0 ({0}): it has no logarithm")),
        Of(Later("the mean is 0")),
        Of(Later("the mean is below 0")),
        Of(Later("one value: a sample of one has no spread")),
        Of(Later("the lowest {0} % of the population hold nothing: no ratio")),
        Of(Later("the 10th percentile is {0}: no ratio")),
    ];
}
