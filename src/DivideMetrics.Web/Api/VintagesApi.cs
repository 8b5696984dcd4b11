using DivideMetrics.Seeds;
using DivideMetrics.Sources;
using DivideMetrics.Storage.Observations;
using DivideMetrics.Web.Reading;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace DivideMetrics.Web.Api;

/// <summary>Every release that was taken in, with its dates, its files and what it changed. Read anew each time.</summary>
internal static class VintagesApi
{
    private const string Trial = "trial";
    private static readonly string[] Statuses = ["published", "quarantined", Trial];

    public static void Map(RouteGroupBuilder api)
    {
        var vintages = api.MapGroup("/vintages").WithTags("Sources");
        vintages.MapRead("/", ListAsync)
            .WithSummary("Every vintage, the last release first: its dates, its state and what it changed")
            .WithDescription(
                "source: an id of /api/v1/sources; status: published, quarantined, or trial for the dry runs, which are left out otherwise.")
            .ProducesProblem(400);
        vintages.MapRead("/{id:long}", FindAsync).WithSummary("One vintage with its files").ProducesProblem(404);
        vintages.AddEndpointFilter(async (context, next) =>
        {
            context.HttpContext.Response.Headers.CacheControl = "no-cache";
            return await next(context);
        });
    }

    private static async Task<Results<Ok<IEnumerable<VintageRow>>, ProblemHttpResult>> ListAsync(
        [FromQuery] string? source, [FromQuery] string? status, [AsParameters] VintageReading reading)
    {
        var sources = reading.Catalog.Sources.Select(one => one.Id).ToList();
        if ((ProblemOf("source", source, sources) ?? ProblemOf("status", status, Statuses)) is { } problem)
        {
            return Problems.Parameter(problem);
        }

        var found = (await reading.Vintages.ListAsync(source, reading.Aborted))
            .Where(vintage => status is null ? vintage.Status != Trial : vintage.Status == status);
        return TypedResults.Ok(
            found.OrderByDescending(vintage => vintage.ReleaseDate).ThenByDescending(vintage => vintage.Id).Select(VintageRow.Of));
    }

    private static async Task<Results<Ok<VintageAnswer>, ProblemHttpResult>> FindAsync(long id, [AsParameters] VintageReading reading)
    {
        if (await reading.Vintages.FindAsync(id, reading.Aborted) is not { } vintage)
        {
            return Problems.NotFound("vintage", FormattableString.Invariant($"{id}"), []);
        }

        // Where a file lies on this machine is nobody's business; its name, checksum and address say enough.
        var files = await reading.Vintages.FilesAsync(id, _ => "", reading.Aborted);
        return TypedResults.Ok(new VintageAnswer(vintage, files));
    }

    private static QueryProblem? ProblemOf(string parameter, string? found, IReadOnlyCollection<string> known) =>
        found is null || known.Contains(found) ? null : new(parameter, found, $"one of {string.Join(", ", known)}");
}

/// <summary>What reading vintages needs.</summary>
internal sealed record VintageReading(Catalog Catalog, VintageQueries Vintages, CancellationToken Aborted);

/// <summary>A vintage with its files.</summary>
internal sealed record VintageAnswer : VintageRow
{
    public VintageAnswer(Vintage vintage, IReadOnlyList<RawFile> files)
        : base(Of(vintage)) => Files = files.Select(FileRow.Of).ToList();

    /// <summary>The files as the provider served them.</summary>
    public IReadOnlyList<FileRow> Files { get; }
}

/// <summary>A file as the provider served it.</summary>
/// <param name="Name">Its name within the vintage.</param>
/// <param name="Uri">Where it was fetched.</param>
/// <param name="MediaType">Its media type.</param>
/// <param name="Sha256">Checksum of its bytes, which are kept.</param>
/// <param name="Length">Bytes.</param>
internal sealed record FileRow(string Name, string Uri, string MediaType, string Sha256, long Length)
{
    public static FileRow Of(RawFile file) => new(file.Name, file.Uri, file.MediaType, file.Sha256, file.Length);
}
