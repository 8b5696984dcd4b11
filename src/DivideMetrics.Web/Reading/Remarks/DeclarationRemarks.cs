using static DivideMetrics.Web.Languages.Text;
using static DivideMetrics.Web.Reading.RemarkForm;

namespace DivideMetrics.Web.Reading;

/// <summary>What an explanation says of declarations, of the figures that entered, and of members that are not counted.</summary>
internal static class DeclarationRemarks
{
    public static IReadOnlyList<RemarkForm> Forms { get; } =
    [
        Of(Later("higher is better")),
        Of(Later("lower is better")),
        Of(Later("none")),
        Of("{0}"),
        Of(Later("{0} to {1}")),
        Of(Later("figures of {0}; linear between two years, carried forward {1} years at the most, never backward"), Place.Indicator),
        Of(Later("members with data hold at least 2/3 of the weights of all members")),
        Of(Later("from the last break that the provider marks (OBS_STATUS B) on; forecasts (F) are left out")),
        Of(Later("value")),
        Of(Later("series")),
        Of(Later("world")),
        Of(Later("women")),
        Of(Later("men")),
        Of(Later("part {0}"), Place.Indicator),
        Of(Later("income {0}"), Place.Indicator),
        Of(Later("gender: {0}"), Place.Indicator),
        Of(Later("location: {0}"), Place.Indicator),
        Of(Later("age: {0}"), Place.Indicator),
        Of(Later("income: {0}"), Place.Indicator),
        Of(Later("education: {0}"), Place.Indicator),
        Of(Later("size: {0}"), Place.Indicator),
        Of(Later("no figure for the year")),
        Of(Later("a forecast")),
        Of(Later("no {0} for the year"), Place.Indicator),
        Of(Later("the provider says that it is missing ({0})"), Place.Code),
        Of(Later("left out of groups: the terms of {0} forbid commercial use"), Place.Source),
    ];
}
