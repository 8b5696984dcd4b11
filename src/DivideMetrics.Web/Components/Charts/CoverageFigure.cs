using DivideMetrics.Areas;
using DivideMetrics.Observations;
using DivideMetrics.Web.Reading;
using static DivideMetrics.Web.Languages.Text;

namespace DivideMetrics.Web.Components.Charts;

/// <summary>How many economies have a figure in a year.</summary>
/// <param name="Year">The year.</param>
/// <param name="Economies">Economies with a figure.</param>
/// <param name="Estimated">Those of them whose figure is estimated, imputed or forecast.</param>
public readonly record struct YearCoverage(int Year, int Economies, int Estimated);

/// <summary>How many economies have a figure in each year, every year between the first and the last.</summary>
/// <param name="Years">The years, rising.</param>
/// <param name="All">All economies that there are.</param>
public sealed record CoverageFigure(IReadOnlyList<YearCoverage> Years, int All)
{
    /// <summary>Counts the economies of an indicator; territories and aggregates are none.</summary>
    public static CoverageFigure Of(IndicatorFacts facts, AreaCatalog areas)
    {
        ArgumentNullException.ThrowIfNull(facts);
        ArgumentNullException.ThrowIfNull(areas);
        var economies = areas.All.Where(area => area.Kind == AreaKind.Economy).Select(area => area.Code).ToHashSet(StringComparer.Ordinal);
        var years = facts.Figures.Where(figure => figure.Sex == Sex.Total && economies.Contains(figure.Area)).ToLookup(figure => figure.Year);
        if (years.Count == 0)
        {
            return new([], economies.Count);
        }

        var first = years.Min(year => year.Key);
        return new(
            Enumerable.Range(first, years.Max(year => year.Key) - first + 1)
                .Select(year => new YearCoverage(year, years[year].Count(), years[year].Count(figure => StatusText.IsEstimated(figure.Status)))).ToList(),
            economies.Count);
    }

    /// <summary>What the chart says in one sentence; it has a year at least.</summary>
    public string Finding
    {
        get
        {
            var (full, last) = (Years.MaxBy(year => year.Economies), Years[^1]);
            return full.Year == last.Year
                ? T("{0} of {1} economies have a figure of {2}, more than of any other year", Numbers.Count(full.Economies), Numbers.Count(All), Numbers.Year(full.Year))
                : N(
                    last.Economies,
                    "{0} of {1} economies have a figure of {2}, the fullest year; one has a figure of {4}",
                    "{0} of {1} economies have a figure of {2}, the fullest year; {3} have one of {4}",
                    Numbers.Count(full.Economies), Numbers.Count(All), Numbers.Year(full.Year), Numbers.Count(last.Economies), Numbers.Year(last.Year));
        }
    }
}
