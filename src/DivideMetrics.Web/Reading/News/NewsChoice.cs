using System.Globalization;
using DivideMetrics.Areas;
using DivideMetrics.Seeds;
using static DivideMetrics.Web.Languages.Text;

namespace DivideMetrics.Web.Reading;

/// <summary>A kind of news.</summary>
public enum NewsKind
{
    /// <summary>Figures that came, were revised or withdrawn.</summary>
    Figures,

    /// <summary>Statuses of progress that changed.</summary>
    Status,
}

/// <summary>Kinds of news in addresses.</summary>
public static class NewsKinds
{
    /// <summary>All of them.</summary>
    public static IReadOnlyList<NewsKind> All { get; } = Enum.GetValues<NewsKind>();

    /// <summary>The kind as addresses write it.</summary>
    public static string Code(this NewsKind kind) => kind == NewsKind.Figures ? "figures" : "status";
}

/// <summary>Which news a reader wants to see.</summary>
/// <param name="Kind">Only this kind; null for both.</param>
/// <param name="Area">Only of this economy or provider's aggregate; null for all.</param>
/// <param name="Indicator">Only of this indicator; null for all.</param>
/// <param name="Before">Only publications before this computation; null for the newest.</param>
public sealed record NewsChoice(NewsKind? Kind = null, string? Area = null, string? Indicator = null, long? Before = null)
{
    /// <summary>Everything, the newest first.</summary>
    public static NewsChoice All { get; } = new();

    /// <summary>True when only some economies or indicators are wanted.</summary>
    public bool IsNarrow => Area is not null || Indicator is not null;
}

/// <summary>The query parameters of the news as they were written.</summary>
/// <param name="Kind"><c>kind</c>: <c>figures</c> or <c>status</c>.</param>
/// <param name="Country"><c>country</c>: code or name of one economy.</param>
/// <param name="Indicator"><c>indicator</c>: an indicator's id.</param>
/// <param name="Before"><c>before</c>: a computation's id.</param>
public sealed record NewsQuery(string? Kind, string? Country, string? Indicator, string? Before)
{
    /// <summary>What can be used of them, and a note for each that cannot.</summary>
    public (NewsChoice Choice, IReadOnlyList<QueryNote> Notes) Read(Catalog catalog)
    {
        ArgumentNullException.ThrowIfNull(catalog);
        var notes = new QueryNotesTaker();
        return (new(
            notes.Take(QueryReading.Known("kind", Kind, KindOf, string.Join(", ", NewsKinds.All.Select(known => known.Code()))), T("both kinds")),
            notes.Take(QueryReading.Known("country", Country, text => OneArea(text, catalog.Areas), T("code or name of one economy, for example KEN")), T("every economy")),
            notes.Take(QueryReading.Known("indicator", Indicator, text => catalog.FindIndicator(text)?.Id, T("an indicator’s id, for example internet-users")), T("every indicator")),
            notes.Take(QueryReading.Known("before", Before, Number, T("the id of a computation")), T("the newest publications"))), notes.Notes);
    }

    private static NewsKind? KindOf(string text) => NewsKinds.All.Cast<NewsKind?>().FirstOrDefault(known => known!.Value.Code() == text.ToLowerInvariant());

    private static string? OneArea(string text, AreaCatalog areas) =>
        QueryReading.Areas(text, areas) is { Problem: null, Value: [var one] } && areas.Find(one) is { } area ? area.Code : null;

    private static long? Number(string text) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is > 0 and < long.MaxValue ? number : null;
}
