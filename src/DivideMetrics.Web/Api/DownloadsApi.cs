using DivideMetrics.Observations;
using DivideMetrics.Seeds;
using DivideMetrics.Storage.Observations;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace DivideMetrics.Web.Api;

/// <summary>The files behind every chart's download link.</summary>
internal static class DownloadsApi
{
    private const string FilterWords =
        "time: 2020, 2000..2020, earliest, latest (of the chosen rows); country: codes or names joined by '~'; sex: _T, F or M; "
        + "region: code or name of a group, for its members only.";

    // Both patterns fit x.gaps.csv; an indicator's id has no dot.
    private const int BeforeFigures = -1;

    public static void Map(RouteGroupBuilder indicators)
    {
        indicators.WithTags("Downloads");
        indicators.MapRead("/{id}.csv", CsvAsync)
            .WithSummary("Observations as CSV (RFC 4180, UTF-8), long, SDMX column names")
            .WithDescription(
                "REF_AREA, SEX (only where the series has it), TIME_PERIOD, OBS_VALUE (empty when missing), OBS_STATUS, UNIT_MEASURE, SOURCE, VINTAGE "
                + "(date of the source's release, or of its retrieval where the provider gives none; metadata.json lists the vintages behind the dates). "
                + FilterWords)
            .Produces(200, contentType: CsvText.MediaType)
            .ProducesProblem(400).ProducesProblem(404).ProducesProblem(503);
        indicators.MapRead("/{id}.gaps.csv", GapsCsvAsync)
            .WithSummary("Measures of the gap as CSV (RFC 4180, UTF-8), long")
            .WithDescription(string.Join(", ", GapCsv.Columns.Select(column => column.Name)) + ". measure: ids of /api/v1/measures joined by '~'. " + FilterWords)
            .WithOrder(BeforeFigures)
            .Produces(200, contentType: CsvText.MediaType)
            .ProducesProblem(400).ProducesProblem(404).ProducesProblem(503);
        indicators.MapRead("/{id}.metadata.json", MetadataAsync)
            .WithSummary("Definition, sources, licences, citations and vintages of an indicator")
            .ProducesProblem(404).ProducesProblem(503);
    }

    private static async Task<Results<CsvFile<FigureLine>, ProblemHttpResult>> CsvAsync(
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
        var rows = filter.Value!.Of(all).Select(figure => new FigureLine(figure, indicator, figures.View.Vintages[figure.Vintage]));
        return new CsvFile<FigureLine>(
            FigureCsv.ColumnsOf(indicator), rows, new(id, $"{id}{(filter.Value.Narrows ? "-filtered" : "")}.csv", LicencesOf(all, catalog)));
    }

    private static async Task<Results<CsvFile<GapLine>, ProblemHttpResult>> GapsCsvAsync(
        string id, [AsParameters] FigureQuery query, [FromQuery] string? measure, CurrentFigures figures, Catalog catalog)
    {
        if (catalog.FindIndicator(id) is not { } indicator)
        {
            return IndicatorsApi.Unknown(id, catalog);
        }

        var filter = FigureFilter.Parse(query, catalog.Areas);
        var measures = QueryList.Parse("measure", measure, indicator.Measures);
        if ((measures.Problem ?? filter.Problem) is { } problem)
        {
            return Problems.Parameter(problem);
        }

        var wanted = (await figures.View.GapsAsync(id)).Where(gap => measures.Value!.Contains(gap.Measure));
        var narrows = filter.Value!.Narrows || measures.Value!.Count < indicator.Measures.Count;
        return new CsvFile<GapLine>(
            GapCsv.Columns, filter.Value.Of(wanted).Select(gap => new GapLine(gap, indicator)),
            new(id, $"{id}-gaps{(narrows ? "-filtered" : "")}.csv", LicencesOf(await figures.View.FiguresAsync(id), catalog)));
    }

    private static List<string> LicencesOf(IEnumerable<Figure> figures, Catalog catalog) =>
        figures.Select(figure => figure.Source).Distinct().Select(catalog.FindSource).Select(source => source?.Licence.Url).OfType<string>().Distinct().ToList();

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
        return TypedResults.Ok(new IndicatorMetadata(
            IndicatorRow.Of(indicator), $"{request.PathBase}/indicators/{id}", ComputationRow.Of(figures.View.Computation), IndicatorMetadata.ColumnsOf(indicator), sources));
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
