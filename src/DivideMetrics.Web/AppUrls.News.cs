using System.Globalization;
using DivideMetrics.Web.Reading;

namespace DivideMetrics.Web;

/// <summary>Addresses of what changed.</summary>
public static partial class AppUrls
{
    /// <summary>What's new.</summary>
    public const string News = "/news";

    /// <summary>All news as an Atom feed.</summary>
    public const string NewsFeed = "/news.atom";

    /// <summary>When sources are checked and were released, as a calendar.</summary>
    public const string NewsCalendar = "/news.ics";

    /// <summary>What's new of a choice.</summary>
    public static string NewsOf(NewsChoice choice) => News + Query(
        ("kind", choice.Kind?.Code()),
        ("country", Joined(choice.Area is { } area ? [area] : null)),
        ("indicator", choice.Indicator),
        ("before", choice.Before?.ToString(CultureInfo.InvariantCulture)));

    /// <summary>A publication among the news: it stays at this address whatever is published later.</summary>
    public static string Publication(long computation, NewsChoice? choice = null) =>
        NewsOf((choice ?? NewsChoice.All) with { Before = computation + 1 }) + "#" + PublicationAnchor(computation);

    /// <summary>The name of a publication on its page.</summary>
    public static string PublicationAnchor(long computation) => FormattableString.Invariant($"publication-{computation}");

    /// <summary>New figures and changed statuses of an indicator as an Atom feed.</summary>
    public static string IndicatorFeed(string id) => $"{IndicatorPath(id)}.atom";

    /// <summary>New figures and changed statuses of an economy as an Atom feed.</summary>
    public static string AreaFeed(string code) => $"{Areas}/{Escape(code)}.atom";
}
