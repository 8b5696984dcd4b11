using DivideMetrics.Storage.Figures;
using Microsoft.AspNetCore.Http.HttpResults;
using Npgsql;

namespace DivideMetrics.Web.Hosting;

/// <summary>For load balancers and for whoever waits for the start.</summary>
internal static class Health
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    /// <summary>Maps <c>/health/live</c> and <c>/health/ready</c>.</summary>
    public static void MapHealth(this IEndpointRouteBuilder app)
    {
        var health = app.MapGroup("/health").ExcludeFromDescription().AddEndpointFilter(async (context, next) =>
        {
            context.HttpContext.Response.Headers.CacheControl = "no-store";
            return await next(context);
        });
        health.MapGet("/live", () => TypedResults.Ok(new HealthAnswer("live", null, null)));
        health.MapGet("/ready", ReadyAsync);
    }

    private static async Task<JsonHttpResult<HealthAnswer>> ReadyAsync(ComputationQueries computations, CancellationToken aborted)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(aborted);
        patience.CancelAfter(Patience);
        try
        {
            return await computations.LatestAsync(null, patience.Token) is { } computation
                ? Answer(StatusCodes.Status200OK, new("ready", null, computation.Id))
                : NotReady("No figures are published yet: the first import is at work or has failed; /api/v1/runs says which.");
        }
        catch (Exception failure) when (failure is NpgsqlException or TimeoutException or OperationCanceledException && !aborted.IsCancellationRequested)
        {
            return NotReady("The database does not answer.");
        }
    }

    private static JsonHttpResult<HealthAnswer> NotReady(string reason) =>
        Answer(StatusCodes.Status503ServiceUnavailable, new("not-ready", reason, null));

    private static JsonHttpResult<HealthAnswer> Answer(int status, HealthAnswer answer) => TypedResults.Json(answer, statusCode: status);

    /// <summary>The state of this process.</summary>
    private sealed record HealthAnswer(string Status, string? Reason, long? Computation);
}
