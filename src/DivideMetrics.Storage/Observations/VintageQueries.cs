using DivideMetrics.Sources;
using Npgsql;

namespace DivideMetrics.Storage.Observations;

/// <summary>Reads vintages.</summary>
public sealed class VintageQueries(NpgsqlDataSource database)
{
    /// <summary>The vintage with this id, or null.</summary>
    public async Task<Vintage?> FindAsync(long id, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(
            """
            select id, source, sha256, definition, status, released, retrieved_at, published_at, checked_at,
                   licence, citation, observations, created, updated, withdrawn
            from vintage
            where id = $1
            """);
        command.Parameters.Add(new() { Value = id });
        return await command.ReadFirstAsync(Map, cancellationToken);
    }

    /// <summary>All vintages, or those of one source, newest first.</summary>
    public async Task<IReadOnlyList<Vintage>> ListAsync(string? source, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(
            """
            select id, source, sha256, definition, status, released, retrieved_at, published_at, checked_at,
                   licence, citation, observations, created, updated, withdrawn
            from vintage
            where $1::text is null or source = $1
            order by id desc
            """);
        command.Parameters.Add(new() { Value = (object?)source ?? DBNull.Value, NpgsqlDbType = NpgsqlTypes.NpgsqlDbType.Text });
        return await command.ReadAllAsync(Map, cancellationToken);
    }

    /// <summary>
    /// The vintage of each source that readers see in a state: of those published, the last in the order of release. A late import of an
    /// older release takes its place in that order and does not become the current one.
    /// </summary>
    public async Task<IReadOnlyList<Vintage>> StateAsync(ReadAt at, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(
            """
            select distinct on (source)
                   id, source, sha256, definition, status, released, retrieved_at, published_at, checked_at,
                   licence, citation, observations, created, updated, withdrawn
            from vintage
            where status = 'published'
              and ($1::date is null or coalesce(released, (retrieved_at at time zone 'utc')::date) <= $1)
              and ($2::date is null or published_at < ($2 + 1)::timestamp at time zone 'utc')
            order by source, coalesce(released, (retrieved_at at time zone 'utc')::date) desc, id desc
            """);
        command.Parameters.Add(new() { Value = (object?)at.AsOf ?? DBNull.Value, NpgsqlDbType = NpgsqlTypes.NpgsqlDbType.Date });
        command.Parameters.Add(new() { Value = (object?)at.Seen ?? DBNull.Value, NpgsqlDbType = NpgsqlTypes.NpgsqlDbType.Date });
        return await command.ReadAllAsync(Map, cancellationToken);
    }

    /// <summary>The newest vintage of a source, published or quarantined; null when there is none.</summary>
    public async Task<Vintage?> NewestAsync(string source, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(
            """
            select id, source, sha256, definition, status, released, retrieved_at, published_at, checked_at,
                   licence, citation, observations, created, updated, withdrawn
            from vintage
            where source = $1
            order by id desc
            limit 1
            """);
        command.Parameters.Add(new() { Value = source });
        return await command.ReadFirstAsync(Map, cancellationToken);
    }

    /// <summary>The files of a vintage; paths are where the snapshot store keeps them.</summary>
    public async Task<IReadOnlyList<RawFile>> FilesAsync(long vintage, Func<string, string> pathOf, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(
            """
            select name, uri, media_type, sha256, length
            from vintage_file
            where vintage_id = $1
            order by name
            """);
        command.Parameters.Add(new() { Value = vintage });
        return await command.ReadAllAsync(
            row => new RawFile(row.GetString(0), row.GetString(1), row.GetString(2), row.GetString(3), row.GetInt64(4), pathOf(row.GetString(3))),
            cancellationToken);
    }

    private static Vintage Map(NpgsqlDataReader row) => new(
        row.GetInt64(0), row.GetString(1), row.GetString(2), row.GetString(3), row.GetString(4), row.NullableDate(5),
        row.Instant(6), row.NullableInstant(7), row.Instant(8), row.GetString(9), row.GetString(10), row.GetInt64(11),
        new(row.GetInt64(12), row.GetInt64(13), row.GetInt64(14)));
}
