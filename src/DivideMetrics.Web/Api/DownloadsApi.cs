using DivideMetrics.Seeds;
using DivideMetrics.Storage.Observations;
using Microsoft.AspNetCore.Http.HttpResults;

namespace DivideMetrics.Web.Api;

/// <summary>The files behind every chart's download link.</summary>
internal static class DownloadsApi
{
    public static void Map(RouteGroupBuilder indicators)
    {
        indicators.WithTags("Downloads");
        indicators.MapRead("/{id}.csv", CsvAsync)
            .WithSummary("Observations as CSV (RFC 4180, UTF-8), long, SDMX column names")
            .WithDescription(
                "REF_AREA, SEX (only where the series has it), TIME_PERIOD, OBS_VALUE (empty when missing), OBS_STATUS, UNIT_MEASURE, SOURCE, VINTAGE "
                + "(date of the source's release, or of its retrieval where the provider gives none; metadata.json lists the vintages behind the dates).")
            .Produces(200, contentType: FigureCsv.MediaType)
            .ProducesProblem(400).ProducesProblem(404).ProducesProblem(503);
        indicators.MapRead("/{id}.metadata.json", MetadataAsync)
            .WithSummary("Definition, sources, licences, citations and vintages of an indicator")
            .ProducesProblem(404).ProducesProblem(503);
    }

    private static async Task<Results<FigureCsv, ProblemHttpResult>> CsvAsync(
        string id, [AsParameters] FigureQuery query, CurrentFigures figures, Catalog catalog)
    {
        if (catalog.FindIndicator(id) is not { } indicator)
        {
            return IndicatorsApi.Unknown(id, catalog);
        }

        var filter = FigureFilter.Parse(query, catalog.Areas);
        if (filter.Problem is { } problem)
        {
            return Problems.Parameter(problem);
        }

        var all = await figures.View.FiguresAsync(id);
        var licences = all.Select(figure => figure.Source).Distinct().Select(catalog.FindSource).Select(source => source?.Licence.Url);
        return new FigureCsv(
            indicator, filter.Value!.Of(all), figures.View.Vintages,
            new($"{id}{(filter.Value.Narrows ? "-filtered" : "")}.csv", licences.OfType<string>().Distinct().ToList()));
    }

    private static async Task<Results<Ok<IndicatorMetadata>, ProblemHttpResult>> MetadataAsync(
        string id, CurrentFigures figures, Catalog catalog, HttpRequest request)
    {
        if (catalog.FindIndicator(id) is not { } indicator)
        {
            return IndicatorsApi.Unknown(id, catalog);
        }

        var used = (await figures.View.FiguresAsync(id)).Select(figure => figure.Vintage).Distinct()
            .Select(vintage => figures.View.Vintages[vintage]).ToLookup(vintage => vintage.Source);
        var sources = used.Select(vintages => OriginRow.Of(catalog.FindSource(vintages.Key), vintages.ToList())).ToList();
        var site = $"{request.Scheme}://{request.Host}{request.PathBase}";
        return TypedResults.Ok(new IndicatorMetadata(
            IndicatorRow.Of(indicator), $"{site}/indicators/{id}", ComputationRow.Of(figures.View.Computation), IndicatorMetadata.ColumnsOf(indicator), sources));
    }
}

/// <summary>What stands beside the figures of an indicator.</summary>
/// <param name="Indicator">Its declaration.</param>
/// <param name="Url">Its page.</param>
/// <param name="Computation">The published state.</param>
/// <param name="Columns">What each column of the CSV file means.</param>
/// <param name="Origins">Where the figures come from.</param>
internal sealed record IndicatorMetadata(
    IndicatorRow Indicator, string Url, ComputationRow Computation, IReadOnlyDictionary<string, string> Columns, IReadOnlyList<OriginRow> Origins)
{
    public static IReadOnlyDictionary<string, string> ColumnsOf(Indicators.Indicator indicator) =>
        FigureCsv.ColumnsOf(indicator).ToDictionary(column => column.Name, column => column.Meaning);
}

/// <summary>A source of an indicator's figures and the vintages in which they first appeared.</summary>
/// <param name="Source">Source id, as in the column SOURCE.</param>
/// <param name="Title">Title of the dataset.</param>
/// <param name="Provider">Who publishes it.</param>
/// <param name="Homepage">Page for readers.</param>
/// <param name="Licence">Licence of the figures.</param>
/// <param name="Citation">How to cite it.</param>
/// <param name="Vintages">The vintages behind the dates in the column VINTAGE.</param>
internal sealed record OriginRow(
    string Source, string? Title, string? Provider, string? Homepage, Sources.Licence? Licence, string Citation, IReadOnlyList<VintageRow> Vintages)
{
    /// <summary>A source may have left the declarations while its figures still stand: then only the vintages speak for it.</summary>
    public static OriginRow Of(Sources.SourceDefinition? source, IReadOnlyList<Vintage> vintages) => new(
        vintages[0].Source, source?.Title, source?.Provider, source?.Homepage, source?.Licence, source?.Citation ?? vintages[0].Citation,
        vintages.Select(VintageRow.Of).ToList());
}
