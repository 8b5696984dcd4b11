using DivideMetrics.Areas;
using DivideMetrics.Web.Explore;

namespace DivideMetrics.Web;

/// <summary>Addresses of charts.</summary>
public static partial class AppUrls
{
    /// <summary>Explore, with its first indicator.</summary>
    public const string ExploreStart = "/explore";

    /// <summary>A chart.</summary>
    public static string Explore(ExploreState state) => $"{ExploreStart}/{Escape(state.Indicator)}" + Query(Chosen(state));

    /// <summary>What a chart shows as a file.</summary>
    /// <param name="state">The chart.</param>
    /// <param name="format"><c>csv</c>, <c>xlsx</c>, <c>json</c>, <c>svg</c> or <c>png</c>.</param>
    public static string ExploreFile(ExploreState state, string format) => $"{ExploreStart}/{Escape(state.Indicator)}.{format}" + (format is "png" or "svg" ? Query(Chosen(state with { Embed = false })) : FileQuery(Chosen(state with { Embed = false })));

    /// <summary>The picture that other sites show beside a link to a chart.</summary>
    public static string ExplorePreview(ExploreState state) => $"{ExploreStart}/{Escape(state.Indicator)}.png" + Query([.. Chosen(state with { Embed = false }), ("imType", "og")]);

    /// <summary>The query parameters of a chart; null where the default is chosen.</summary>
    public static (string Name, string? Value)[] Chosen(ExploreState state) =>
    [
        ("measure", state.Measure),
        ("tab", state.Tab == ExploreTab.Map ? null : state.Tab.Code()),
        ("time", state.Time?.ToString()),
        ("country", Joined(state.Areas)),
        ("sex", SexCode(state.Sex)),
        ("region", state.Group),
        ("sort", state.Order == RowOrder.Name ? null : ExploreQuery.CodeOf(state.Order)),
        ("x", state.X),
        ("xScale", state.LogX switch { true => "log", false => "linear", _ => null }),
        ("yScale", state.LogY ? "log" : null),
        ("facet", state.Facet ? "entity" : null),
        ("uniformYAxis", state.OwnScales ? "0" : null),
        ("stackMode", state.Relative ? "relative" : null),
        ("split", state.Split),
        ("by", state.By == AreaGroupKind.IncomeGroup ? null : ExploreQuery.CodeOf(state.By)),
        ("embed", state.Embed ? "1" : null),
        .. State(state.At),
    ];
}
