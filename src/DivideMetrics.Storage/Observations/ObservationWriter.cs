using DivideMetrics.Observations;
using DivideMetrics.Revisions;
using Npgsql;

namespace DivideMetrics.Storage.Observations;

/// <summary>The positions in the order of release between which a vintage's values hold.</summary>
/// <param name="From">Its own.</param>
/// <param name="To">That of the release after it; null when it is the newest.</param>
internal readonly record struct Reach(long From, long? To);

/// <summary>
/// Writes what a vintage changes, inside the caller's transaction: rows that begin at its position, and no other row is touched. The first
/// vintage of a source fills a table of its own, which is then attached. No other vintage's state changes.
/// </summary>
internal sealed class ObservationWriter(NpgsqlConnection connection, string source, Reach reach)
{
    /// <summary>The status of a row that says that its point is withdrawn.</summary>
    internal const string Withdrawn = "";

    private static readonly string[] Said = ["value", "series_id", "\"row\"", "year", "file", "area", "status"];
    private static readonly string[] Given = ["from_position", "vintage_id", "source_number"];

    private static readonly string[] StatusCodes = Enum.GetValues<ObsStatus>().Select(status => status.ToString()).ToArray();

    /// <summary>Writes the changes of a vintage.</summary>
    public async Task WriteAsync(int vintage, VintageDiff difference, CancellationToken cancellationToken)
    {
        if (difference.Counts.Changed == 0)
        {
            return;
        }

        var number = await SeriesIds.SourceAsync(connection, source, cancellationToken);
        var ids = await SeriesIds.OfAsync(connection, source, difference.Series, cancellationToken);
        var rows = new Rows(difference.Changes, ids, number, vintage);
        var part = $"observation_{number}";
        var fresh = !await ExistsAsync(part, cancellationToken);
        if (fresh)
        {
            await CreateAsync(part, rows, cancellationToken);
            await CopyAsync(part, rows, fresh, cancellationToken);
            await AttachAsync(part, number, cancellationToken);
        }

        // the first rows of a source may be those of a late release: the one after it had none
        if (reach.To is { } next)
        {
            await KeepNextAsync(rows, next, cancellationToken);
        }

        if (!fresh)
        {
            await CopyAsync(part, rows, fresh, cancellationToken);
        }
    }

    /// <summary>What is the same for every row of the vintage does not travel with each: until the copy is through it is the column's default.</summary>
    private Task CreateAsync(string part, Rows rows, CancellationToken cancellationToken) => ExecuteAsync(
        $"""
        create table {part} (like observation, constraint {part}_source check (source_number = {rows.Source}));
        alter table {part} alter column from_position set default {reach.From};
        alter table {part} alter column vintage_id set default {rows.Vintage};
        alter table {part} alter column source_number set default {rows.Source};
        """,
        cancellationToken);

    /// <summary>The index is built over all rows at once; the check spares the attachment a look at every row.</summary>
    private async Task AttachAsync(string part, int number, CancellationToken cancellationToken)
    {
        await ExecuteAsync(
            $"create unique index on {part} (series_id, area, year, from_position desc, source_number)", cancellationToken);
        await ExecuteAsync($"alter table observation attach partition {part} for values in ({number})", cancellationToken);
        await ExecuteAsync($"alter table {part} drop constraint {part}_source", cancellationToken);
        foreach (var column in Given)
        {
            await ExecuteAsync($"alter table {part} alter column {column} drop default", cancellationToken);
        }
    }

    /// <summary>
    /// A release between two others: what it changes held on at the next one, unless that one says something itself. So that the next
    /// one's state stays as it is, what held before is said again from there on.
    /// </summary>
    private async Task KeepNextAsync(Rows rows, long next, CancellationToken cancellationToken)
    {
        await ExecuteAsync("create temp table change (series_id int, area text collate \"C\", year smallint) on commit drop", cancellationToken);
        await using (var writer = await BinaryCopyWriter.OpenAsync(connection, "change", ["series_id", "area", "year"], cancellationToken))
        {
            foreach (var change in rows.Changes)
            {
                await writer.BeginRowAsync(cancellationToken);
                writer.Write(rows.Series[change.Series]);
                writer.Write(change.Area);
                writer.Write((short)change.Year);
            }

            await writer.CompleteAsync(cancellationToken);
        }

        // a table that was filled a moment ago has no statistics, and the server would read all of it to find a few rows
        await ExecuteAsync("analyze change; set local enable_seqscan = off", cancellationToken);
        await ExecuteAsync(
            $"""
            insert into observation (value, from_position, series_id, vintage_id, "row", year, source_number, file, area, status)
            select o.value, {next}, c.series_id, coalesce(o.vintage_id, ({next} & 4294967295)::int), coalesce(o.row, 0), c.year, {rows.Source},
                   coalesce(o.file, 0), c.area, coalesce(o.status, '{Withdrawn}')
            from change as c
            left join lateral (
                select p.value, p.vintage_id, p.row, p.file, p.status
                from observation as p
                where p.source_number = {rows.Source}
                  and p.series_id = c.series_id and p.area = c.area and p.year = c.year
                  and p.from_position < {reach.From}
                order by p.from_position desc
                limit 1) as o on true
            where not exists (
                select
                from observation as n
                where n.source_number = {rows.Source}
                  and n.series_id = c.series_id and n.area = c.area and n.year = c.year
                  and n.from_position = {next})
            """,
            cancellationToken);
    }

    private async Task CopyAsync(string part, Rows rows, bool fresh, CancellationToken cancellationToken)
    {
        await using (var writer = await BinaryCopyWriter.OpenAsync(connection, part, fresh ? Said : [.. Said, .. Given], cancellationToken, freeze: fresh))
        {
            SeriesKey? last = null;
            var id = 0;
            foreach (var change in rows.Changes)
            {
                var row = change.New ?? change.Old!.Value with { Value = null, Place = default };
                if (!ReferenceEquals(row.Series, last))
                {
                    (last, id) = (row.Series, rows.Series[row.Series]);
                }

                await writer.BeginRowAsync(cancellationToken);
                WriteSaid(writer, row, id, change.New is null ? Withdrawn : StatusCodes[(int)row.Status]);
                if (!fresh)
                {
                    WriteGiven(writer, rows);
                }
            }

            await writer.CompleteAsync(cancellationToken);
        }
    }

    private static void WriteSaid(BinaryCopyWriter writer, in Observation row, int series, string status)
    {
        writer.Write(row.Value);
        writer.Write(series);
        writer.Write(row.Place.Row);
        writer.Write((short)row.Year);
        writer.Write((short)row.Place.File);
        writer.Write(row.Area);
        writer.Write(status);
    }

    private void WriteGiven(BinaryCopyWriter writer, Rows rows)
    {
        writer.Write(reach.From);
        writer.Write(rows.Vintage);
        writer.Write(rows.Source);
    }

    private async Task<bool> ExistsAsync(string table, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand("select to_regclass($1) is not null", connection) { Parameters = { new() { Value = table } } };
        return await command.ExecuteScalarAsync(cancellationToken) is true;
    }

#pragma warning disable CA2100 // composed of this program's own constants and of numbers
    private async Task ExecuteAsync(string sql, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 0 };
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
#pragma warning restore CA2100

    /// <summary>What is written, and the numbers that stand for its texts.</summary>
    private sealed record Rows(IReadOnlyList<Change> Changes, IReadOnlyDictionary<SeriesKey, int> Series, int Source, int Vintage);
}
