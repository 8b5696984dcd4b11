using DivideMetrics.Observations;
using Npgsql;

namespace DivideMetrics.Storage.Observations;

/// <summary>Numbers that stand for texts in the rows of observations: of sources, of series. A new one is registered at first sight.</summary>
internal static class SeriesIds
{
    /// <summary>The number of a source, which names its part of the observations.</summary>
    public static async Task<int> SourceAsync(NpgsqlConnection connection, string source, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(
            """
            insert into source (id)
            values ($1)
            on conflict (id) do update set id = excluded.id
            returning number
            """,
            connection)
        { Parameters = { new() { Value = source } } };
        return (int)(await command.ExecuteScalarAsync(cancellationToken))!;
    }

    /// <summary>The ids of series of a source.</summary>
    public static async Task<IReadOnlyDictionary<SeriesKey, int>> OfAsync(
        NpgsqlConnection connection, string source, IReadOnlyList<SeriesKey> keys, CancellationToken cancellationToken)
    {
        await using (var command = new NpgsqlCommand(
            """
            insert into series (source, code, sex, age, urbanisation, breakdown)
            select $1, k.code, k.sex, k.age, k.urbanisation, k.breakdown
            from unnest($2::text[], $3::text[], $4::text[], $5::text[], $6::text[])
                with ordinality as k (code, sex, age, urbanisation, breakdown, place)
            order by k.place
            on conflict (source, code, sex, age, urbanisation, breakdown) do nothing
            """,
            connection))
        {
            command.Parameters.Add(new() { Value = source });
            foreach (var column in Columns)
            {
                command.Parameters.Add(new() { Value = keys.Select(column).ToArray() });
            }

            await command.ExecuteNonQueryAsync(cancellationToken);
        }

        return (await AllAsync(connection, source, cancellationToken)).ToDictionary(pair => pair.Value, pair => pair.Key);
    }

    /// <summary>All series of a source by id.</summary>
    public static async Task<IReadOnlyDictionary<int, SeriesKey>> AllAsync(NpgsqlConnection connection, string source, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(
            """
            select id, code, sex, age, urbanisation, breakdown
            from series
            where source = $1
            """,
            connection)
        { Parameters = { new() { Value = source } } };
        return (await command.ReadAllAsync(row => (Id: row.GetInt32(0), Key: Reading.SeriesKey(row, 1)), cancellationToken))
            .ToDictionary(pair => pair.Id, pair => pair.Key);
    }

    private static IEnumerable<Func<SeriesKey, string>> Columns => [key => key.Code, key => key.Sex.Code(), key => key.Age, key => key.Urbanisation, key => key.Breakdown];
}
