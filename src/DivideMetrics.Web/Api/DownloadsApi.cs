using DivideMetrics.Gaps;
using DivideMetrics.Observations;
using DivideMetrics.Seeds;
using DivideMetrics.Storage.Observations;
using DivideMetrics.Web.Reading;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace DivideMetrics.Web.Api;

/// <summary>The files behind every chart's download link.</summary>
internal static class DownloadsApi
{
    private const string FilterWords =
        "time: 2020, 2000..2020, earliest, latest (of the chosen rows); country: codes or names joined by '~'; sex: _T, F or M; "
        + "region: code or name of a group, for its members only. " + ApiDescription.StateWords;

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
            .WithDescription("The citation names the release of each source and leads to an address that shows the same figures later. "
                + ApiDescription.StateWords)
            .WithMetadata(new SaysTheDay())
            .ProducesProblem(400).ProducesProblem(404).ProducesProblem(503);
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
        var kind = filter.Value.Narrows ? "-filtered" : "";
        return new CsvFile<FigureLine>(FigureCsv.ColumnsOf(indicator), rows, EnvelopeOf(id, kind, figures.View.State, LicencesOf(all, catalog)));
    }

    private static async Task<Results<CsvFile<GapLine>, ProblemHttpResult>> GapsCsvAsync(
        string id, [AsParameters] FigureQuery query, [FromQuery] string? measure, CurrentFigures figures, Catalog catalog)
    {
        if (catalog.FindIndicator(id) is not { } indicator)
        {
            return IndicatorsApi.Unknown(id, catalog);
        }

        var filter = FigureFilter.Parse(query, catalog.Areas);
        var measures = QueryList.Parse("measure", measure, MeasureRegistry.IdsOf(indicator));
        if ((measures.Problem ?? filter.Problem) is { } problem)
        {
            return Problems.Parameter(problem);
        }

        var wanted = await figures.View.GapsAsync(id, measures.Value!);
        var narrows = filter.Value!.Narrows || measures.Value!.Count < MeasureRegistry.IdsOf(indicator).Count;
        return new CsvFile<GapLine>(
            GapCsv.Columns, filter.Value.Of(wanted).Select(gap => new GapLine(gap, indicator)),
            EnvelopeOf(id, narrows ? "-gaps-filtered" : "-gaps", figures.View.State, LicencesOf(await figures.View.FiguresAsync(id), catalog)));
    }

    private static CsvEnvelope EnvelopeOf(string id, string kind, ViewState state, IReadOnlyList<string> licences) =>
        new(AppUrls.Metadata(id, state.Asked), $"{id}{kind}{DaysOf(state.Asked)}.csv", licences);

    /// <summary>A file of another state bears its days in its name, so that two of them can lie in one folder.</summary>
    internal static string DaysOf(ReadAt asked)
    {
        var released = asked.AsOf is { } asOf ? $"-asof-{QueryReading.Written(asOf)}" : "";
        var shown = asked.Seen is { } seen ? $"-seen-{QueryReading.Written(seen)}" : "";
        return released + shown;
    }

    private static List<string> LicencesOf(IEnumerable<Figure> figures, Catalog catalog) =>
        figures.Select(figure => figure.Source).Distinct().Select(catalog.FindSource).Select(source => source?.Licence.Url).OfType<string>().Distinct().ToList();

    private static async Task<Results<Ok<IndicatorMetadata>, ProblemHttpResult>> MetadataAsync(
        string id, [AsParameters] AskedState asked, CurrentFigures figures, [AsParameters] MetadataReading reading)
    {
        var (catalog, clock, request) = reading;
        if (catalog.FindIndicator(id) is not { } indicator)
        {
            return IndicatorsApi.Unknown(id, catalog);
        }

        var view = figures.View;
        var all = await view.FiguresAsync(id);
        var used = all.Select(figure => figure.Vintage).Distinct()
            .Select(vintage => view.Vintages[vintage]).ToLookup(vintage => vintage.Source);
        var lasting = Citation.Lasting(view.State.Asked, StateQuery.Today(clock));
        return TypedResults.Ok(new IndicatorMetadata(
            IndicatorRow.Of(indicator, catalog), request.PathBase + AppUrls.Indicator(id, new(At: view.State.Asked)))
        {
            Computation = ComputationRow.Of(view.State),
            State = StateRow.Of(view.State),
            Citation = new(
                Citation.Of(indicator, SourceNote.Of(all, view, catalog), lasting), request.PathBase + AppUrls.Indicator(id, new(At: lasting))),
            Columns = IndicatorMetadata.ColumnsOf(indicator),
            Origins = used.Select(vintages => OriginRow.Of(catalog.FindSource(vintages.Key), vintages.ToList())).ToList(),
        });
    }
}

/// <summary>What reading metadata needs.</summary>
internal sealed record MetadataReading(Catalog Catalog, TimeProvider Clock, HttpRequest Request);

/// <summary>What stands beside the figures of an indicator.</summary>
/// <param name="Indicator">Its declaration.</param>
/// <param name="Url">Its page.</param>
internal sealed record IndicatorMetadata(IndicatorRow Indicator, string Url)
{
    /// <summary>The computation that the figures were read from, and the version of its methods.</summary>
    public required ComputationRow Computation { get; init; }

    /// <summary>The state of the figures.</summary>
    public required StateRow State { get; init; }

    /// <summary>How to cite them.</summary>
    public required CitationRow Citation { get; init; }

    /// <summary>What each column of the CSV file means.</summary>
    public required IReadOnlyDictionary<string, string> Columns { get; init; }

    /// <summary>Where the figures come from.</summary>
    public required IReadOnlyList<OriginRow> Origins { get; init; }

    public static IReadOnlyDictionary<string, string> ColumnsOf(Indicators.Indicator indicator) =>
        FigureCsv.ColumnsOf(indicator).ToDictionary(column => column.Name, column => column.Meaning);
}

/// <summary>How to cite the figures of an answer.</summary>
/// <param name="Text">Sources with their releases, title, product and day.</param>
/// <param name="Permalink">Path on this site that shows the same figures later.</param>
internal sealed record CitationRow(string Text, string Permalink);

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
