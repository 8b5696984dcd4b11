using DivideMetrics.Areas;
using DivideMetrics.Storage.Freshness;
using static DivideMetrics.Web.Languages.Text;

namespace DivideMetrics.Web.Reading;

/// <summary>What a source covers, in words.</summary>
public static class SourceCover
{
    /// <summary><c>179 of 217 economies, 96.7 % of people</c>; without the people where no population is published.</summary>
    public static string Of(SourceCoverage coverage, AreaCatalog areas, IReadOnlyDictionary<string, double> population)
    {
        var economies = areas.Economies.Select(area => area.Code).ToHashSet(StringComparer.Ordinal);
        var covered = coverage.Areas.Where(economies.Contains).ToList();
        var (some, every) = (Numbers.Count(covered.Count), Numbers.Count(economies.Count));
        var all = population.Where(pair => economies.Contains(pair.Key)).Sum(pair => pair.Value);
        return all > 0
            ? T("{0} of {1} economies, {2} of people", some, every, Numbers.Share(covered.Sum(code => population.GetValueOrDefault(code)) / all))
            : T("{0} of {1} economies", some, every);
    }

    /// <summary>The newest population of each area, from the indicator by which the others are weighted; empty where there is none.</summary>
    public static async Task<IReadOnlyDictionary<string, double>> PopulationAsync(PublishedView view, Seeds.Catalog catalog)
    {
        var weights = catalog.Indicators.Select(indicator => indicator.Weights).OfType<string>().Select(catalog.FindIndicator).FirstOrDefault(indicator => indicator?.Unit == "PS");
        return weights is null
            ? new Dictionary<string, double>()
            : (await view.FiguresAsync(weights.Id)).Where(figure => figure.Value is not null && figure.Sex == Observations.Sex.Total)
                .GroupBy(figure => figure.Area).ToDictionary(group => group.Key, group => group.MaxBy(figure => figure.Year)!.Value!.Value);
    }
}
