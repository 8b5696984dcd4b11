using System.Globalization;
using System.Text;
using DivideMetrics.Observations;
using Npgsql;
using NpgsqlTypes;

namespace DivideMetrics.Storage.Observations;

/// <summary>A value of a point and the releases over which it held.</summary>
/// <param name="Observation">The value, with its place in the files of <paramref name="Vintage"/>.</param>
/// <param name="Vintage">The vintage whose bytes say it.</param>
/// <param name="From">The vintage from which it held.</param>
/// <param name="To">The vintage from which it held no longer; null when it is current.</param>
public sealed record HeldObservation(Observation Observation, long Vintage, long From, long? To);

/// <summary>Reads observations: the current state, or the state as of a vintage.</summary>
public sealed class ObservationQueries(NpgsqlDataSource database)
{
    /// <summary>By the letter of the code; those between are codes that this product does not use and never stores.</summary>
    private static readonly ObsStatus[] Statuses =
        Enumerable.Range('A', 'Z' - 'A' + 1).Select(letter => Enum.TryParse<ObsStatus>($"{(char)letter}", out var status) ? status : default).ToArray();

    /// <summary>All points of one series code of a source, every sex and other breakdown, ordered by series, area and year.</summary>
    /// <param name="source">Source id.</param>
    /// <param name="code">Series code.</param>
    /// <param name="asOf">Null for the current state, else a vintage id: the state that it published.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public async Task<IReadOnlyList<StoredObservation>> ReadAsync(string source, string code, long? asOf, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(
            """
            select id, code, sex, age, urbanisation, breakdown, area, year, value, status, file, "row", vintage_id
            from (
                select distinct on (r.id, o.area, o.year)
                       r.id, r.code, r.sex, r.age, r.urbanisation, r.breakdown, o.area, o.year, o.value, o.status, o.file, o.row, o.vintage_id
                from series as r
                join observation as o on o.series_id = r.id
                where r.source = $1
                  and r.code = $2
                  and o.source_number = (select number from source where id = $1)
                  and ($3::bigint is null or o.from_position <= (select position from vintage where id = $3))
                order by r.id, o.area, o.year, o.from_position desc
            ) as state
            where status <> ''
            order by id, area, year
            """);
        command.Parameters.Add(new() { Value = source });
        command.Parameters.Add(new() { Value = code });
        command.Parameters.Add(new() { Value = (object?)asOf ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Bigint });
        var keys = new Dictionary<int, SeriesKey>();
        return await command.ReadAllAsync(row => new StoredObservation(Map(row, KeyOf(row, keys), 6), row.GetInt32(12)), cancellationToken);
    }

    /// <summary>Every value that a series had for an area, in the order of year and release.</summary>
    /// <param name="source">Source id.</param>
    /// <param name="series">The series.</param>
    /// <param name="area">REF_AREA.</param>
    /// <param name="year">One year; null for all.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public async Task<IReadOnlyList<HeldObservation>> HistoryAsync(
        string source, SeriesKey series, string area, int? year, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(
            """
            select area, year, value, status, file, "row", vintage_id, from_position & 4294967295, to_position & 4294967295
            from (
                select o.area, o.year, o.value, o.status, o.file, o.row, o.vintage_id, o.from_position,
                       lead(o.from_position) over (partition by o.year order by o.from_position) as to_position
                from series as r
                join observation as o on o.series_id = r.id
                where r.source = $1
                  and r.code = $2 and r.sex = $3 and r.age = $4 and r.urbanisation = $5 and r.breakdown = $6
                  and o.source_number = (select number from source where id = $1)
                  and o.area = $7
                  and ($8::smallint is null or o.year = $8)
            ) as history
            where status <> ''
            order by year, from_position
            """);
        foreach (var value in new[] { source, series.Code, series.Sex.Code(), series.Age, series.Urbanisation, series.Breakdown, area })
        {
            command.Parameters.Add(new() { Value = value });
        }

        command.Parameters.Add(new() { Value = (object?)(short?)year ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Smallint });
        return Joined(await command.ReadAllAsync(
            row => new HeldObservation(Map(row, series, 0), row.GetInt32(6), row.GetInt64(7), row.NullableLong(8)), cancellationToken));
    }

    /// <summary>The whole state of a source.</summary>
    /// <param name="source">Source id.</param>
    /// <param name="asOf">Null for the current state, else the vintage that published the state.</param>
    /// <param name="keys">Numbers of series and areas; shared with the table it is to be compared with.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public async Task<ObservationTable> TableAsync(string source, Vintage? asOf, ObservationKeys keys, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        var series = await SeriesIds.AllAsync(connection, source, cancellationToken);
        var query = Query(await NumberAsync(connection, source, cancellationToken), asOf);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        await InOrderAsync(connection, cancellationToken);
        await using var reader = await BinaryCopyReader.OpenAsync(connection, query, cancellationToken);
        return await Task.Run(() => Table(reader, series, keys, cancellationToken), cancellationToken);
    }

    private static ObservationTable Table(
        BinaryCopyReader reader, IReadOnlyDictionary<int, SeriesKey> series, ObservationKeys keys, CancellationToken cancellationToken)
    {
        var builder = new ObservationTableBuilder(keys);
        var (areas, lastId, last) = (new Texts(), 0, (SeriesKey?)null);
        while (reader.Read(cancellationToken))
        {
            var id = reader.ReadInt32();
            if (last is null || id != lastId)
            {
                (lastId, last) = (id, series[id]);
            }

            builder.Add(new(last, areas.Of(reader.ReadField()), reader.ReadInt16(), reader.ReadNullableDouble(), StatusOf(reader.ReadField())));
        }

        return builder.Build();
    }

    private static async Task<int> NumberAsync(NpgsqlConnection connection, string source, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand("select number from source where id = $1", connection) { Parameters = { new() { Value = source } } };
        return await command.ExecuteScalarAsync(cancellationToken) is int number ? number : 0;
    }

    /// <summary>Until the end of the transaction: the index has the order that is asked for, and sorting a whole source would go to the disk.</summary>
    private static async Task InOrderAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand("set local enable_seqscan = off; set local enable_bitmapscan = off; set local enable_sort = off", connection);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    /// <summary>A COPY takes no parameters; all of these are numbers.</summary>
    private static string Query(int source, Vintage? asOf)
    {
        var position = asOf?.Position ?? long.MaxValue;
        return string.Create(
            CultureInfo.InvariantCulture,
            $"""
            select series_id, area, year, value, status
            from (
                select distinct on (series_id, area, year) series_id, area, year, value, status
                from observation
                where source_number = {source}
                  and from_position <= {position}
                order by series_id, area, year, from_position desc
            ) as state
            where status <> ''
            """);
    }

    private static ObsStatus StatusOf(ReadOnlySpan<byte> code) => Statuses[code[0] - 'A'];

    private static SeriesKey KeyOf(NpgsqlDataReader row, Dictionary<int, SeriesKey> keys)
    {
        var id = row.GetInt32(0);
        if (!keys.TryGetValue(id, out var key))
        {
            keys.Add(id, key = Reading.SeriesKey(row, 1));
        }

        return key;
    }

    /// <summary>An observation from six columns: area, year, value, status, file, row.</summary>
    private static Observation Map(NpgsqlDataReader row, SeriesKey key, int first) => new(
        key, row.GetString(first), row.GetInt16(first + 1), row.NullableDouble(first + 2), Enum.Parse<ObsStatus>(row.GetString(first + 3)))
    {
        Place = new(row.GetInt16(first + 4), row.GetInt32(first + 5)),
    };

    /// <summary>A late import of an older release may have split a value's time; where nothing came between, the parts are one.</summary>
    private static List<HeldObservation> Joined(List<HeldObservation> parts)
    {
        var joined = new List<HeldObservation>(parts.Count);
        foreach (var part in parts)
        {
            if (joined is [.., var last] && last.To == part.From && last.Observation == part.Observation)
            {
                joined[^1] = last with { To = part.To };
            }
            else
            {
                joined.Add(part);
            }
        }

        return joined;
    }

    /// <summary>One string for equal bytes: most rows have the text of the row before them.</summary>
    private sealed class Texts
    {
        private readonly Dictionary<string, string> _all = new(StringComparer.Ordinal);
        private byte[] _lastBytes = [];
        private string _last = "";

        public string Of(ReadOnlySpan<byte> bytes)
        {
            if (!bytes.SequenceEqual(_lastBytes))
            {
                var text = Encoding.UTF8.GetString(bytes);
                _last = _all.TryGetValue(text, out var known) ? known : _all[text] = text;
                _lastBytes = bytes.ToArray();
            }

            return _last;
        }
    }
}
