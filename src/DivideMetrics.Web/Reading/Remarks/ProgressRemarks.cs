using static DivideMetrics.Web.Languages.Text;
using static DivideMetrics.Web.Reading.RemarkForm;

namespace DivideMetrics.Web.Reading;

/// <summary>Remarks of the rules of progress.</summary>
internal static class ProgressRemarks
{
    public static IReadOnlyList<RemarkForm> Forms { get; } =
    [
        Of(Later("no value")),
        Of(Later("no data")),
        Of(Later("no numeric target")),
        Of(Later("no numeric target, {0}")),
        Of(Later("no numeric target, {0} from {1}")),
        Of(Later("target {0} in {1}")),
        Of(Later("target {0} in {1} from {2}")),
        Of(Later("the target is met")),
        Of(Later("the target year {0} is over")),
        Of(Later("the base value {0} ({1}) already stood at the target {2} or beyond")),
        Of(Later("no growth rate from {0} ({1}) to {2} ({3}): it needs a base above 0 and values of at least 0")),
        Of(Later("no growth rate leads from {0} to a target of {1}")),
        Of(Later("no numeric target: classed by growth, {0}"), Place.Clause),
        Of(Later("no numeric target, and the base stands at the natural limit ({0})"), Place.Clause),
        Of(Later("one year only ({0})")),
        Of(Later("only one year of data")),
        Of(Later("the latest value is of {0}")),
        Of(Later("progress is measured from {0} on")),
        Of(Later("fewer than two points since {0}")),
        Of(Later("{0} % a year from {1} to {2}")),
        Of(Later("needed {0} %")),
        Of(Later("{0} a year from {1} to {2}, needed {3}")),
        Of(Later("assumption")),
        Of(Later("straight line since {0} at {1} in {2}")),
        Of(Later("base {0}, latest {1}")),
        Of(Later("a bounded trend never reaches its bound {0}")),
        Of(Later("the whole 80 % interval meets the target")),
        Of(Later("no part of the 80 % interval meets the target")),
        Of(Later("the 80 % interval holds the threshold: uncertain")),
        Of(Later("met from {0}, {1}"), Place.Number, Place.Clause),
        Of(Later("on course under {0} of {1} rules")),
        Of(Later("on course under {0} of {1} assessable rules")),
        Of(Later("on course under {0} of {1} assessable rule")),
        Of(Later("on course under {0} of {1} rules: {2}"), Place.Number, Place.Number, Place.Rules),
        Of(Later("on course under {0} of {1} assessable rules: {2}"), Place.Number, Place.Number, Place.Rules),
        Of(Later("on course under {0} of {1} assessable rule: {2}"), Place.Number, Place.Number, Place.Rules),
        Of(Later("not under {0}"), Place.Rules),
        Of(Later("not assessable: {0}"), Place.Rules),
        Of(Later("no rule is assessable: {0}"), Place.Clause),
        Of(Later("UNSD 2023")),
        Of(Later("Open SDG")),
        Of(Later("linear")),
        Of(Later("bounded projection")),
        Of("{0} ({1})", Place.Rules, Place.Clause),
        Of(Later("a level, not a pace")),
        Of(Later("that bands hold their lower end is an assumption")),
    ];
}
