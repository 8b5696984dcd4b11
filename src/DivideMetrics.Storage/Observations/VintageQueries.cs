using DivideMetrics.Sources;
using Npgsql;
using NpgsqlTypes;

namespace DivideMetrics.Storage.Observations;

/// <summary>Reads vintages.</summary>
public sealed class VintageQueries(NpgsqlDataSource database)
{
    private const string Columns =
        """
        id, source, sha256, definition, status, released, retrieved_at, published_at, checked_at, licence, citation, observations,
        created, updated, withdrawn, revised, precision, status_changed, release_date, position
        """;

    /// <summary>The vintage with this id, or null.</summary>
    public async Task<Vintage?> FindAsync(long id, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand($"select {Columns} from vintage where id = $1");
        command.Parameters.Add(new() { Value = id });
        return await command.ReadFirstAsync(Map, cancellationToken);
    }

    /// <summary>All vintages, or those of one source, newest first.</summary>
    public async Task<IReadOnlyList<Vintage>> ListAsync(string? source, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand($"select {Columns} from vintage where $1::text is null or source = $1 order by id desc");
        command.Parameters.Add(NullableParameter.Text(source));
        return await command.ReadAllAsync(Map, cancellationToken);
    }

    /// <summary>
    /// The vintage of each source that readers see in a state: of those published, the last in the order of release. A late import of an
    /// older release takes its place in that order and does not become the current one.
    /// </summary>
    public async Task<IReadOnlyList<Vintage>> StateAsync(ReadAt at, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(
            $"""
            select distinct on (source) {Columns}
            from vintage
            where status = 'published'
              and ($1::date is null or release_date <= $1)
              and ($2::date is null or published_at < ($2 + 1)::timestamp at time zone 'utc')
            order by source, position desc
            """);
        command.Parameters.Add(new() { Value = (object?)at.AsOf ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Date });
        command.Parameters.Add(new() { Value = (object?)at.Seen ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Date });
        return await command.ReadAllAsync(Map, cancellationToken);
    }

    /// <summary>The newest vintage of a source that is no trial, published or quarantined; null when there is none.</summary>
    public async Task<Vintage?> NewestAsync(string source, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(
            $"select {Columns} from vintage where source = $1 and status <> 'trial' order by id desc limit 1");
        command.Parameters.Add(new() { Value = source });
        return await command.ReadFirstAsync(Map, cancellationToken);
    }

    /// <summary>
    /// The place that a retrieval takes in the order of release. One without a release date of the provider's is never older than the
    /// newest release: a clock that steps back cannot hide it.
    /// </summary>
    /// <param name="source">Source id.</param>
    /// <param name="released">The provider's release date; null when it does not say.</param>
    /// <param name="retrievedAt">When the bytes were fetched.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public async Task<ReleasePlace> PlaceAsync(string source, DateOnly? released, DateTimeOffset retrievedAt, CancellationToken cancellationToken)
    {
        var retrieved = DateOnly.FromDateTime(retrievedAt.UtcDateTime);
        var current = await NeighbourAsync(source, long.MaxValue, before: true, cancellationToken);
        var date = released ?? (current?.ReleaseDate > retrieved ? current.ReleaseDate : retrieved);
        return await PlaceAsync(source, date, ((long)(date.DayNumber - DateOnly.FromDateTime(DateTime.UnixEpoch).DayNumber + 1) << 32) - 1, cancellationToken);
    }

    /// <summary>The place of a stored vintage among the published ones of its source.</summary>
    public Task<ReleasePlace> PlaceAsync(Vintage vintage, CancellationToken cancellationToken) =>
        PlaceAsync(vintage.Source, vintage.ReleaseDate, vintage.Position, cancellationToken);

    /// <summary>The files of a vintage in the order in which they are read; paths are where the snapshot store keeps them.</summary>
    public async Task<IReadOnlyList<RawFile>> FilesAsync(long vintage, Func<string, string> pathOf, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(
            """
            select name, uri, media_type, sha256, length
            from vintage_file
            where vintage_id = $1
            order by ordinal
            """);
        command.Parameters.Add(new() { Value = vintage });
        return await command.ReadAllAsync(
            row => new RawFile(row.GetString(0), row.GetString(1), row.GetString(2), row.GetString(3), row.GetInt64(4), pathOf(row.GetString(3))),
            cancellationToken);
    }

    /// <summary>How the bytes of a vintage were read; null when it was not recorded: then as the source is declared.</summary>
    public async Task<ReadAs?> ReadAsAsync(long vintage, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand("select read_as::text from vintage where id = $1");
        command.Parameters.Add(new() { Value = vintage });
        return ReadAs.Parse(await command.ExecuteScalarAsync(cancellationToken) as string);
    }

    private async Task<ReleasePlace> PlaceAsync(string source, DateOnly date, long position, CancellationToken cancellationToken) => new(
        date,
        await NeighbourAsync(source, position, before: true, cancellationToken),
        await NeighbourAsync(source, position, before: false, cancellationToken));

    private async Task<Vintage?> NeighbourAsync(string source, long position, bool before, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(
            before
                ? $"select {Columns} from vintage where source = $1 and status = 'published' and position < $2 order by position desc limit 1"
                : $"select {Columns} from vintage where source = $1 and status = 'published' and position > $2 order by position limit 1");
        command.Parameters.Add(new() { Value = source });
        command.Parameters.Add(new() { Value = position });
        return await command.ReadFirstAsync(Map, cancellationToken);
    }

    private static Vintage Map(NpgsqlDataReader row) => new(
        row.GetInt64(0), row.GetString(1), row.GetString(2), row.GetString(3), row.GetString(4), row.NullableDate(5),
        row.Instant(6), row.NullableInstant(7), row.Instant(8), row.GetString(9), row.GetString(10), row.GetInt64(11), Reading.Difference(row, 12))
    {
        ReleaseDate = row.GetFieldValue<DateOnly>(18),
        Position = row.GetInt64(19),
    };
}
