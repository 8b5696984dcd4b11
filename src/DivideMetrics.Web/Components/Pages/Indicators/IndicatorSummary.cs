using DivideMetrics.Areas;
using DivideMetrics.Indicators;
using DivideMetrics.Observations;
using DivideMetrics.Web.Components.Charts;
using DivideMetrics.Web.Reading;
using static DivideMetrics.Web.Languages.Text;

namespace DivideMetrics.Web.Components.Pages.Indicators;

/// <summary>An indicator in a list.</summary>
/// <param name="Indicator">The indicator.</param>
/// <param name="World">Its newest world value: the provider's, else our mean; null when there is none.</param>
/// <param name="Trend">The world over time.</param>
/// <param name="WorldOf">Whose world value it is and of which year, in words; that there is none.</param>
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
        var newest = trend is [.., var last] ? last : null;
        var worldOf = newest is null ? T("no world value")
            : provider.Count > 0 ? T("world, by the provider, {0}", Numbers.Year(newest.Year))
            : T("world, our weighted mean, {0}", Numbers.Year(newest.Year));
        return new(facts.Indicator, newest, trend, worldOf, CoverageOf(facts, areas)) { HasFigures = facts.Figures.Count > 0 };
    }

    private static string CoverageOf(IndicatorFacts facts, AreaCatalog areas)
    {
        if (facts.BroadYear(Sex.Total) is not { } year)
        {
            return T("no figures yet");
        }

        var (count, years) = (areas.Economies.Count(area => facts.At(area.Code, year) is not null), facts.YearsOf(Sex.Total));
        return years.Count > 1
            ? N(count, "{0} economy in {1}; years {2}", "{0} economies in {1}; years {2}", Numbers.Count(count), Numbers.Year(year), Numbers.Years(years[0], years[^1]))
            : N(count, "{0} economy in {1}", "{0} economies in {1}", Numbers.Count(count), Numbers.Year(year));
    }
}
