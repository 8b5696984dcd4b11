using System.Globalization;
using Microsoft.Net.Http.Headers;

namespace DivideMetrics.Web.Api;

/// <summary>A column of a CSV file.</summary>
/// <param name="Name">Name in the header line: SDMX's where SDMX has one.</param>
/// <param name="Meaning">What it holds, in words.</param>
/// <param name="Cell">Its text in a row; null leaves it empty.</param>
internal sealed record CsvColumn<TRow>(string Name, string Meaning, Func<TRow, string?> Cell);

/// <summary>What the response says about a file.</summary>
/// <param name="Metadata">Address of what stands beside it, of the same state.</param>
/// <param name="FileName">Name to save it under.</param>
/// <param name="Licences">Addresses of the licences of its sources.</param>
internal sealed record CsvEnvelope(string Metadata, string FileName, IReadOnlyList<string> Licences);

/// <summary>
/// Rows as a CSV file: RFC 4180, UTF-8 without a mark, numbers in the invariant culture and in the shortest form that reads back to
/// the same value.
/// </summary>
internal sealed class CsvFile<TRow>(IReadOnlyList<CsvColumn<TRow>> columns, IEnumerable<TRow> rows, CsvEnvelope envelope) : IResult, IStatusCodeHttpResult
{
    /// <inheritdoc/>
    public int? StatusCode => StatusCodes.Status200OK;

    /// <inheritdoc/>
    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        response.ContentType = $"{CsvText.MediaType}; charset=utf-8; header=present";
        response.Headers.ContentDisposition = new ContentDispositionHeaderValue("attachment") { FileName = envelope.FileName }.ToString();
        var metadata = httpContext.Request.PathBase + envelope.Metadata;
        response.Headers.Append("Link", $"<{metadata}>; rel=\"describedby\"; type=\"application/json\"");
        foreach (var licence in envelope.Licences)
        {
            response.Headers.Append("Link", $"<{licence}>; rel=\"license\"");
        }

        if (!HttpMethods.IsHead(httpContext.Request.Method))
        {
            await CsvRows.WriteAsync(columns, rows, response.Body, httpContext.RequestAborted);
        }
    }
}

/// <summary>What all CSV files share.</summary>
internal static class CsvText
{
    /// <summary>Media type of RFC 4180; the response adds the parameters of RFC 7111.</summary>
    public const string MediaType = "text/csv";

    /// <summary>A number in the shortest form that reads back to the same value; null stays null.</summary>
    public static string? Of(double? number) => number?.ToString("R", CultureInfo.InvariantCulture);

    /// <summary>A whole number; null stays null.</summary>
    public static string? Of(int? number) => number?.ToString(CultureInfo.InvariantCulture);
}
