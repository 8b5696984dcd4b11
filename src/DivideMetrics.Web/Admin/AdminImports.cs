using DivideMetrics.Jobs.Scheduling;
using DivideMetrics.Seeds;
using DivideMetrics.Sources;
using DivideMetrics.Storage.Accounts;
using DivideMetrics.Web.Admin.Identity;
using DivideMetrics.Web.Admin.Pages;

namespace DivideMetrics.Web.Admin;

/// <summary>What the first page of the desk shows.</summary>
/// <param name="Frame">What every page shows.</param>
/// <param name="Sources">The sources that can be imported.</param>
public sealed record AdminView(DeskFrame Frame, IReadOnlyList<SourceDefinition> Sources);

/// <summary>The first page of the area: asks for an import or a dry run of a source.</summary>
internal static class AdminImports
{
    /// <summary>Address that takes the form.</summary>
    public const string Path = "/admin/imports";

    public static void Map(RouteGroupBuilder desk)
    {
        desk.MapGet("/", (HttpContext http, Catalog catalog) => Page(http, catalog)).RequireAuthorization(AccountRole.Viewer);
        desk.MapPost("/imports", PostAsync).RequireAuthorization(AccountRole.Operator);
    }

    private static async Task<IResult> PostAsync(HttpContext http, Catalog catalog, IngestScheduler scheduler, AuditStore audit, Person person)
    {
        if (catalog.FindSource(await http.FieldAsync("source")) is not { } source)
        {
            return Page(http, catalog, problem: "There is no such source. Nothing was done.");
        }

        var dry = await http.FieldAsync("dry") == "true";
        await audit.AddAsync(new(dry ? "source.dry-run" : "source.import", source.Id), person.Actor, http.RequestAborted);
        var queued = dry
            ? await scheduler.EnqueueDryAsync(source.Id, http.RequestAborted)
            : await scheduler.EnqueueAsync(source.Id, "hand", http.RequestAborted);
        var what = dry ? "A dry run" : "An import";
        return Page(http, catalog, said: queued
            ? $"{what} of {source.Id} is in the queue. Its page {AppUrls.Source(source.Id)} shows what comes of it."
            : $"{what} of {source.Id} was waiting already.");
    }

    private static IResult Page(HttpContext http, Catalog catalog, string? problem = null, string? said = null) => DeskResults.Page<AdminPage>(
        new AdminView(DeskResults.Frame(http, problem, said), catalog.Sources), problem is null ? StatusCodes.Status200OK : StatusCodes.Status400BadRequest);
}
