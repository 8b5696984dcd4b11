using DivideMetrics.Indices;
using static DivideMetrics.Web.Languages.Text;
using static DivideMetrics.Web.Reading.RemarkForm;

namespace DivideMetrics.Web.Reading;

/// <summary>Remarks of composite indices and of their parts.</summary>
internal static class IndexRemarks
{
    public static IReadOnlyList<RemarkForm> Forms { get; } =
    [
        .. CompositeRegistry.All.Select(kind => kind.Assumption).OfType<string>().Select(assumption => Of(assumption)),
        Counted(@"(\d+) of (\d+) inputs", (count, said) => N(count, "{0} of {1} inputs", "{0} of {1} inputs", [.. said])),
        Counted(@"(\d+) carried forward from (\d+(?:–\d+)?)", (count, said) => N(count, "{0} carried forward from {1}", "{0} carried forward from {1}", [.. said])),
        Counted(@"(\d+) estimated or imputed", (count, said) => N(count, "{0} estimated or imputed", "{0} estimated or imputed", [.. said])),
        Of(Later("{0} of {1} indicators present, 2/3 needed")),
        Of(Later("{0} of {1} dimensions scored, half needed")),
        Of(Later("no indicator with goalposts has figures")),
        Of(Later("no index: {0}"), Place.Clause),
        Of("{0}: {1}", Place.Community, Place.Clause),
        Of(Later("value of {0}")),
        Of(Later("not scored: no value of {0}"), Place.Roles),
        Of(Later("not scored: secure servers need two economies that differ, and no negative count")),
        Of(Later("no published index of this year")),
    ];
}
