using DivideMetrics.Observations;
using DivideMetrics.Storage;
using Npgsql;

namespace DivideMetrics.Benchmarks;

/// <summary>The yardstick: the same rows into an unindexed table by one binary COPY, the rows at hand in memory.</summary>
internal static class BareCopy
{
    private static readonly string[] Columns =
    [
        "value", "from_position", "series_id", "vintage_id", "\"row\"", "year", "source_number", "file", "area", "status",
    ];

    /// <summary>Copies the rows; making the table is not part of what is to be measured.</summary>
    public static async Task RunAsync(NpgsqlDataSource database, ObservationTable rows)
    {
        await using var connection = await database.OpenConnectionAsync();
        await using var writer = await BinaryCopyWriter.OpenAsync(connection, "bare", Columns, CancellationToken.None);
        foreach (var row in rows.Rows())
        {
            await writer.BeginRowAsync(CancellationToken.None);
            writer.Write(row.Value);
            writer.Write(1L);
            writer.Write(1);
            writer.Write(1);
            writer.Write(row.Place.Row);
            writer.Write((short)row.Year);
            writer.Write(1);
            writer.Write((short)row.Place.File);
            writer.Write(row.Area);
            writer.Write("A");
        }

        await writer.CompleteAsync(CancellationToken.None);
    }

    /// <summary>Makes the empty table.</summary>
    public static async Task PrepareAsync(NpgsqlDataSource database)
    {
        await using var command = database.CreateCommand("drop table if exists bare; create table bare (like observation)");
        await command.ExecuteNonQueryAsync();
    }
}
