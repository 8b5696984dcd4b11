using DivideMetrics.Quality;
using Npgsql;

namespace DivideMetrics.Storage.Runs;

/// <summary>Reads runs and findings.</summary>
public sealed class RunQueries(NpgsqlDataSource database)
{
    private const string Columns =
        """
        id, job, source, trigger, status, started_at, finished_at, rows_read,
        created, updated, withdrawn, revised, precision, status_changed, findings, vintage_id, message, dry
        """;

    /// <summary>The newest runs, of one source or of all.</summary>
    public async Task<IReadOnlyList<Run>> NewestAsync(string? source, int most, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(
            $"""
            select {Columns}
            from run
            where $1::text is null or source = $1
            order by id desc
            limit $2
            """);
        command.Parameters.Add(NullableParameter.Text(source));
        command.Parameters.Add(new() { Value = most });
        return await command.ReadAllAsync(Map, cancellationToken);
    }

    /// <summary>One run; null when there is none of that id.</summary>
    public async Task<Run?> FindAsync(long id, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(
            $"""
            select {Columns}
            from run
            where id = $1
            """);
        command.Parameters.Add(new() { Value = id });
        return await command.ReadFirstAsync(Map, cancellationToken);
    }

    /// <summary>The newest run of each source; dry runs are left out.</summary>
    public async Task<IReadOnlyList<Run>> LatestBySourceAsync(CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(
            $"""
            select distinct on (source) {Columns}
            from run
            where source is not null
              and not dry
            order by source, id desc
            """);
        return await command.ReadAllAsync(Map, cancellationToken);
    }

    /// <summary>The runs that say that they are at work.</summary>
    public async Task<IReadOnlyList<Run>> RunningAsync(CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(
            $"""
            select {Columns}
            from run
            where status = 'running'
            order by id
            """);
        return await command.ReadAllAsync(Map, cancellationToken);
    }

    /// <summary>The stored findings of a run.</summary>
    public async Task<IReadOnlyList<RunFinding>> FindingsAsync(long runId, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(
            """
            select f.run_id, r.source, f.code, f.severity, f.note, f.series, f.area, f.period, f.file, f.line, f.old_value, f.new_value
            from finding as f
            join run as r on r.id = f.run_id
            where f.run_id = $1
            order by f.id
            """);
        command.Parameters.Add(new() { Value = runId });
        return await command.ReadAllAsync(
            row => new RunFinding(
                row.GetInt64(0),
                row.NullableString(1),
                new(
                    row.GetString(2), Enum.Parse<Severity>(row.GetString(3)), row.GetString(4), row.NullableString(5), row.NullableString(6),
                    row.NullableString(7), row.NullableString(8), row.NullableLong(9), row.NullableDouble(10), row.NullableDouble(11))),
            cancellationToken);
    }

    private static Run Map(NpgsqlDataReader row) => new(
        row.GetInt64(0), row.GetString(1), row.NullableString(2), row.GetString(3), Enum.Parse<RunStatus>(row.GetString(4), ignoreCase: true),
        row.Instant(5), row.NullableInstant(6), row.GetInt64(7), Reading.Difference(row, 8),
        row.GetInt64(14), row.NullableLong(15), row.NullableString(16))
    {
        Dry = row.GetBoolean(17),
    };
}
