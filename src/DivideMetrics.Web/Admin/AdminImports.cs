using DivideMetrics.Jobs.Scheduling;
using DivideMetrics.Seeds;
using Microsoft.AspNetCore.Antiforgery;

namespace DivideMetrics.Web.Admin;

/// <summary>The first page of the area: asks for an import or a dry run of a source.</summary>
internal static class AdminImports
{
    /// <summary>Address that takes the form.</summary>
    public const string Path = "/admin/imports";

    public static void Map(RouteGroupBuilder admin)
    {
        admin.MapGet("/", (HttpContext http, IAntiforgery forms, Catalog catalog) => Page(http, forms, catalog, null)).RequireAuthorization(AdminArea.Scheme);
        admin.MapPost("/imports", PostAsync).RequireAuthorization(AdminArea.Scheme);
    }

    private static async Task<IResult> PostAsync(HttpContext http, IAntiforgery forms, Catalog catalog, IngestScheduler scheduler)
    {
        if (!await forms.IsRequestValidAsync(http))
        {
            return Page(http, forms, catalog, "The form was out of date. Nothing was done; please try again.", StatusCodes.Status400BadRequest);
        }

        var form = await http.Request.ReadFormAsync(http.RequestAborted);
        if (catalog.FindSource(form["source"].ToString()) is not { } source)
        {
            return Page(http, forms, catalog, "There is no such source. Nothing was done.", StatusCodes.Status400BadRequest);
        }

        var dry = form["dry"] == "true";
        var queued = dry
            ? await scheduler.EnqueueDryAsync(source.Id, http.RequestAborted)
            : await scheduler.EnqueueAsync(source.Id, "hand", http.RequestAborted);
        var what = dry ? "A dry run" : "An import";
        return Page(http, forms, catalog, queued
            ? $"{what} of {source.Id} is in the queue. Its page {AppUrls.Source(source.Id)} shows what comes of it."
            : $"{what} of {source.Id} was waiting already.");
    }

    private static IResult Page(HttpContext http, IAntiforgery forms, Catalog catalog, string? said, int status = StatusCodes.Status200OK) =>
        Results.Extensions.AdminPage(
            new AdminView(forms.GetAndStoreTokens(http), null, null, IsSignedIn: true) { Said = said, Sources = catalog.Sources }, status);
}
