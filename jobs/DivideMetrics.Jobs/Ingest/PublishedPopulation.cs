using DivideMetrics.Observations;
using DivideMetrics.Seeds;
using DivideMetrics.Storage.Figures;

namespace DivideMetrics.Jobs.Ingest;

/// <summary>The population that readers see now: what the gate weighs coverage with.</summary>
public sealed class PublishedPopulation(Catalog catalog, ComputationQueries computations)
{
    private const string Persons = "PS";

    /// <summary>Persons by REF_AREA, of the newest year that has a value; empty before the first computation.</summary>
    public async Task<IReadOnlyDictionary<string, double>> LatestAsync(CancellationToken cancellationToken)
    {
        var population = new Dictionary<string, double>(StringComparer.Ordinal);
        if (await computations.LatestAsync(null, cancellationToken) is not { } latest)
        {
            return population;
        }

        foreach (var indicator in Indicators())
        {
            var figures = await computations.FiguresOfIndicatorAsync(latest.Id, indicator, cancellationToken);
            foreach (var figure in figures.Where(figure => figure is { Sex: Sex.Total, Value: not null }).OrderByDescending(figure => figure.Year))
            {
                population.TryAdd(figure.Area, figure.Value!.Value);
            }
        }

        return population;
    }

    /// <summary>The indicators that others are weighted with and that count persons.</summary>
    private IEnumerable<string> Indicators()
    {
        var weights = catalog.Indicators.Select(indicator => indicator.Weights).OfType<string>().ToHashSet(StringComparer.Ordinal);
        return catalog.Indicators.Where(indicator => indicator.Unit == Persons && weights.Contains(indicator.Id)).Select(indicator => indicator.Id);
    }
}
