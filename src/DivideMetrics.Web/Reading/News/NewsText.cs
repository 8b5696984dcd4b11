using DivideMetrics.Areas;
using DivideMetrics.Seeds;
using DivideMetrics.Storage.Figures;
using DivideMetrics.Web.Languages;
using static DivideMetrics.Web.Languages.Text;

namespace DivideMetrics.Web.Reading;

/// <summary>News in words, for the page and the feeds alike.</summary>
/// <param name="catalog">The declarations, for names.</param>
/// <param name="absolute">Makes an address of the product what a link needs: itself on a page, an absolute one in a feed.</param>
public sealed class NewsText(Catalog catalog, Func<string, string> absolute)
{
    /// <summary>A changed status as a sentence of HTML that leads to the economy and to the indicator.</summary>
    public string Of(CategoryChange change)
    {
        ArgumentNullException.ThrowIfNull(change);
        var (area, indicator) = (AreaLink(change.Area, change.Indicator), IndicatorLink(change.Indicator));
        return (change.From, change.To) switch
        {
            (null, { } now) => T("{0}: {1}, for the first time ‘{2}’", area, indicator, Word(now)),
            ({ } before, null) => T("{0}: {1}, no longer assessed, before ‘{2}’", area, indicator, Word(before)),
            _ => T("{0}: {1}, from ‘{2}’ to ‘{3}’", area, indicator, Word(change.From!), Word(change.To!)),
        };
    }

    /// <summary>Changed figures of an indicator and an economy as a sentence of HTML.</summary>
    public string Of(FigureNews figures)
    {
        ArgumentNullException.ThrowIfNull(figures);
        var (indicator, years) = (IndicatorLink(figures.Indicator), Numbers.Years(figures.From, figures.To));
        if (figures.Area is not { } code)
        {
            return N(figures.Came, "{0}: began with one figure, {2}", "{0}: began with {1} figures, {2}", indicator, Numbers.Count(figures.Came), years);
        }

        var area = AreaLink(code, figures.Indicator);
        return figures.IsBeginning
            ? N(figures.Came, "{0}: {1}, began with one figure, {3}", "{0}: {1}, began with {2} figures, {3}", area, indicator, Numbers.Count(figures.Came), years)
            : T("{0}: {1}, {2} new, {3} revised, {4} withdrawn, {5}",
                area, indicator, Numbers.Count(figures.Came), Numbers.Count(figures.Revised), Numbers.Count(figures.Withdrawn), years);
    }

    /// <summary>A vintage by its provider, dataset and release.</summary>
    public string TitleOf(VintageNews news) => TitleOf(news, name => name, title => title);

    /// <summary>The same as HTML that tells which words are names.</summary>
    public string HtmlTitleOf(VintageNews news) => TitleOf(news, Markup.Name, Markup.English);

    private string TitleOf(VintageNews news, Func<string, string> name, Func<string, string> title)
    {
        ArgumentNullException.ThrowIfNull(news);
        var (source, date) = (catalog.FindSource(news.Vintage.Source), Numbers.Date(news.Vintage.Date));
        return (source, news.Vintage.Released) switch
        {
            (null, _) => T("{0}, release of {1}", name(news.Vintage.Source), date),
            (_, null) => T("{0}: {1}, retrieved {2}", name(source.Provider), title(source.Title), date),
            _ => T("{0}: {1}, release of {2}", name(source.Provider), title(source.Title), date),
        };
    }

    /// <summary>What a vintage changed, as a sentence.</summary>
    public static string CountsOf(VintageNews news)
    {
        ArgumentNullException.ThrowIfNull(news);
        var (vintage, changed) = (news.Vintage, news.Vintage.Difference);
        return news.Course switch
        {
            VintageCourse.First => N(vintage.Observations, "One figure, the first release taken here", "{0} figures, the first release taken here", Numbers.Count(vintage.Observations)),
            VintageCourse.Late => T("An older release that was taken later. The figures of now stay as they are."),
            _ when changed.IsEmpty => T("No figure changed"),
            _ => T("New figures: {0}, revised: {1}, withdrawn: {2}", Numbers.Count(changed.Created), Numbers.Count(changed.Revised), Numbers.Count(changed.Withdrawn)),
        };
    }

    /// <summary>What changed without another value to the eye; null when nothing did.</summary>
    public static string? SmallChangesOf(VintageNews news)
    {
        ArgumentNullException.ThrowIfNull(news);
        var changed = news.Vintage.Difference;
        return news.Course != VintageCourse.Newer || changed.Precision + changed.StatusChanged == 0
            ? null
            : T("{0} changed in precision only, {1} in their observation status only", Numbers.Count(changed.Precision), Numbers.Count(changed.StatusChanged));
    }

    /// <summary>What a publication changed, in one line.</summary>
    public static string TitleOf(PublicationNews news)
    {
        ArgumentNullException.ThrowIfNull(news);
        var (statuses, figures) = (news.Statuses.Count, news.Figures);
        var (came, revised, withdrawn) = (
            Numbers.Count(figures.Sum(one => (long)one.Came)), Numbers.Count(figures.Sum(one => (long)one.Revised)), Numbers.Count(figures.Sum(one => (long)one.Withdrawn)));
        return (news.Step.IsFirst, figures.Count, statuses) switch
        {
            (true, 0, _) => N(news.Step.Figures, "This site began with one figure", "This site began with {0} figures", Numbers.Count(news.Step.Figures)),
            (true, _, _) => N(figures.Sum(one => (long)one.Came), "Began with one figure", "Began with {0} figures", came),
            (_, 0, 0) => T("No status of progress changed"),
            (_, 0, _) => N(statuses, "One status of progress changed", "{0} statuses of progress changed", Numbers.Count(statuses)),
            (_, _, 0) => T("New figures: {0}, revised: {1}, withdrawn: {2}", came, revised, withdrawn),
            _ => N(statuses, "New figures: {0}, revised: {1}, withdrawn: {2}; one status of progress changed",
                "New figures: {0}, revised: {1}, withdrawn: {2}; {3} statuses of progress changed", came, revised, withdrawn, Numbers.Count(statuses)),
        };
    }

    /// <summary>In which direction statuses changed; null without any.</summary>
    public static string? BalanceOf(PublicationNews news)
    {
        ArgumentNullException.ThrowIfNull(news);
        var moves = news.Statuses.Select(DirectionOf).ToList();
        return moves.Count == 0 ? null : T(
            "{0} for the better, {1} for the worse, {2} newly or no longer assessable",
            Numbers.Count(moves.Count(move => move > 0)), Numbers.Count(moves.Count(move => move < 0)), Numbers.Count(moves.Count(move => move == 0)));
    }

    /// <summary>What to know when the methods changed, too; null when they did not.</summary>
    public static string? MethodsOf(PublicationNews news)
    {
        ArgumentNullException.ThrowIfNull(news);
        return news.HasOtherMethods
            ? T("The methods changed as well, from version {0} to {1}: a status may be another one for that alone.", news.Step.MethodBefore, news.Step.MethodVersion)
            : null;
    }

    /// <summary>1 for the better, −1 for the worse, 0 where one of the two cannot be assessed.</summary>
    public static int DirectionOf(CategoryChange change)
    {
        ArgumentNullException.ThrowIfNull(change);
        var (before, now) = (Rank(change.From), Rank(change.To));
        return before is null || now is null ? 0 : Math.Sign(before.Value - now.Value);
    }

    private static int? Rank(string? category) =>
        ProgressStatus.All.Take(ProgressStatus.All.Count - 1).Select((status, rank) => (status.Category, rank))
            .Where(one => one.Category == category).Select(one => (int?)one.rank).FirstOrDefault();

    private static string Word(string category) => Markup.Encoded(T(ProgressStatus.Of(category).Word));

    private string IndicatorLink(string id) => Link(AppUrls.Indicator(id), catalog.FindIndicator(id) is { } indicator ? T(indicator.Title) : id);

    // A provider's aggregate has no page of its own; its group has one for each indicator.
    private string AreaLink(string code, string indicator) => catalog.Areas.Find(code) switch
    {
        { Kind: not AreaKind.Aggregate } => Link(AppUrls.Area(code), catalog.Areas.LocalName(code)),
        _ when catalog.Areas.FindGroup(code) is { } group => Link(AppUrls.GroupMeasures(group.Code, indicator), Names.Of(group)),
        _ => Markup.Encoded(catalog.Areas.LocalName(code)),
    };

    private string Link(string address, string text) => Markup.Link(absolute(address), Markup.Encoded(text));
}
