using DivideMetrics.Revisions;
using DivideMetrics.Storage.Observations;
using DivideMetrics.Web.Reading;
using DivideMetrics.Web.Revisions;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Net.Http.Headers;

namespace DivideMetrics.Web.Api;

/// <summary>Which difference is asked for, and what makes it.</summary>
internal sealed record ChangeRequest
{
    /// <summary>Source id.</summary>
    [FromRoute(Name = "id")]
    public required string Id { get; init; }

    /// <summary>Vintage id; the newest without it.</summary>
    [FromQuery(Name = "vintage")]
    public string? Vintage { get; init; }

    /// <summary>Id of the older one; the release before without it.</summary>
    [FromQuery(Name = "from")]
    public string? From { get; init; }

    /// <summary>Reads vintages.</summary>
    [FromServices]
    public required VintageQueries Vintages { get; init; }

    /// <summary>Makes differences.</summary>
    [FromServices]
    public required ChangeReports Reports { get; init; }
}

/// <summary>Differences between two vintages of a source as files.</summary>
internal static class ChangesApi
{
    private delegate Task Writer(Stream stream, VintageDiff difference, CancellationToken cancellationToken);

    public static void Map(RouteGroupBuilder sources)
    {
        var changes = sources.MapGroup("").WithTags("Sources");
        changes.MapRead("/{id}/changes.csv", CsvAsync)
            .WithSummary("What a vintage changed, as CSV").WithDescription("vintage: an id of /api/v1/vintages, the newest without it; from: the id to compare with.")
            .ProducesProblem(404);
        changes.MapRead("/{id}/changes.xlsx", WorkbookAsync).WithSummary("What a vintage changed, as a workbook").ProducesProblem(404);
    }

    private static Task<Results<PushStreamHttpResult, ProblemHttpResult>> CsvAsync(
        [AsParameters] ChangeRequest request, HttpResponse response, CancellationToken aborted) =>
        AnswerAsync(request, response, ("csv", $"{CsvText.MediaType}; charset=utf-8; header=present", WriteCsvAsync), aborted);

    private static Task<Results<PushStreamHttpResult, ProblemHttpResult>> WorkbookAsync(
        [AsParameters] ChangeRequest request, HttpResponse response, CancellationToken aborted) =>
        AnswerAsync(request, response, ("xlsx", ChangeWorkbook.MediaType, WriteWorkbookAsync), aborted);

    private static Task WriteCsvAsync(Stream body, VintageDiff difference, CancellationToken aborted) =>
        ChangeCsv.WriteAsync(body, difference.Changes, aborted);

    /// <summary>A workbook is a zip archive, whose parts are sized before they are sent: it is made in memory first.</summary>
    private static async Task WriteWorkbookAsync(Stream body, VintageDiff difference, CancellationToken aborted)
    {
        using var made = new MemoryStream();
        await ChangeWorkbook.WriteAsync(made, difference.Changes, difference.Counts, aborted);
        made.Position = 0;
        await made.CopyToAsync(body, aborted);
    }

    private static async Task<Results<PushStreamHttpResult, ProblemHttpResult>> AnswerAsync(
        ChangeRequest request, HttpResponse response, (string Extension, string MediaType, Writer Write) file, CancellationToken aborted)
    {
        var known = await request.Vintages.ListAsync(request.Id, aborted);
        var (_, newer, older) = ChangeQuery.Read(known, request.Id, request.Vintage, request.From);
        if (newer is null)
        {
            return Problems.NotFound("vintage", request.Vintage ?? request.From ?? request.Id, known.Take(3).Select(vintage => FormattableString.Invariant($"{vintage.Id}")).ToList());
        }

        if (await request.Reports.OfAsync(newer.Id, older?.Id, aborted) is not { } report)
        {
            return Problems.NotFound("vintage", request.Vintage ?? request.Id, []);
        }

        response.Headers.ContentDisposition =
            new ContentDispositionHeaderValue("attachment") { FileName = FormattableString.Invariant($"{request.Id}-changes-{newer.Id}.{file.Extension}") }.ToString();
        return TypedResults.Stream(body => file.Write(body, report.Difference, aborted), file.MediaType);
    }
}
