using DivideMetrics.Sources;
using DivideMetrics.Storage.Runs;
using Npgsql;
using NpgsqlTypes;

namespace DivideMetrics.Storage.Observations;

/// <summary>Writes vintages and the differences that they bring, each in one transaction together with its run's end.</summary>
public sealed class VintageStore(NpgsqlDataSource database, StateFiles states, TimeProvider clock)
{
    private const string Published = "published";

    /// <summary>Notes that the provider still serves the bytes of a known vintage.</summary>
    public async Task ConfirmAsync(long vintage, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand("update vintage set checked_at = greatest(checked_at, $1) where id = $2");
        command.Parameters.Add(new() { Value = clock.GetUtcNow() });
        command.Parameters.Add(new() { Value = vintage });
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    /// <summary>
    /// Stores a prepared vintage as its verdict says: published, quarantined or, of a dry run, a trial. Wholly or not at all, with the
    /// findings and the run's end. A release older than the current one takes its place and changes no other vintage's state.
    /// </summary>
    /// <exception cref="RunEndedException">The run was marked as interrupted meanwhile; nothing is stored.</exception>
    /// <exception cref="OvertakenException">Another vintage of the source was published meanwhile; nothing is stored.</exception>
    public async Task<Vintage> SaveAsync(Preparation prepared, CancellationToken cancellationToken)
    {
        var draft = prepared.Draft;
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        await CheckPlaceAsync(connection, prepared, cancellationToken);
        var status = draft.Dry ? "trial" : prepared.Verdict.Holds ? "quarantined" : Published;
        var (id, position) = await InsertAsync(connection, prepared, status, cancellationToken);
        await InsertFilesAsync(connection, id, draft.Files, cancellationToken);
        if (status == Published)
        {
            await new ObservationWriter(connection, draft.Source.Id, new(position, prepared.Place.Successor?.Position))
                .WriteAsync((int)id, prepared.Difference, cancellationToken);
        }

        await RunStore.AddFindingsAsync(connection, draft.RunId, draft.Findings, cancellationToken);
        await RunStore.FinishAsync(connection, EndOf(prepared, id), clock.GetUtcNow(), cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        var vintage = (await new VintageQueries(database).FindAsync(id, cancellationToken))!;
        if (vintage.IsPublished && prepared.Difference.Gone.Count == 0)
        {
            states.Keep(vintage, prepared.Next);
        }

        return vintage;
    }

    private static RunEnd EndOf(Preparation prepared, long vintage)
    {
        var status = prepared.Verdict.Holds ? RunStatus.Quarantined : prepared.Draft.Dry ? RunStatus.Trial : RunStatus.Published;
        var message = prepared.Verdict.Message ?? LateMessage(prepared);
        return new(prepared.Draft.RunId, status, prepared.Next.Count, Difference.Of(prepared.Difference.Counts), vintage, message);
    }

    private static string? LateMessage(Preparation prepared) => prepared.Place.Successor is { } successor
        ? FormattableString.Invariant(
            $"The release of {prepared.Place.Date:yyyy-MM-dd} is older than that of {successor.ReleaseDate:yyyy-MM-dd}: it takes its place before it, and the current figures did not change.")
        : null;

    /// <summary>The lock of the run keeps others away; this is for the day on which it does not.</summary>
    private static async Task CheckPlaceAsync(NpgsqlConnection connection, Preparation prepared, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(
            """
            select (select id from vintage where source = $1 and status = 'published' and release_date <= $2 order by position desc limit 1),
                   (select id from vintage where source = $1 and status = 'published' and release_date > $2 order by position limit 1)
            """,
            connection)
        { Parameters = { new() { Value = prepared.Draft.Source.Id }, new() { Value = prepared.Place.Date } } };
        var (before, after) = (await command.ReadAllAsync(row => (row.NullableLong(0), row.NullableLong(1)), cancellationToken))[0];
        if (before != prepared.Place.Predecessor?.Id || after != prepared.Place.Successor?.Id)
        {
            throw new OvertakenException(prepared.Draft.Source.Id);
        }
    }

    /// <summary>A clock that steps back does not turn the order of what was shown.</summary>
    private async Task<(long Id, long Position)> InsertAsync(
        NpgsqlConnection connection, Preparation prepared, string status, CancellationToken cancellationToken)
    {
        var (draft, counts) = (prepared.Draft, Difference.Of(prepared.Difference.Counts));
        await using var command = new NpgsqlCommand(
            """
            insert into vintage (source, sha256, definition, status, released, release_date, retrieved_at, published_at, checked_at, licence, citation,
                                 observations, created, updated, withdrawn, revised, precision, status_changed, read_as)
            values ($1, $2, $3, $4, $5, $6, $7,
                    case when $4 = 'published' then greatest($8, (select max(published_at) from vintage where source = $1)) end,
                    $7, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18)
            returning id, position
            """,
            connection)
        {
            Parameters =
            {
                new() { Value = draft.Source.Id }, new() { Value = draft.Sha256 }, new() { Value = draft.Definition }, new() { Value = status },
                new() { Value = (object?)draft.Released ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Date }, new() { Value = prepared.Place.Date },
                new() { Value = draft.RetrievedAt.ToUniversalTime() }, new() { Value = clock.GetUtcNow() },
                new() { Value = draft.Source.Licence.Id }, new() { Value = draft.Source.Citation }, new() { Value = (long)prepared.Next.Count },
                new() { Value = counts.Created }, new() { Value = counts.Updated }, new() { Value = counts.Withdrawn },
                new() { Value = counts.Revised }, new() { Value = counts.Precision }, new() { Value = counts.StatusChanged },
                new() { Value = ReadAs.Of(draft.Source).ToJson(), NpgsqlDbType = NpgsqlDbType.Jsonb },
            },
        };
        return (await command.ReadAllAsync(row => (row.GetInt64(0), row.GetInt64(1)), cancellationToken))[0];
    }

    /// <summary>In the order in which they are read: a row's place names its file by the ordinal.</summary>
    private static async Task InsertFilesAsync(NpgsqlConnection connection, long vintage, IReadOnlyList<RawFile> files, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(
            """
            insert into vintage_file (vintage_id, ordinal, name, uri, media_type, sha256, length)
            select $1, f.place - 1, f.name, f.uri, f.media_type, f.sha256, f.length
            from unnest($2::text[], $3::text[], $4::text[], $5::text[], $6::bigint[])
                with ordinality as f (name, uri, media_type, sha256, length, place)
            """,
            connection)
        {
            Parameters =
            {
                new() { Value = vintage }, new() { Value = files.Select(file => file.Name).ToArray() },
                new() { Value = files.Select(file => file.Uri).ToArray() }, new() { Value = files.Select(file => file.MediaType).ToArray() },
                new() { Value = files.Select(file => file.Sha256).ToArray() }, new() { Value = files.Select(file => file.Length).ToArray() },
            },
        };
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
