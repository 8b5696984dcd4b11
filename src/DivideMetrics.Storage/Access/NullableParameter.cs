using Npgsql;
using NpgsqlTypes;

namespace DivideMetrics.Storage;

/// <summary>Parameters that may be null: a null needs its type said.</summary>
internal static class NullableParameter
{
    /// <summary>A text.</summary>
    public static NpgsqlParameter Text(string? value) => new() { Value = (object?)value ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Text };

    /// <summary>An instant, written in UTC.</summary>
    public static NpgsqlParameter Instant(DateTimeOffset? value) =>
        new() { Value = (object?)value?.ToUniversalTime() ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.TimestampTz };
}
