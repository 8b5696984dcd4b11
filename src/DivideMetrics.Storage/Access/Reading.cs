using DivideMetrics.Observations;
using Npgsql;

namespace DivideMetrics.Storage;

/// <summary>Reading of rows.</summary>
internal static class Reading
{
    public static async Task<List<T>> ReadAllAsync<T>(this NpgsqlCommand command, Func<NpgsqlDataReader, T> map, CancellationToken cancellationToken)
    {
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var rows = new List<T>();
        while (await reader.ReadAsync(cancellationToken))
        {
            rows.Add(map(reader));
        }

        return rows;
    }

    public static async Task<T?> ReadFirstAsync<T>(this NpgsqlCommand command, Func<NpgsqlDataReader, T> map, CancellationToken cancellationToken)
        where T : class
    {
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        return await reader.ReadAsync(cancellationToken) ? map(reader) : null;
    }

    public static double? NullableDouble(this NpgsqlDataReader row, int column) => row.IsDBNull(column) ? null : row.GetDouble(column);

    public static int? NullableInt(this NpgsqlDataReader row, int column) => row.IsDBNull(column) ? null : row.GetInt32(column);

    public static long? NullableLong(this NpgsqlDataReader row, int column) => row.IsDBNull(column) ? null : row.GetInt64(column);

    public static string? NullableString(this NpgsqlDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);

    public static DateOnly? NullableDate(this NpgsqlDataReader row, int column) => row.IsDBNull(column) ? null : row.GetFieldValue<DateOnly>(column);

    public static DateTimeOffset Instant(this NpgsqlDataReader row, int column) => row.GetFieldValue<DateTimeOffset>(column);

    /// <summary>A series key from five columns: code, sex, age, urbanisation, breakdown.</summary>
    public static SeriesKey SeriesKey(NpgsqlDataReader row, int first) => new(
        row.GetString(first), Sex(row.GetString(first + 1)), row.GetString(first + 2), row.GetString(first + 3), row.GetString(first + 4));

    /// <summary>Counts from six columns: created, updated, withdrawn, revised, precision, status_changed.</summary>
    public static Difference Difference(NpgsqlDataReader row, int first) =>
        new(row.GetInt64(first), row.GetInt64(first + 1), row.GetInt64(first + 2))
        {
            Revised = row.GetInt64(first + 3),
            Precision = row.GetInt64(first + 4),
            StatusChanged = row.GetInt64(first + 5),
        };

    /// <summary>The sex of a stored code.</summary>
    public static Sex Sex(string code) =>
        SexCodes.TryParse(code, out var sex) ? sex : throw new InvalidOperationException($"The database holds the unknown SEX code '{code}'.");

    public static DateTimeOffset? NullableInstant(this NpgsqlDataReader row, int column) => row.IsDBNull(column) ? null : row.Instant(column);
}
