using DivideMetrics.Seeds;
using DivideMetrics.Storage.Observations;
using DivideMetrics.Storage.Runs;
using DivideMetrics.Web.Reading;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace DivideMetrics.Web.Api;

/// <summary>Where the figures come from: sources and runs. Read anew each time; callers ask again before they use a kept answer.</summary>
internal static class SourcesApi
{
    private const int MostRuns = 200;

    public static void Map(RouteGroupBuilder api)
    {
        var origin = api.MapGroup("").WithTags("Sources");
        origin.MapRead("/sources", SourcesAsync).WithSummary("Every source with the vintage that is served");
        origin.MapRead("/runs", RunsAsync).WithSummary("The newest 200 runs of imports and computations").ProducesProblem(400);
        origin.MapRead("/runs/{id:long}/findings", FindingsAsync)
            .WithSummary("What a run met: refused rows, series that are gone, each with file, line and reason")
            .ProducesProblem(404);
        origin.AddEndpointFilter(async (context, next) =>
        {
            context.HttpContext.Response.Headers.CacheControl = "no-cache";
            return await next(context);
        });
    }

    private static async Task<Ok<IEnumerable<SourceRow>>> SourcesAsync(Catalog catalog, VintageQueries vintages, CancellationToken aborted)
    {
        var served = (await vintages.StateAsync(ReadAt.Now, aborted)).ToDictionary(vintage => vintage.Source, VintageRow.Of);
        return TypedResults.Ok(catalog.Sources.Select(source => SourceRow.Of(source, served.GetValueOrDefault(source.Id))));
    }

    private static async Task<Results<Ok<IEnumerable<RunRow>>, ProblemHttpResult>> RunsAsync(
        [FromQuery] string? source, Catalog catalog, RunQueries runs, CancellationToken aborted)
    {
        if (ProblemOf(source, catalog) is { } problem)
        {
            return Problems.Parameter(problem);
        }

        return TypedResults.Ok((await runs.NewestAsync(source, MostRuns, aborted)).Select(RunRow.Of));
    }

    private static async Task<Results<Ok<IEnumerable<FindingRow>>, ProblemHttpResult>> FindingsAsync(long id, RunQueries runs, CancellationToken aborted) =>
        await runs.FindAsync(id, aborted) is null
            ? Problems.NotFound("run", FormattableString.Invariant($"{id}"), [])
            : TypedResults.Ok((await runs.FindingsAsync(id, aborted)).Select(found => FindingRow.Of(found.Finding)));

    private static QueryProblem? ProblemOf(string? source, Catalog catalog) =>
        source is null || catalog.FindSource(source) is not null
            ? null
            : new("source", source, $"one of {string.Join(", ", catalog.Sources.Select(one => one.Id))}");
}
