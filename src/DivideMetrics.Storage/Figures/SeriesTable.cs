using Npgsql;
using NpgsqlTypes;

namespace DivideMetrics.Storage.Figures;

/// <summary>
/// A table of series of indicators, each row true from one computation until another. The digests of an indicator's current rows are read
/// and held against the new ones in this process; only rows that differ are written.
/// </summary>
/// <param name="Name">Table.</param>
/// <param name="Key">Key columns beside the indicator, text.</param>
/// <param name="Columns">All other columns but the digest and the computations.</param>
internal sealed record SeriesTable<T>(string Name, string[] Key, string[] Columns)
{
    /// <summary>Values of the key columns.</summary>
    public required Func<T, string[]> KeyOf { get; init; }

    /// <summary>Digest of what a row says.</summary>
    public required Func<T, Guid> DigestOf { get; init; }

    /// <summary>Writes the values of the other columns in order.</summary>
    public required Action<NpgsqlBinaryImporter, T> Write { get; init; }

    /// <summary>Reads a row: indicator, key columns, other columns.</summary>
    public required Func<NpgsqlDataReader, T> Read { get; init; }

    /// <summary>All columns that <see cref="Read"/> reads.</summary>
    public string Selected { get; } = string.Join(", ", ["indicator", .. Key, .. Columns]);

    private string KeyColumns => string.Join(", ", Key);

    /// <summary>Makes the current rows of an indicator say what is given: ends those that differ or are gone, and adds the new ones.</summary>
    public async Task<Difference> WriteAsync(
        NpgsqlConnection connection, string indicator, IReadOnlyList<T> series, long computation, CancellationToken cancellationToken)
    {
        var current = await CurrentAsync(connection, indicator, cancellationToken);
        var (added, ended, updated) = (new List<(string[] Key, Guid Digest, T Series)>(), new List<string[]>(), 0);
        foreach (var one in series)
        {
            var (key, digest) = (KeyOf(one), DigestOf(one));
            if (current.Remove(string.Join('\n', key), out var known) && known.Digest != digest)
            {
                ended.Add(key);
                updated++;
            }

            if (known.Digest != digest)
            {
                added.Add((key, digest, one));
            }
        }

        ended.AddRange(current.Values.Select(gone => gone.Key));
        await EndAsync(connection, indicator, ended, computation, cancellationToken);
        await AddAsync(connection, indicator, added, computation, cancellationToken);
        return new(added.Count - updated, updated, current.Count);
    }

    /// <summary>Ends the current rows of all indicators but these.</summary>
    public async Task<long> EndOthersAsync(NpgsqlConnection connection, string[] indicators, long computation, CancellationToken cancellationToken)
    {
        await using var command = Command(connection, $"update {Name} set to_computation = $1 where to_computation is null and indicator <> all ($2)");
        command.Parameters.Add(new() { Value = computation });
        command.Parameters.Add(new() { Value = indicators });
        return await command.ExecuteNonQueryAsync(cancellationToken);
    }

    private async Task<Dictionary<string, (string[] Key, Guid Digest)>> CurrentAsync(
        NpgsqlConnection connection, string indicator, CancellationToken cancellationToken)
    {
        var current = new Dictionary<string, (string[] Key, Guid Digest)>(StringComparer.Ordinal);
        var old = 0;
        await using (var command = Command(connection, $"select {KeyColumns}, digest from {Name} where indicator = $1 and to_computation is null"))
        {
            command.Parameters.Add(new() { Value = indicator });
            await using var reader = await command.ExecuteReaderAsync(cancellationToken);
            while (await reader.ReadAsync(cancellationToken))
            {
                var key = Enumerable.Range(0, Key.Length).Select(reader.GetString).ToArray();
                old += reader.IsDBNull(Key.Length) ? 1 : 0;
                current.Add(string.Join('\n', key), (key, reader.IsDBNull(Key.Length) ? default : reader.GetGuid(Key.Length)));
            }
        }

        if (old > 0)
        {
            await DigestAsync(connection, indicator, current, cancellationToken);
        }

        return current;
    }

    /// <summary>Rows that came over from an older schema have no digest: what they say is read instead.</summary>
    private async Task DigestAsync(
        NpgsqlConnection connection, string indicator, Dictionary<string, (string[] Key, Guid Digest)> current, CancellationToken cancellationToken)
    {
        await using var command = Command(
            connection, $"select {Selected} from {Name} where indicator = $1 and to_computation is null and digest is null");
        command.Parameters.Add(new() { Value = indicator });
        foreach (var row in await command.ReadAllAsync(Read, cancellationToken))
        {
            var key = KeyOf(row);
            current[string.Join('\n', key)] = (key, DigestOf(row));
        }
    }

    private async Task EndAsync(
        NpgsqlConnection connection, string indicator, List<string[]> keys, long computation, CancellationToken cancellationToken)
    {
        if (keys.Count == 0)
        {
            return;
        }

        var arrays = string.Join(", ", Key.Select((_, index) => FormattableString.Invariant($"${index + 3}::text[]")));
        var same = string.Join(" and ", Key.Select(column => $"c.{column} = k.{column}"));
        await using var command = Command(
            connection,
            $"""
            update {Name} as c
            set to_computation = $1
            from unnest({arrays}) as k ({KeyColumns})
            where c.indicator = $2
              and c.to_computation is null
              and {same}
            """);
        command.Parameters.Add(new() { Value = computation });
        command.Parameters.Add(new() { Value = indicator });
        for (var column = 0; column < Key.Length; column++)
        {
            command.Parameters.Add(new() { Value = keys.Select(key => key[column]).ToArray() });
        }

        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    private async Task AddAsync(
        NpgsqlConnection connection, string indicator, List<(string[] Key, Guid Digest, T Series)> rows, long computation,
        CancellationToken cancellationToken)
    {
        if (rows.Count == 0)
        {
            return;
        }

        await using var importer = await connection.BeginBinaryImportAsync(
            $"copy {Name} ({Selected}, digest, from_computation) from stdin (format binary)", cancellationToken);
        foreach (var (key, digest, series) in rows)
        {
            cancellationToken.ThrowIfCancellationRequested();
            await importer.StartRowAsync(cancellationToken);
            importer.Write(indicator, NpgsqlDbType.Text);
            foreach (var part in key)
            {
                importer.Write(part, NpgsqlDbType.Text);
            }

            Write(importer, series);
            importer.Write(digest, NpgsqlDbType.Uuid);
            importer.Write(computation, NpgsqlDbType.Bigint);
        }

        await importer.CompleteAsync(cancellationToken);
    }

#pragma warning disable CA2100 // composed of this program's own constants
    private static NpgsqlCommand Command(NpgsqlConnection connection, string sql) => new(sql, connection) { CommandTimeout = 0 };
#pragma warning restore CA2100
}
