using System.Diagnostics.CodeAnalysis;
using DivideMetrics.Quality;
using Npgsql;
using NpgsqlTypes;

namespace DivideMetrics.Storage.Runs;

/// <summary>Writes runs and their findings.</summary>
public sealed class RunStore(NpgsqlDataSource database, TimeProvider clock)
{
    /// <summary>Writes the start of a run.</summary>
    /// <returns>The run's id.</returns>
    public Task<long> StartAsync(string job, string? source, string trigger, CancellationToken cancellationToken) =>
        StartAsync(job, source, trigger, dry: false, cancellationToken);

    /// <summary>Writes the start of a run, a dry one or not.</summary>
    /// <returns>The run's id.</returns>
    public async Task<long> StartAsync(string job, string? source, string trigger, bool dry, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(
            """
            insert into run (job, source, trigger, status, started_at, dry)
            values ($1, $2, $3, 'running', $4, $5)
            returning id
            """);
        command.Parameters.Add(new() { Value = job });
        command.Parameters.Add(NullableParameter.Text(source));
        command.Parameters.Add(new() { Value = trigger });
        command.Parameters.Add(new() { Value = clock.GetUtcNow() });
        command.Parameters.Add(new() { Value = dry });
        return (long)(await command.ExecuteScalarAsync(cancellationToken))!;
    }

    /// <summary>Writes the end of a run.</summary>
    /// <exception cref="RunEndedException">The run had ended before.</exception>
    public async Task FinishAsync(RunEnd end, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await FinishAsync(connection, end, clock.GetUtcNow(), cancellationToken);
    }

    /// <summary>
    /// Writes the end of a run inside the caller's transaction. A run that lost its lock and was marked as interrupted cannot end
    /// once more, and so publishes nothing.
    /// </summary>
    internal static async Task FinishAsync(NpgsqlConnection connection, RunEnd end, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(
            """
            update run
            set status = $2, finished_at = $3, rows_read = $4, created = $5, updated = $6, withdrawn = $7, vintage_id = $8, message = $9,
                revised = $10, precision = $11, status_changed = $12
            where id = $1
              and status = 'running'
            """,
            connection)
        {
            Parameters =
            {
                new() { Value = end.RunId }, new() { Value = Code(end.Status) }, new() { Value = now }, new() { Value = end.RowsRead },
                new() { Value = end.Difference.Created }, new() { Value = end.Difference.Updated }, new() { Value = end.Difference.Withdrawn },
                new() { Value = (object?)end.Vintage ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Bigint },
                NullableParameter.Text(Storable(end.Message)),
                new() { Value = end.Difference.Revised }, new() { Value = end.Difference.Precision }, new() { Value = end.Difference.StatusChanged },
            },
        };
        if (await command.ExecuteNonQueryAsync(cancellationToken) == 0)
        {
            throw new RunEndedException(end.RunId);
        }
    }

    /// <summary>Stores the findings of a run: all are counted, the kept ones are written.</summary>
    public async Task AddFindingsAsync(long runId, FindingSink findings, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        await AddFindingsAsync(connection, runId, findings, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    /// <summary>Stores the findings of a run inside the caller's transaction.</summary>
    internal static async Task AddFindingsAsync(NpgsqlConnection connection, long runId, FindingSink findings, CancellationToken cancellationToken)
    {
        await using (var count = new NpgsqlCommand("update run set findings = findings + $2 where id = $1", connection))
        {
            count.Parameters.Add(new() { Value = runId });
            count.Parameters.Add(new() { Value = findings.Counts.Values.Sum(seen => (long)seen) });
            await count.ExecuteNonQueryAsync(cancellationToken);
        }

        await using var importer = await connection.BeginBinaryImportAsync(
            "copy finding (run_id, code, severity, note, series, area, period, file, line, old_value, new_value) from stdin (format binary)", cancellationToken);
        foreach (var finding in findings.Kept)
        {
            await importer.StartRowAsync(cancellationToken);
            Write(importer, runId, finding);
        }

        await importer.CompleteAsync(cancellationToken);
    }

    /// <summary>Marks as interrupted the runs whose lock nobody holds: their program or database ended while they ran.</summary>
    /// <returns>The runs that were marked.</returns>
    public async Task<IReadOnlyList<Run>> MarkInterruptedAsync(CancellationToken cancellationToken)
    {
        var marked = new List<Run>();
        foreach (var run in await new RunQueries(database).RunningAsync(cancellationToken))
        {
            await using var held = await RunLock.TryTakeAsync(database, RunLock.NameOf(run.Job, run.Source), cancellationToken);
            if (held is not null && await MarkAsync(run, cancellationToken))
            {
                marked.Add(run with { Status = RunStatus.Interrupted });
            }
        }

        return marked;
    }

    /// <summary>Marks as interrupted the earlier runs of a job and source, whose lock the caller holds.</summary>
    public async Task MarkEarlierAsync(string job, string? source, CancellationToken cancellationToken)
    {
        foreach (var run in await new RunQueries(database).RunningAsync(cancellationToken))
        {
            if (run.Job == job && run.Source == source)
            {
                await MarkAsync(run, cancellationToken);
            }
        }
    }

    /// <summary>The stored code of a status.</summary>
    internal static string Code(RunStatus status) => status.ToString().ToLowerInvariant();

    private async Task<bool> MarkAsync(Run run, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(
            """
            update run
            set status = 'interrupted',
                finished_at = $2,
                message = 'The program or its database ended while this run was at work. Nothing of it was published; the run is repeated.'
            where id = $1
              and status = 'running'
            """);
        command.Parameters.Add(new() { Value = run.Id });
        command.Parameters.Add(new() { Value = clock.GetUtcNow() });
        return await command.ExecuteNonQueryAsync(cancellationToken) == 1;
    }

    private static void Write(NpgsqlBinaryImporter importer, long runId, Finding finding)
    {
        importer.Write(runId, NpgsqlDbType.Bigint);
        importer.Write(finding.Code, NpgsqlDbType.Text);
        importer.Write(finding.Severity.ToString(), NpgsqlDbType.Text);
        importer.Write(Storable(finding.Note), NpgsqlDbType.Text);
        foreach (var text in new[] { finding.Series, finding.Area, finding.Period, finding.File })
        {
            importer.Write((object?)Storable(text) ?? DBNull.Value, NpgsqlDbType.Text);
        }

        importer.Write((object?)finding.Line ?? DBNull.Value, NpgsqlDbType.Bigint);
        importer.Write((object?)finding.Old ?? DBNull.Value, NpgsqlDbType.Double);
        importer.Write((object?)finding.New ?? DBNull.Value, NpgsqlDbType.Double);
    }

    /// <summary>PostgreSQL's text cannot hold the character U+0000, which a damaged file may bring into a message.</summary>
    [return: NotNullIfNotNull(nameof(text))]
    private static string? Storable(string? text) => text?.Replace('\0', '\uFFFD');
}
