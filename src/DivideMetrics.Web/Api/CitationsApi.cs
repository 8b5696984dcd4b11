using DivideMetrics.Web.Reading;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Net.Http.Headers;

namespace DivideMetrics.Web.Api;

/// <summary>The citation of an indicator's figures for reference managers.</summary>
internal static class CitationsApi
{
    private static readonly (string Extension, string Media, string Name, Func<CitedFigures, string> Write)[] Formats =
    [
        ("bib", "application/x-bibtex", "BibTeX", CitationFormats.BibTeX),
        ("ris", "application/x-research-info-systems", "RIS", CitationFormats.Ris),
        ("csl.json", "application/vnd.citationstyles.csl+json", "CSL-JSON", CitationFormats.CslJson),
    ];

    public static void Map(RouteGroupBuilder indicators)
    {
        foreach (var (extension, media, name, write) in Formats)
        {
            indicators.MapRead($"/{{id}}.{extension}", (string id, [AsParameters] AskedState asked, CurrentFigures figures, [AsParameters] MetadataReading reading) =>
                    CiteAsync(id, figures, reading, new(extension, media, write)))
                .WithTags("Downloads")
                .WithSummary($"Citation of an indicator as {name}")
                .WithDescription("Names the providers and releases, and leads to an address that shows the same figures later. " + ApiDescription.StateWords)
                .WithMetadata(new SaysTheDay())
                .Produces(200, contentType: media)
                .ProducesProblem(400).ProducesProblem(404).ProducesProblem(503);
        }
    }

    private static async Task<Results<CitationFile, ProblemHttpResult>> CiteAsync(string id, CurrentFigures figures, MetadataReading reading, CitationFormat format)
    {
        var (catalog, clock, request) = reading;
        if (catalog.FindIndicator(id) is not { } indicator)
        {
            return IndicatorsApi.Unknown(id, catalog);
        }

        var view = figures.View;
        var all = await view.FiguresAsync(id);
        var today = StateQuery.Today(clock);
        var lasting = Citation.Lasting(view.State.Asked, today);
        var address = new Uri($"{request.Scheme}://{request.Host}{request.PathBase}{AppUrls.Indicator(id, new(At: lasting))}");
        var providers = all.Select(figure => figure.Source).Distinct().Select(catalog.FindSource).Select(source => source?.Provider).OfType<string>().Distinct().ToList();
        var cited = CitedFigures.Of(indicator, SourceNote.Of(all, view, catalog), providers, (lasting, today), address);
        return new CitationFile(format.Write(cited), format.Media, $"{id}{DownloadsApi.DaysOf(view.State.Asked)}.{format.Extension}");
    }

    private sealed record CitationFormat(string Extension, string Media, Func<CitedFigures, string> Write);
}

/// <summary>A citation as a file.</summary>
internal sealed class CitationFile(string text, string media, string name) : IResult, IStatusCodeHttpResult
{
    /// <inheritdoc/>
    public int? StatusCode => StatusCodes.Status200OK;

    /// <inheritdoc/>
    public Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        response.ContentType = $"{media}; charset=utf-8";
        response.Headers.ContentDisposition = new ContentDispositionHeaderValue("attachment") { FileName = name }.ToString();
        return HttpMethods.IsHead(httpContext.Request.Method) ? Task.CompletedTask : response.WriteAsync(text, httpContext.RequestAborted);
    }
}
