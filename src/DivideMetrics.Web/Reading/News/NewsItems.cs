using DivideMetrics.Panels;
using DivideMetrics.Revisions;
using DivideMetrics.Seeds;
using DivideMetrics.Storage.Figures;
using DivideMetrics.Storage.Observations;

namespace DivideMetrics.Web.Reading;

/// <summary>One piece of news.</summary>
/// <param name="At">When readers could see it first.</param>
public abstract record NewsItem(DateTimeOffset At);

/// <summary>How a vintage came into the order of release of its source.</summary>
public enum VintageCourse
{
    /// <summary>The first of its source here: all its figures are new.</summary>
    First,

    /// <summary>A newer release than those before it.</summary>
    Newer,

    /// <summary>An older release that came late: the figures of now stay as they are.</summary>
    Late,
}

/// <summary>A vintage of a source was published.</summary>
/// <param name="Vintage">The vintage, with what it changed.</param>
/// <param name="Course">Its place among those of its source.</param>
public sealed record VintageNews(Vintage Vintage, VintageCourse Course) : NewsItem(Vintage.PublishedAt!.Value)
{
    /// <summary>The published ones among these vintages, each with its place.</summary>
    public static IEnumerable<VintageNews> Of(IEnumerable<Vintage> vintages) =>
        vintages.Where(vintage => vintage.PublishedAt is not null).GroupBy(vintage => vintage.Source).SelectMany(InOrder);

    private static IEnumerable<VintageNews> InOrder(IEnumerable<Vintage> ofSource)
    {
        var newest = long.MinValue;
        foreach (var vintage in ofSource.OrderBy(vintage => vintage.Id))
        {
            yield return new(vintage, newest == long.MinValue ? VintageCourse.First : vintage.Position > newest ? VintageCourse.Newer : VintageCourse.Late);
            newest = Math.Max(newest, vintage.Position);
        }
    }
}

/// <summary>A computation was published.</summary>
/// <param name="Step">Which, and what stood before it.</param>
/// <param name="Statuses">Statuses of progress that changed, in the order of indicators and names.</param>
/// <param name="Figures">Figures that changed; read only for one economy or one indicator.</param>
public sealed record PublicationNews(PublicationStep Step, IReadOnlyList<CategoryChange> Statuses, IReadOnlyList<FigureNews> Figures)
    : NewsItem(Step.PublishedAt)
{
    /// <summary>True when it says nothing of what was asked for.</summary>
    public bool IsEmpty => Statuses.Count == 0 && Figures.Count == 0;

    /// <summary>True when the methods changed with it, too: statuses may have changed for that alone.</summary>
    public bool HasOtherMethods => Step.MethodBefore is { } before && before != Step.MethodVersion;
}

/// <summary>What a computation changed in the figures of an indicator and an area, both sexes and each of them counted.</summary>
/// <param name="Indicator">Indicator id.</param>
/// <param name="Area">REF_AREA; null for an indicator that began with it, in all its areas.</param>
/// <param name="Came">Years without a value that have one.</param>
/// <param name="Revised">Values that moved by more than the tolerance of their unit.</param>
/// <param name="Withdrawn">Years with a value that have none any more.</param>
/// <param name="From">First year of them.</param>
/// <param name="To">Last year of them.</param>
public sealed record FigureNews(string Indicator, string? Area, int Came, int Revised, int Withdrawn, int From, int To)
{
    /// <summary>True for the first figures of an indicator.</summary>
    public bool IsBeginning { get; init; }

    /// <summary>What editions of series changed, by indicator and area; those in which nothing changed are left out.</summary>
    /// <param name="editions">Editions of one computation.</param>
    /// <param name="isBeginning">True for an indicator whose first figures these are.</param>
    /// <param name="areaIsChosen">True when all editions are of one area.</param>
    /// <param name="catalog">The declarations.</param>
    public static IReadOnlyList<FigureNews> Of(
        IEnumerable<FigureEdition> editions, Func<string, bool> isBeginning, bool areaIsChosen, Catalog catalog)
    {
        ArgumentNullException.ThrowIfNull(catalog);
        return editions.Select(edition => (Series: (edition.New ?? edition.Old)!, Points: Changed(edition, catalog)))
            .GroupBy(one => (one.Series.Indicator, Area: areaIsChosen || !isBeginning(one.Series.Indicator) ? one.Series.Area : null))
            .Select(group => Count(group.Key.Indicator, group.Key.Area, group.SelectMany(one => one.Points).ToList()) is { } news
                ? news with { IsBeginning = isBeginning(group.Key.Indicator) }
                : null)
            .OfType<FigureNews>().ToList();
    }

    private static FigureNews? Count(string indicator, string? area, List<(int Year, ChangeKind Kind)> points) => points.Count == 0 ? null : new(
        indicator, area,
        points.Count(point => point.Kind == ChangeKind.Create),
        points.Count(point => point.Kind == ChangeKind.UpdateValue),
        points.Count(point => point.Kind == ChangeKind.Withdraw),
        points.Min(point => point.Year), points.Max(point => point.Year));

    private static IEnumerable<(int Year, ChangeKind Kind)> Changed(FigureEdition edition, Catalog catalog)
    {
        var indicator = (edition.New ?? edition.Old)!.Indicator;
        var tolerance = Tolerance.OfUnit(catalog.FindIndicator(indicator)?.Unit ?? "");
        var (old, now) = (Values(edition.Old), Values(edition.New));
        foreach (var year in old.Keys.Union(now.Keys))
        {
            var kind = (old.TryGetValue(year, out var before), now.TryGetValue(year, out var after)) switch
            {
                (false, _) => ChangeKind.Create,
                (_, false) => ChangeKind.Withdraw,
                _ => tolerance.IsExceeded(before, after) ? ChangeKind.UpdateValue : ChangeKind.None,
            };
            if (kind != ChangeKind.None)
            {
                yield return (year, kind);
            }
        }
    }

    private static Dictionary<int, double> Values(FigureSeries? series) => series is null ? [] : series.Unpack()
        .Where(figure => figure.Value is not null).ToDictionary(figure => figure.Year, figure => figure.Value!.Value);
}
