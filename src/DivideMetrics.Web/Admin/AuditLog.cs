using DivideMetrics.Storage.Accounts;
using DivideMetrics.Web.Admin.Pages;

namespace DivideMetrics.Web.Admin;

/// <summary>What the page of the audit log shows.</summary>
/// <param name="Frame">What every page shows.</param>
/// <param name="Entries">Newest first.</param>
/// <param name="Older">Id to go on from; null at the end.</param>
public sealed record AuditView(DeskFrame Frame, IReadOnlyList<AuditEntry> Entries, long? Older);

/// <summary>The audit log, newest first.</summary>
internal static class AuditLog
{
    /// <summary>Address of the page.</summary>
    public const string Path = "/admin/audit";

    private const int PageSize = 100;

    public static void Map(RouteGroupBuilder desk) =>
        desk.MapGet("/audit", GetAsync).RequireAuthorization(AccountRole.Administrator);

    private static async Task<IResult> GetAsync(HttpContext http, AuditQueries log)
    {
        var before = long.TryParse(http.Request.Query["before"], System.Globalization.CultureInfo.InvariantCulture, out var id) ? id : (long?)null;
        var entries = await log.ReadAsync(before, PageSize, http.RequestAborted);
        return DeskResults.Page<AuditPage>(new AuditView(DeskResults.Frame(http), entries, entries.Count == PageSize ? entries[^1].Id : null));
    }
}
