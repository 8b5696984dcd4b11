using DivideMetrics.Seeds;
using DivideMetrics.Storage.Figures;
using DivideMetrics.Storage.Observations;
using DivideMetrics.Web.Languages;

namespace DivideMetrics.Web.Reading;

/// <summary>A page of news.</summary>
/// <param name="Items">The news, newest first.</param>
/// <param name="Earlier">The choice that shows those before them; null when there are none.</param>
public sealed record NewsList(IReadOnlyList<NewsItem> Items, NewsChoice? Earlier);

/// <summary>Reads what the last publications changed.</summary>
public sealed class NewsReader(Catalog catalog, NewsQueries news, VintageQueries vintages)
{
    /// <summary>The news of a choice.</summary>
    /// <param name="choice">What is wanted.</param>
    /// <param name="most">Publications on a page, at most.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public async Task<NewsList> ReadAsync(NewsChoice choice, int most, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(choice);
        var scope = new NewsScope(choice.Indicator is { } one ? [one] : catalog.Indicators.Select(indicator => indicator.Id).ToList(), choice.Area);
        var steps = choice.IsNarrow
            ? await news.StepsAsync(scope, MeasureIds.Progress, choice.Before, most + 1, cancellationToken)
            : await news.StepsAsync(choice.Before, most + 1, cancellationToken);
        var shown = steps.Take(most).ToList();
        IEnumerable<NewsItem> items = await PublicationsAsync(choice, scope, shown, cancellationToken);
        if (!choice.IsNarrow && choice.Kind != NewsKind.Status)
        {
            items = items.Concat(await VintagesAsync(steps, most, choice.Before is null, cancellationToken));
        }

        return new(Ordered(items), steps.Count > most ? choice with { Before = shown[^1].Id } : null);
    }

    private static List<NewsItem> Ordered(IEnumerable<NewsItem> items) => items
        .OrderByDescending(item => item.At)
        .ThenByDescending(item => (item as PublicationNews)?.Step.Id ?? 0)
        .ThenByDescending(item => (item as VintageNews)?.Vintage.Id ?? 0).ToList();

    /// <summary>The publications that say something of what is wanted; without an economy or indicator also those that changed no status.</summary>
    private async Task<IEnumerable<PublicationNews>> PublicationsAsync(
        NewsChoice choice, NewsScope scope, IReadOnlyList<PublicationStep> shown, CancellationToken cancellationToken)
    {
        var ids = shown.Select(step => step.Id).ToList();
        var changing = shown.Where(step => !step.IsFirst).Select(step => step.Id).ToList();
        var statuses = (choice.Kind == NewsKind.Figures ? [] : await news.CategoryChangesAsync(MeasureIds.Progress, scope, changing, cancellationToken))
            .ToLookup(change => change.Computation);
        var figures = choice.IsNarrow && choice.Kind != NewsKind.Status ? await FiguresAsync(scope, ids, cancellationToken) : [];
        var order = catalog.Indicators.Select((indicator, place) => (indicator.Id, place)).ToDictionary(pair => pair.Id, pair => pair.place);
        return shown
            .Select(step => new PublicationNews(
                step,
                statuses[step.Id].OrderBy(change => order[change.Indicator]).ThenBy(change => NameOf(change.Area), Names.Order).ToList(),
                figures.GetValueOrDefault(step.Id, []).OrderBy(one => order[one.Indicator]).ThenBy(one => NameOf(one.Area), Names.Order).ToList()))
            .Where(item => !item.IsEmpty || (!choice.IsNarrow && (item.Step.IsFirst || choice.Kind != NewsKind.Figures)));
    }

    private async Task<Dictionary<long, IReadOnlyList<FigureNews>>> FiguresAsync(NewsScope scope, List<long> ids, CancellationToken cancellationToken)
    {
        var editions = await news.FigureEditionsAsync(scope, ids, cancellationToken);
        var beginnings = await news.BeginningsAsync(scope.Indicators, cancellationToken);
        return editions.GroupBy(edition => edition.Computation).ToDictionary(
            group => group.Key,
            group => FigureNews.Of(group, indicator => beginnings.GetValueOrDefault(indicator) == group.Key, scope.Area is not null, catalog));
    }

    /// <summary>
    /// The vintages published since the publication before those that are shown, and until the newest of them; on the first page also
    /// those that no computation was needed for.
    /// </summary>
    private async Task<IEnumerable<VintageNews>> VintagesAsync(
        IReadOnlyList<PublicationStep> steps, int most, bool isNewest, CancellationToken cancellationToken)
    {
        var after = steps.Count > most ? steps[most].PublishedAt : DateTimeOffset.MinValue;
        var until = isNewest ? DateTimeOffset.MaxValue : steps.Count > 0 ? steps[0].PublishedAt : DateTimeOffset.MinValue;
        return VintageNews.Of(await vintages.ListAsync(null, cancellationToken)).Where(item => item.At > after && item.At <= until);
    }

    private string NameOf(string? area) => area is null ? "" : catalog.Areas.LocalName(area);
}
