using DivideMetrics.Observations;
using Npgsql;

namespace DivideMetrics.Storage.Observations;

/// <summary>Ids of a source's series; a new series is registered at first sight, on a connection of its own.</summary>
internal sealed class SeriesIds : IAsyncDisposable
{
    private readonly NpgsqlConnection _connection;
    private readonly string _source;
    private readonly Dictionary<SeriesKey, int> _ids = [];

    private SeriesIds(NpgsqlConnection connection, string source) => (_connection, _source) = (connection, source);

    public static async Task<SeriesIds> OpenAsync(NpgsqlDataSource database, string source, CancellationToken cancellationToken) =>
        new(await database.OpenConnectionAsync(cancellationToken), source);

    public int Of(SeriesKey key)
    {
        if (!_ids.TryGetValue(key, out var id))
        {
            id = Register(key);
            _ids.Add(key, id);
        }

        return id;
    }

    public ValueTask DisposeAsync() => _connection.DisposeAsync();

    private int Register(SeriesKey key)
    {
        using var command = new NpgsqlCommand(
            """
            insert into series (source, code, sex, age, urbanisation, breakdown)
            values ($1, $2, $3, $4, $5, $6)
            on conflict (source, code, sex, age, urbanisation, breakdown) do update set code = excluded.code
            returning id
            """,
            _connection)
        {
            Parameters =
            {
                new() { Value = _source }, new() { Value = key.Code }, new() { Value = key.Sex.Code() },
                new() { Value = key.Age }, new() { Value = key.Urbanisation }, new() { Value = key.Breakdown },
            },
        };
        return (int)command.ExecuteScalar()!;
    }
}
