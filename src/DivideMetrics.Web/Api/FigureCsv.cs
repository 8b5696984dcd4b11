using System.Globalization;
using System.Text;
using CsvHelper;
using DivideMetrics.Indicators;
using DivideMetrics.Observations;
using DivideMetrics.Storage.Observations;
using Microsoft.Net.Http.Headers;

namespace DivideMetrics.Web.Api;

/// <summary>
/// Figures as a CSV file: RFC 4180, UTF-8 without a mark, numbers in the invariant culture and in the shortest form that reads back to
/// the same value. Every text is a code of SDMX or of the seeds, so no cell can be taken for a formula.
/// </summary>
internal sealed class FigureCsv(Indicator indicator, IEnumerable<Figure> figures, IReadOnlyDictionary<long, Vintage> vintages, FigureCsv.Envelope envelope)
    : IResult, IStatusCodeHttpResult
{
    /// <summary>Media type with the parameters of RFC 4180 and RFC 7111.</summary>
    public const string MediaType = "text/csv";

    private static readonly Column[] All =
    [
        new("REF_AREA", "Reference area: ISO 3166-1 alpha-3, XKX, CHI, or the provider's code of an aggregate (WLD)", (figure, _, _) => figure.Area),
        new("SEX", "_T both, F female, M male", (figure, _, _) => figure.Sex.Code()),
        new("TIME_PERIOD", "Year", (figure, _, _) => figure.Year.ToString(CultureInfo.InvariantCulture)),
        new("OBS_VALUE", "Value; empty when missing", (figure, _, _) => figure.Value?.ToString("R", CultureInfo.InvariantCulture)),
        new("OBS_STATUS", "SDMX CL_OBS_STATUS: A normal, B break, E estimated, F forecast, I imputed, M or O missing, P provisional, U low reliability",
            (figure, _, _) => figure.Status.ToString()),
        new("UNIT_MEASURE", "SDMX unit of measure", (_, indicator, _) => indicator.Unit),
        new("SOURCE", "Source id, see /api/v1/sources", (figure, _, _) => figure.Source),
        new("VINTAGE", "Date of the source's release, or of its retrieval where the provider gives none",
            (_, _, vintage) => vintage.Date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
    ];

    /// <summary>What the response says about the file.</summary>
    /// <param name="FileName">Name to save it under.</param>
    /// <param name="Licences">Addresses of the licences of its sources.</param>
    internal sealed record Envelope(string FileName, IReadOnlyList<string> Licences);

    /// <summary>A column of the file.</summary>
    internal sealed record Column(string Name, string Meaning, Func<Figure, Indicator, Vintage, string?> Cell);

    /// <inheritdoc/>
    public int? StatusCode => StatusCodes.Status200OK;

    /// <summary>The columns for an indicator: SEX only where its series have it.</summary>
    public static IReadOnlyList<Column> ColumnsOf(Indicator indicator) => All.Where(column => indicator.BySex || column.Name != "SEX").ToList();

    /// <inheritdoc/>
    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        response.ContentType = $"{MediaType}; charset=utf-8; header=present";
        response.Headers.ContentDisposition = new ContentDispositionHeaderValue("attachment") { FileName = envelope.FileName }.ToString();
        response.Headers.Append("Link", $"<{httpContext.Request.PathBase}/indicators/{indicator.Id}.metadata.json>; rel=\"describedby\"; type=\"application/json\"");
        foreach (var licence in envelope.Licences)
        {
            response.Headers.Append("Link", $"<{licence}>; rel=\"license\"");
        }

        if (!HttpMethods.IsHead(httpContext.Request.Method))
        {
            await WriteAsync(response.Body, httpContext.RequestAborted);
        }
    }

    private async Task WriteAsync(Stream body, CancellationToken aborted)
    {
        await using var text = new StreamWriter(body, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), 1 << 14, leaveOpen: true);
        await using var csv = new CsvWriter(text, CultureInfo.InvariantCulture, leaveOpen: true);
        var columns = ColumnsOf(indicator);
        foreach (var column in columns)
        {
            csv.WriteField(column.Name);
        }

        await csv.NextRecordAsync();
        foreach (var figure in figures)
        {
            aborted.ThrowIfCancellationRequested();
            foreach (var column in columns)
            {
                csv.WriteField(column.Cell(figure, indicator, vintages[figure.Vintage]));
            }

            await csv.NextRecordAsync();
        }
    }
}
