using System.Security.Cryptography;
using DivideMetrics.Seeds;
using DivideMetrics.Storage.Figures;
using DivideMetrics.Storage.Observations;
using DivideMetrics.Web.Feeds;
using DivideMetrics.Web.Reading;
using Microsoft.AspNetCore.Http.HttpResults;
using static DivideMetrics.Web.Languages.Text;

namespace DivideMetrics.Web.Api;

/// <summary>Feeds of what changed, and the release calendar.</summary>
internal static class FeedsApi
{
    private const int MostEntries = 30;
    private const string Words =
        "RFC 4287. An entry for each publication that changed something, newest first, with a lasting id; ask again with If-None-Match or If-Modified-Since.";

    public static void Map(RouteGroupBuilder site)
    {
        var feeds = site.WithTags("Feeds");
        feeds.MapRead(AppUrls.NewsFeed, NewsAsync).WithSummary("Atom feed of what the last publications changed").WithDescription(Words)
            .Produces(200, contentType: AtomFile.MediaType).ProducesProblem(503);
        feeds.MapRead(AppUrls.Indicators + "/{id}.atom", IndicatorAsync).WithSummary("Atom feed of an indicator: new figures and changed statuses").WithDescription(Words)
            .Produces(200, contentType: AtomFile.MediaType).ProducesProblem(404).ProducesProblem(503);
        feeds.MapRead(AppUrls.Areas + "/{code}.atom", AreaAsync).WithSummary("Atom feed of an economy: new figures and changed statuses").WithDescription(Words)
            .Produces(200, contentType: AtomFile.MediaType).ProducesProblem(404).ProducesProblem(503);
        feeds.MapRead(AppUrls.NewsCalendar, CalendarAsync).WithSummary("Release calendar as iCalendar")
            .WithDescription("RFC 5545. When each source is checked next, and when its provider released before; nothing is predicted.")
            .Produces(200, contentType: CalendarFile.MediaType);
    }

    private static Task<Results<FileContentHttpResult, ProblemHttpResult>> NewsAsync([AsParameters] FeedReading reading) =>
        FeedAsync(reading, began => new(T("DivideMetrics: what’s new"), AppUrls.NewsFeed, AppUrls.News, NewsChoice.All, began));

    private static async Task<Results<FileContentHttpResult, ProblemHttpResult>> IndicatorAsync(string id, [AsParameters] FeedReading reading) =>
        reading.Catalog.FindIndicator(id) is not { } indicator
            ? IndicatorsApi.Unknown(id, reading.Catalog)
            : await FeedAsync(reading, began => new(
                T("DivideMetrics: {0}", indicator.Title), AppUrls.IndicatorFeed(id), AppUrls.Indicator(id), new(Indicator: id), began));

    private static async Task<Results<FileContentHttpResult, ProblemHttpResult>> AreaAsync(string code, [AsParameters] FeedReading reading) =>
        reading.Catalog.Areas.Find(code) is not { Kind: not Areas.AreaKind.Aggregate } area
            ? AreasApi.Unknown(code, reading.Catalog.Areas)
            : await FeedAsync(reading, began => new(
                T("DivideMetrics: {0}", reading.Catalog.Areas.NameOf(area.Code)), AppUrls.AreaFeed(code), AppUrls.Area(code), new(Area: code), began));

    private static async Task<Results<FileContentHttpResult, ProblemHttpResult>> FeedAsync(FeedReading reading, Func<DateTimeOffset, FeedSubject> subjectOf)
    {
        if (await reading.Computations.FirstAsync(reading.Aborted) is not { } first)
        {
            return FiguresFilter.TooEarly(reading.Request.HttpContext.Response);
        }

        var subject = subjectOf(first.PublishedAt);
        var page = await reading.News.ReadAsync(subject.Choice, MostEntries, reading.Aborted);
        var items = page.Items.Where(item => item is not PublicationNews { IsEmpty: true, Step.IsFirst: false }).Take(MostEntries);
        var feed = new NewsFeed(reading.Catalog, new(reading.Request)).Of(subject, items);
        return File(reading, AtomFile.Write(feed), AtomFile.MediaType, feed.LastUpdatedTime);
    }

    private static async Task<FileContentHttpResult> CalendarAsync([AsParameters] FeedReading reading, VintageQueries vintages, TimeProvider clock)
    {
        var now = clock.GetUtcNow();
        var rows = ReleaseCalendar.Of(reading.Catalog, await vintages.ListAsync(null, reading.Aborted), now);
        return File(reading, new CalendarFile(new(reading.Request), now).Write(rows), CalendarFile.MediaType, null);
    }

    /// <summary>The file with the tag of its bytes: whatever it is made from, another file has another tag. The framework answers 304.</summary>
    private static FileContentHttpResult File(FeedReading reading, byte[] bytes, string mediaType, DateTimeOffset? changed)
    {
        reading.Request.HttpContext.Response.GetTypedHeaders().CacheControl = new() { Public = true, MaxAge = TimeSpan.FromMinutes(1) };
        return TypedResults.Bytes(
            bytes, $"{mediaType}; charset=utf-8", null, false, changed,
            new($"\"{Convert.ToHexStringLower(SHA256.HashData(bytes))[..32]}\"", isWeak: true));
    }
}

/// <summary>What reading a feed needs.</summary>
internal sealed record FeedReading(Catalog Catalog, NewsReader News, ComputationQueries Computations, HttpRequest Request, CancellationToken Aborted);
