using DivideMetrics.Indices;
using DivideMetrics.Observations;
using DivideMetrics.Seeds;
using DivideMetrics.Storage.Observations;

namespace DivideMetrics.Web.Reading;

/// <summary>A release in which figures of an indicator appeared first.</summary>
/// <param name="Vintage">The release.</param>
/// <param name="Title">Title of its source.</param>
/// <param name="Figures">How many of the figures shown appeared in it.</param>
public sealed record IndicatorVintage(Vintage Vintage, string Title, int Figures)
{
    /// <summary>The releases behind figures, by source in the order of the declarations, the newest first.</summary>
    public static IReadOnlyList<IndicatorVintage> Of(IEnumerable<Figure> figures, PublishedView view, Catalog catalog) =>
        figures.Where(figure => figure.Source != CompositeEngine.Source).CountBy(figure => figure.Vintage)
            .Select(count => (Vintage: view.Vintages.GetValueOrDefault(count.Key), Count: count.Value)).Where(one => one.Vintage is not null)
            .Select(one => new IndicatorVintage(one.Vintage!, catalog.FindSource(one.Vintage!.Source)?.Title ?? one.Vintage.Source, one.Count))
            .OrderBy(one => catalog.Sources.TakeWhile(source => source.Id != one.Vintage.Source).Count()).ThenByDescending(one => one.Vintage.ReleaseDate)
            .ToList();
}
