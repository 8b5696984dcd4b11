using System.Runtime.CompilerServices;
using DivideMetrics.Storage.Embedded;
using DivideMetrics.Storage.Migrations;
using DivideMetrics.Storage.Observations;
using DivideMetrics.Storage.Runs;
using DivideMetrics.Storage.Snapshots;
using DivideMetrics.Web.Hosting;
using Npgsql;

namespace DivideMetrics.Web.Commands;

/// <summary>Looks at the database, and at what it says of snapshots and runs.</summary>
internal static class DatabaseChecks
{
    /// <summary>Reachable, of this program's schema, its vintages' bytes whole, its runs well.</summary>
    public static async IAsyncEnumerable<Check> ExamineAsync(
        CommandParts parts, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (parts.Settings.ConnectionString is null && !Directory.Exists(Path.Combine(parts.Settings.Home, "postgres")))
        {
            yield return Check.Warn("database", "there is none yet; the first start makes a private one.");
            yield break;
        }

        var (host, check) = await OpenAsync(parts, cancellationToken);
        yield return check;
        if (host is null)
        {
            yield break;
        }

        await using (host)
        {
            if (check.Level == CheckLevel.Ok)
            {
                yield return await SnapshotCheck.ExamineAsync(host.Get<VintageQueries>(), host.Get<SnapshotStore>(), cancellationToken);
                yield return await ScheduleAsync(parts, host.Get<RunQueries>(), cancellationToken);
            }
        }
    }

    private static async Task<(CommandHost? Host, Check Check)> OpenAsync(CommandParts parts, CancellationToken cancellationToken)
    {
        CommandHost? host = null;
        try
        {
            host = await CommandHost.OpenAsIsAsync(parts, cancellationToken);
            var pending = await host.Get<Migrator>().PendingAsync(cancellationToken);
            return (host, pending.Count == 0
                ? Check.Ok("database", $"{host.DatabaseTitle} answers and has this program's schema")
                : Check.Warn(
                    "database",
                    $"{host.DatabaseTitle} answers and lacks {string.Join(", ", pending)}; the next start or command adds them."));
        }
        catch (Exception failure) when (
            failure is NpgsqlException or StartException or EmbeddedPostgresException or InvalidOperationException)
        {
            if (host is not null)
            {
                await host.DisposeAsync();
            }

            var advice = "Check ConnectionStrings__DivideMetrics, DIVIDEMETRICS_HOME and the server.";
            return (null, Check.Fail("database", $"{failure.Message} {advice}"));
        }
    }

    private static async Task<Check> ScheduleAsync(CommandParts parts, RunQueries runs, CancellationToken cancellationToken)
    {
        var latest = (await runs.LatestBySourceAsync(cancellationToken)).ToDictionary(run => run.Source!, StringComparer.Ordinal);
        var scheduled = parts.Catalog.Sources.Where(source => source.Schedule is not null).Select(source => source.Id).ToList();
        var wanting = scheduled.Select(id => latest.GetValueOrDefault(id) switch
        {
            null => $"{id} never ran",
            { Status: RunStatus.Failed } failed => $"{id} failed on {failed.StartedAt:yyyy-MM-dd}",
            { Status: RunStatus.Quarantined } held => $"{id} is held in quarantine since {held.StartedAt:yyyy-MM-dd}",
            _ => null,
        }).OfType<string>().ToList();
        var found = FormattableString.Invariant($"{scheduled.Count} sources have a schedule");
        return wanting.Count == 0
            ? Check.Ok("schedule", $"{found}, and the last run of each went well")
            : Check.Warn(
                "schedule", $"{found}; {string.Join(", ", wanting)}. The runs' messages say why; 'ingest --source ID' tries again.");
    }
}
