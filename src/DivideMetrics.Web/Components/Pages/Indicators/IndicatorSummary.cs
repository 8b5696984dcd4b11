using DivideMetrics.Areas;
using DivideMetrics.Indicators;
using DivideMetrics.Observations;
using DivideMetrics.Web.Components.Charts;
using DivideMetrics.Web.Reading;

namespace DivideMetrics.Web.Components.Pages.Indicators;

/// <summary>An indicator in a list.</summary>
/// <param name="Indicator">The indicator.</param>
/// <param name="World">Its newest world value: the provider's, else our mean; null when there is none.</param>
/// <param name="Trend">The world over time.</param>
/// <param name="WorldOf">Whose world value it is, in words.</param>
/// <param name="Coverage">How many economies, in which years.</param>
public sealed record IndicatorSummary(Indicator Indicator, LinePoint? World, IReadOnlyList<LinePoint> Trend, string WorldOf, string Coverage)
{
    /// <summary>True when any area has a figure.</summary>
    public bool HasFigures { get; private init; }

    /// <summary>Builds the summary.</summary>
    public static IndicatorSummary Of(IndicatorFacts facts, AreaCatalog areas)
    {
        var provider = FigureRows.Points(facts.SeriesOf(IndicatorFacts.World));
        var trend = provider.Count > 0 ? provider : FigureRows.Points(facts.Measures(MeasureIds.Mean, IndicatorFacts.World));
        var years = facts.YearsOf(Sex.Total);
        var coverage = facts.BroadYear(Sex.Total) is not { } year
            ? "no figures yet"
            : $"{Numbers.Count(areas.Economies.Count(area => facts.At(area.Code, year) is not null))} economies in {Numbers.Year(year)}{(years.Count > 1 ? $"; years {Numbers.Years(years[0], years[^1])}" : null)}";
        var worldOf = provider.Count > 0 ? "world, by the provider" : "world, our weighted mean";
        return new(facts.Indicator, trend is [.., var last] ? last : null, trend, worldOf, coverage) { HasFigures = facts.Figures.Count > 0 };
    }
}
