using DivideMetrics.Observations;
using Npgsql;
using NpgsqlTypes;

namespace DivideMetrics.Storage.Observations;

/// <summary>Reads observations: the current state, or the state as of a vintage.</summary>
public sealed class ObservationQueries(NpgsqlDataSource database)
{
    /// <summary>All points of one series code of a source, every sex and other breakdown.</summary>
    /// <param name="source">Source id.</param>
    /// <param name="code">Series code.</param>
    /// <param name="asOf">Null for the current state, else a vintage id: the state that it published.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public async Task<IReadOnlyList<StoredObservation>> ReadAsync(string source, string code, long? asOf, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(
            """
            select r.id, r.code, r.sex, r.age, r.urbanisation, r.breakdown, o.area, o.year, o.value, o.status, o.from_vintage
            from series as r
            join observation as o on o.series_id = r.id
            where r.source = $1
              and r.code = $2
              and (($3::bigint is null and o.to_vintage is null)
                   or (o.from_vintage <= $3 and (o.to_vintage is null or o.to_vintage > $3)))
            order by r.id, o.area, o.year
            """);
        command.Parameters.Add(new() { Value = source });
        command.Parameters.Add(new() { Value = code });
        command.Parameters.Add(new() { Value = (object?)asOf ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Bigint });
        var keys = new Dictionary<int, SeriesKey>();
        return await command.ReadAllAsync(row => Map(row, keys), cancellationToken);
    }

    private static StoredObservation Map(NpgsqlDataReader row, Dictionary<int, SeriesKey> keys)
    {
        var id = row.GetInt32(0);
        if (!keys.TryGetValue(id, out var key))
        {
            key = Reading.SeriesKey(row, 1);
            keys.Add(id, key);
        }

        return new(new(key, row.GetString(6), row.GetInt16(7), row.NullableDouble(8), Enum.Parse<ObsStatus>(row.GetString(9))), row.GetInt64(10));
    }
}
