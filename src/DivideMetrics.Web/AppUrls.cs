using DivideMetrics.Observations;
using DivideMetrics.Storage.Observations;
using DivideMetrics.Web.Reading;

namespace DivideMetrics.Web;

/// <summary>Builds every address of the product. Only values that differ from a page's default are written.</summary>
public static partial class AppUrls
{
    /// <summary>The overview.</summary>
    public const string Overview = "/";

    /// <summary>All indicators.</summary>
    public const string Indicators = "/indicators";

    /// <summary>All economies.</summary>
    public const string Areas = "/countries";

    /// <summary>Search.</summary>
    public const string Search = "/search";

    /// <summary>What the search finds first, as JSON.</summary>
    public const string SearchSuggestions = "/search.json";

    /// <summary>The API's description.</summary>
    public const string Api = "/api/v1";

    /// <summary>A page without choices of its own, such as the overview, in a state of the figures.</summary>
    public static string Page(string address, ReadAt at = default) => address + Query(State(at));

    /// <summary>The same page in a language; <see cref="Page"/> and all others keep the one that was chosen.</summary>
    public static string InLanguage(string address, string code) => $"{address}{(address.Contains('?', StringComparison.Ordinal) ? '&' : '?')}{Hosting.ReaderLanguage.Parameter}={code}";

    /// <summary>An indicator in its default state.</summary>
    public static string Indicator(string id) => IndicatorPath(id) + Query();

    /// <summary>An indicator in a state.</summary>
    public static string Indicator(string id, IndicatorState state) => IndicatorPath(id) + Query(Chosen(state));

    /// <summary>The query parameters of an indicator's state; null where the default is chosen.</summary>
    public static (string Name, string? Value)[] Chosen(IndicatorState state) =>
    [
        ("tab", state.Tab == IndicatorTab.Map ? null : state.Tab.Code()),
        ("time", state.Time?.ToString()),
        ("country", Joined(state.Areas)),
        ("sex", SexCode(state.Sex)),
        ("region", state.Group),
        .. State(state.At),
    ];

    /// <summary>An area's page.</summary>
    public static string Area(string code, ReadAt at = default) => Page($"{Areas}/{Escape(code)}", at);

    /// <summary>All that is measured of an indicator in an economy.</summary>
    public static string Measures(string code, string indicator, ReadAt at = default) => Page($"{Areas}/{Escape(code)}/{Escape(indicator)}", at);

    /// <summary>All that is measured of an indicator in a group.</summary>
    public static string GroupMeasures(string code, string indicator, ReadAt at = default) => Page($"/groups/{Escape(code)}/{Escape(indicator)}", at);

    /// <summary>The figures behind a chart as CSV.</summary>
    public static string Csv(string id, RowChoice? rows = null) => $"{IndicatorPath(id)}.csv" + FileQuery(Choice(rows));

    /// <summary>The measures behind a chart as CSV.</summary>
    public static string GapsCsv(string id, IReadOnlyList<string> measures, RowChoice? rows = null) =>
        $"{IndicatorPath(id)}.gaps.csv" + FileQuery([("measure", string.Join('~', measures)), .. Choice(rows)]);

    /// <summary>Licence, citation and vintages of an indicator's figures.</summary>
    public static string Metadata(string id, ReadAt at = default) => File($"{IndicatorPath(id)}.metadata.json", at);

    /// <summary>All figures of an indicator as JSON.</summary>
    public static string ApiObservations(string id, ReadAt at = default) => File($"{Api}/indicators/{Escape(id)}/observations", at);

    // A single area is written with a leading tilde, as Our World in Data does, so that it cannot be taken for a name with spaces.
    private static string? Joined(IReadOnlyList<string>? areas) => areas switch
    {
        null or [] => null,
        [var one] => "~" + one,
        _ => string.Join('~', areas),
    };

    private static (string Name, string? Value)[] Choice(RowChoice? rows) => rows is null ? [] :
    [
        ("time", rows.Time?.ToString()),
        ("country", Joined(rows.Areas)),
        ("sex", rows.Sex?.Code()),
        ("region", rows.Group),
        .. State(rows.At),
    ];

    private static (string Name, string? Value)[] State(ReadAt at) => [("asof", Day(at.AsOf)), ("seen", Day(at.Seen))];

    private static string? Day(DateOnly? day) => day is { } known ? QueryReading.Written(known) : null;

    private static string? SexCode(Sex sex) => sex == Sex.Total ? null : sex.Code();

    private static string IndicatorPath(string id) => $"{Indicators}/{Escape(id)}";

    /// <summary>A file in a state of the figures: it is in English whatever its reader reads.</summary>
    private static string File(string address, ReadAt at) => address + FileQuery(State(at));

    /// <summary>The query of a page or of a picture: it keeps the language that was chosen.</summary>
    private static string Query(params ReadOnlySpan<(string Name, string? Value)> parameters) =>
        Languages.Language.InAddresses is { } language ? FileQuery([.. parameters, (Hosting.ReaderLanguage.Parameter, language)]) : FileQuery(parameters);

    private static string FileQuery(params ReadOnlySpan<(string Name, string? Value)> parameters)
    {
        var written = new List<string>();
        foreach (var (name, value) in parameters)
        {
            if (!string.IsNullOrEmpty(value))
            {
                written.Add($"{name}={Escape(value)}");
            }
        }

        return written.Count == 0 ? "" : "?" + string.Join('&', written);
    }

    private static string Escape(string value) => Uri.EscapeDataString(value);
}
