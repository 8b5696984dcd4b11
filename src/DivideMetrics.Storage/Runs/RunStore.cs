using DivideMetrics.Quality;
using Npgsql;
using NpgsqlTypes;

namespace DivideMetrics.Storage.Runs;

/// <summary>Writes runs and their findings.</summary>
public sealed class RunStore(NpgsqlDataSource database, TimeProvider clock)
{
    /// <summary>Writes the start of a run.</summary>
    /// <returns>The run's id.</returns>
    public async Task<long> StartAsync(string job, string? source, string trigger, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(
            """
            insert into run (job, source, trigger, status, started_at)
            values ($1, $2, $3, 'running', $4)
            returning id
            """);
        command.Parameters.Add(new() { Value = job });
        command.Parameters.Add(new() { Value = (object?)source ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Text });
        command.Parameters.Add(new() { Value = trigger });
        command.Parameters.Add(new() { Value = clock.GetUtcNow() });
        return (long)(await command.ExecuteScalarAsync(cancellationToken))!;
    }

    /// <summary>Writes the end of a run.</summary>
    public async Task FinishAsync(RunEnd end, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await FinishAsync(connection, end, clock.GetUtcNow(), cancellationToken);
    }

    /// <summary>Writes the end of a run inside the caller's transaction.</summary>
    internal static async Task FinishAsync(NpgsqlConnection connection, RunEnd end, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(
            """
            update run
            set status = $2, finished_at = $3, rows_read = $4, created = $5, updated = $6, withdrawn = $7, vintage_id = $8, message = $9
            where id = $1
            """,
            connection)
        {
            Parameters =
            {
                new() { Value = end.RunId }, new() { Value = Code(end.Status) }, new() { Value = now }, new() { Value = end.RowsRead },
                new() { Value = end.Difference.Created }, new() { Value = end.Difference.Updated }, new() { Value = end.Difference.Withdrawn },
                new() { Value = (object?)end.Vintage ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Bigint },
                new() { Value = (object?)end.Message ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Text },
            },
        };
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    /// <summary>Stores the findings of a run: all are counted, the kept ones are written.</summary>
    public async Task AddFindingsAsync(long runId, FindingSink findings, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        await using (var count = new NpgsqlCommand("update run set findings = findings + $2 where id = $1", connection))
        {
            count.Parameters.Add(new() { Value = runId });
            count.Parameters.Add(new() { Value = (long)findings.Counts.Values.Sum() });
            await count.ExecuteNonQueryAsync(cancellationToken);
        }

        foreach (var finding in findings.Kept)
        {
            await InsertAsync(connection, runId, finding, cancellationToken);
        }

        await transaction.CommitAsync(cancellationToken);
    }

    /// <summary>Marks as interrupted the runs whose lock nobody holds: their program or database ended while they ran.</summary>
    /// <returns>The runs that were marked.</returns>
    public async Task<IReadOnlyList<Run>> MarkInterruptedAsync(CancellationToken cancellationToken)
    {
        var marked = new List<Run>();
        foreach (var run in await new RunQueries(database).RunningAsync(cancellationToken))
        {
            await using var held = await RunLock.TryTakeAsync(database, RunLock.NameOf(run.Job, run.Source), cancellationToken);
            if (held is not null && await MarkAsync(run.Id, cancellationToken))
            {
                marked.Add(run with { Status = RunStatus.Interrupted });
            }
        }

        return marked;
    }

    /// <summary>The stored code of a status.</summary>
    internal static string Code(RunStatus status) => status.ToString().ToLowerInvariant();

    private async Task<bool> MarkAsync(long runId, CancellationToken cancellationToken)
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
        command.Parameters.Add(new() { Value = runId });
        command.Parameters.Add(new() { Value = clock.GetUtcNow() });
        return await command.ExecuteNonQueryAsync(cancellationToken) == 1;
    }

    private static async Task InsertAsync(NpgsqlConnection connection, long runId, Finding finding, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(
            """
            insert into finding (run_id, code, severity, note, series, area, period, file, line)
            values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
            """,
            connection);
        command.Parameters.Add(new() { Value = runId });
        command.Parameters.Add(new() { Value = finding.Code });
        command.Parameters.Add(new() { Value = finding.Severity.ToString() });
        command.Parameters.Add(new() { Value = finding.Note });
        foreach (var text in new[] { finding.Series, finding.Area, finding.Period, finding.File })
        {
            command.Parameters.Add(new() { Value = (object?)text ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Text });
        }

        command.Parameters.Add(new() { Value = (object?)finding.Line ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Bigint });
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
