using System.Net;
using System.ServiceModel.Syndication;
using DivideMetrics.Seeds;
using DivideMetrics.Web.Reading;
using static DivideMetrics.Web.Languages.Text;

namespace DivideMetrics.Web.Feeds;

/// <summary>What a feed is of.</summary>
/// <param name="Title">Its title.</param>
/// <param name="Address">Its own address.</param>
/// <param name="Page">The page that it is of.</param>
/// <param name="Choice">Which news it holds.</param>
/// <param name="Began">When the site published first: a feed without entries was never changed since.</param>
internal sealed record FeedSubject(string Title, string Address, string Page, NewsChoice Choice, DateTimeOffset Began)
{
    /// <summary>Its name among the site's feeds: <c>indicators/internet-users</c>.</summary>
    public string Name => Page.TrimStart('/');
}

/// <summary>Makes feeds of news: an entry for each vintage, and one for each publication that changed something of the subject.</summary>
internal sealed class NewsFeed(Catalog catalog, SiteAddress site)
{
    /// <summary>More lines than a reader reads in a feed; the page has all.</summary>
    private const int MostLines = 200;

    private readonly NewsText _text = new(catalog, site.Absolute);

    /// <summary>The feed.</summary>
    /// <param name="subject">What it is of.</param>
    /// <param name="items">The news, newest first.</param>
    public SyndicationFeed Of(FeedSubject subject, IEnumerable<NewsItem> items)
    {
        var entries = items.Select(item => item switch
        {
            VintageNews vintage => Entry(vintage),
            PublicationNews publication => Entry(publication, subject),
            _ => throw new ArgumentException($"Expected news of a vintage or a publication, found {item.GetType().Name}.", nameof(items)),
        }).ToList();
        var feed = new SyndicationFeed(entries)
        {
            Id = site.Tag(subject.Began, subject.Name),
            Title = new(subject.Title),
            LastUpdatedTime = entries.Count == 0 ? subject.Began : entries[0].LastUpdatedTime,
            Language = "en",
            Generator = "DivideMetrics",
        };
        feed.Authors.Add(new() { Name = "DivideMetrics", Uri = site.Absolute(AppUrls.Overview) });
        feed.Links.Add(Link("self", subject.Address, AtomFile.MediaType));
        feed.Links.Add(Link("alternate", subject.Page, "text/html"));
        return feed;
    }

    private SyndicationItem Entry(VintageNews news)
    {
        var sentences = new[] { NewsText.CountsOf(news), NewsText.SmallChangesOf(news) }.OfType<string>().Select(WebUtility.HtmlEncode);
        return Entry(
            site.Tag(news.At, FormattableString.Invariant($"vintage-{news.Vintage.Id}")), _text.TitleOf(news), news.At,
            AppUrls.Changes(news.Vintage.Source, news.Vintage.Id), string.Concat(sentences.Select(sentence => $"<p>{sentence}</p>")));
    }

    private SyndicationItem Entry(PublicationNews news, FeedSubject subject)
    {
        var lines = news.Statuses.Select(_text.Of).Concat(news.Figures.Select(_text.Of)).ToList();
        var page = AppUrls.Publication(news.Step.Id, subject.Choice);
        var list = lines.Count == 0 ? "" : $"<ul>{string.Concat(lines.Take(MostLines).Select(line => $"<li>{line}</li>"))}</ul>";
        var more = lines.Count <= MostLines
            ? ""
            : $"<p><a href=\"{WebUtility.HtmlEncode(site.Absolute(page))}\">{T("All {0} of them", Numbers.Count(lines.Count))}</a></p>";
        var methods = NewsText.MethodsOf(news) is { } words ? $"<p>{WebUtility.HtmlEncode(words)}</p>" : "";
        return Entry(
            site.Tag(news.At, FormattableString.Invariant($"{subject.Name}/{AppUrls.PublicationAnchor(news.Step.Id)}")), NewsText.TitleOf(news), news.At,
            page, methods + list + more);
    }

    private SyndicationItem Entry(string id, string title, DateTimeOffset at, string page, string html)
    {
        var entry = new SyndicationItem
        {
            Id = id,
            Title = new(title),
            PublishDate = at,
            LastUpdatedTime = at,
            Content = new TextSyndicationContent(html.Length == 0 ? $"<p>{WebUtility.HtmlEncode(title)}</p>" : html, TextSyndicationContentKind.Html),
        };
        entry.Links.Add(Link("alternate", page, "text/html"));
        return entry;
    }

    private SyndicationLink Link(string relation, string address, string type) => new(new Uri(site.Absolute(address)), relation, null, type, 0);
}
