using DivideMetrics.Observations;
using DivideMetrics.Storage.Runs;
using Npgsql;
using NpgsqlTypes;

namespace DivideMetrics.Storage.Observations;

/// <summary>Writes vintages and the differences that they bring, each in one transaction together with its run's end.</summary>
public sealed class VintageStore(NpgsqlDataSource database, TimeProvider clock)
{
    private static readonly VersionedTable Table = new(
        "observation",
        ["series_id", "area", "year"],
        ["value", "status"],
        [],
        "from_vintage",
        "to_vintage",
        "c.series_id in (select distinct series_id from stage)");

    /// <summary>Notes that the provider still serves the bytes of a known vintage.</summary>
    public async Task ConfirmAsync(long vintage, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand("update vintage set checked_at = $1 where id = $2");
        command.Parameters.Add(new() { Value = clock.GetUtcNow() });
        command.Parameters.Add(new() { Value = vintage });
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    /// <summary>Stages the observations, asks the gate, and publishes or quarantines: wholly or not at all, with the findings and the run's end.</summary>
    /// <param name="draft">What is known of the retrieval.</param>
    /// <param name="observations">Read once, lazily, while they are copied. Keys must be unique.</param>
    /// <param name="gate">Answers why the vintage must be held back, or null to publish it.</param>
    /// <param name="cancellationToken">Cancels; nothing is published then.</param>
    /// <exception cref="RunEndedException">The run was marked as interrupted meanwhile; nothing is published.</exception>
    public async Task<Vintage> SaveAsync(
        VintageDraft draft, IEnumerable<Observation> observations, Func<StagedState, string?> gate, CancellationToken cancellationToken)
    {
        await using var series = await SeriesIds.OpenAsync(database, draft.Source.Id, cancellationToken);
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        var rows = await Table.StageAsync(connection, observations, (importer, row) => Write(importer, row, series), cancellationToken);
        var held = gate(new(rows, await CompareAsync(connection, draft.Source.Id, cancellationToken)));
        var vintage = await InsertAsync(connection, draft, rows, held is null, cancellationToken);
        var difference = held is null ? await Table.PublishAsync(connection, vintage, cancellationToken) : Difference.None;
        await CountAsync(connection, vintage, difference, cancellationToken);
        await RunStore.AddFindingsAsync(connection, draft.RunId, draft.Findings, cancellationToken);
        await RunStore.FinishAsync(
            connection,
            new(draft.RunId, held is null ? RunStatus.Published : RunStatus.Quarantined, rows, difference, vintage, held),
            clock.GetUtcNow(),
            cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return (await new VintageQueries(database).FindAsync(vintage, cancellationToken))!;
    }

    private static void Write(NpgsqlBinaryImporter importer, Observation row, SeriesIds series)
    {
        importer.Write(series.Of(row.Series), NpgsqlDbType.Integer);
        importer.Write(row.Area, NpgsqlDbType.Text);
        importer.Write((short)row.Year, NpgsqlDbType.Smallint);
        if (row.Value is { } value)
        {
            importer.Write(value, NpgsqlDbType.Double);
        }
        else
        {
            importer.WriteNull();
        }

        importer.Write(row.Status.ToString(), NpgsqlDbType.Text);
    }

    private static async Task<IReadOnlyList<ServedSeries>> CompareAsync(NpgsqlConnection connection, string source, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(
            """
            select r.code, r.sex, r.age, r.urbanisation, r.breakdown, count(*), count(s.series_id),
                   not exists (select from stage as t where t.series_id = r.id)
            from series as r
            join observation as c on c.series_id = r.id
            left join stage as s on s.series_id = c.series_id and s.area = c.area and s.year = c.year
            where r.source = $1
              and c.to_vintage is null
            group by r.id
            order by r.id
            """,
            connection)
        { Parameters = { new() { Value = source } } };
        return await command.ReadAllAsync(
            row => new ServedSeries(Reading.SeriesKey(row, 0), row.GetInt64(5), row.GetInt64(6), row.GetBoolean(7)), cancellationToken);
    }

    private async Task<long> InsertAsync(NpgsqlConnection connection, VintageDraft draft, long rows, bool publish, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        await using var command = new NpgsqlCommand(
            """
            insert into vintage (source, sha256, definition, status, released, retrieved_at, published_at, checked_at, licence, citation, observations)
            values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
            returning id
            """,
            connection)
        {
            Parameters =
            {
                new() { Value = draft.Source.Id }, new() { Value = draft.Sha256 }, new() { Value = draft.Definition },
                new() { Value = publish ? "published" : "quarantined" },
                new() { Value = (object?)(draft.Released ?? draft.Source.Released) ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Date },
                new() { Value = draft.RetrievedAt.ToUniversalTime() },
                new() { Value = publish ? now : DBNull.Value, NpgsqlDbType = NpgsqlDbType.TimestampTz },
                new() { Value = draft.RetrievedAt.ToUniversalTime() },
                new() { Value = draft.Source.Licence.Id }, new() { Value = draft.Source.Citation }, new() { Value = rows },
            },
        };
        var vintage = (long)(await command.ExecuteScalarAsync(cancellationToken))!;
        foreach (var file in draft.Files)
        {
            await InsertFileAsync(connection, vintage, file, cancellationToken);
        }

        return vintage;
    }

    private static async Task InsertFileAsync(NpgsqlConnection connection, long vintage, Sources.RawFile file, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(
            """
            insert into vintage_file (vintage_id, name, uri, media_type, sha256, length)
            values ($1, $2, $3, $4, $5, $6)
            """,
            connection)
        {
            Parameters =
            {
                new() { Value = vintage }, new() { Value = file.Name }, new() { Value = file.Uri },
                new() { Value = file.MediaType }, new() { Value = file.Sha256 }, new() { Value = file.Length },
            },
        };
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    private static async Task CountAsync(NpgsqlConnection connection, long vintage, Difference difference, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(
            """
            update vintage
            set created = $2, updated = $3, withdrawn = $4
            where id = $1
            """,
            connection)
        {
            Parameters =
            {
                new() { Value = vintage }, new() { Value = difference.Created }, new() { Value = difference.Updated }, new() { Value = difference.Withdrawn },
            },
        };
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
