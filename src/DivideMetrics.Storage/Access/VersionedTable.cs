using Npgsql;

namespace DivideMetrics.Storage;

/// <summary>
/// A table whose rows hold from one version until another: nothing is overwritten, a change ends a row and adds one.
/// The staged state is compared with the current one inside the caller's transaction and only the differences are written.
/// </summary>
/// <param name="Name">Table.</param>
/// <param name="Key">Key columns, not null.</param>
/// <param name="Payload">Payload columns, compared with <c>is distinct from</c>.</param>
/// <param name="Carried">Columns that are stored but whose change alone is no change.</param>
/// <param name="From">Column of the first version.</param>
/// <param name="To">Column of the version that ended the row.</param>
/// <param name="Scope">Condition (on <c>c</c>) that says which current rows the staged state speaks about.</param>
internal sealed record VersionedTable(string Name, string[] Key, string[] Payload, string[] Carried, string From, string To, string Scope)
{
    private string Columns => string.Join(", ", Key.Concat(Payload).Concat(Carried));

    private string SameKey => string.Join(" and ", Key.Select(column => $"s.{column} = c.{column}"));

    private string OtherPayload => string.Join(" or ", Payload.Select(column => $"s.{column} is distinct from c.{column}"));

    /// <summary>Copies rows into a temporary table that ends with the transaction.</summary>
    /// <returns>How many rows were staged.</returns>
    /// <exception cref="PostgresException">A key stands twice (SQLSTATE 23505).</exception>
    public async Task<long> StageAsync<T>(NpgsqlConnection connection, IEnumerable<T> rows, Action<NpgsqlBinaryImporter, T> write, CancellationToken cancellationToken)
    {
        await ExecuteAsync(connection, $"create temp table stage on commit drop as select {Columns} from {Name} with no data", null, cancellationToken);
        var count = await CopyAsync(connection, rows, write, cancellationToken);
        await ExecuteAsync(connection, $"create unique index on stage ({string.Join(", ", Key)})", null, cancellationToken);
        await ExecuteAsync(connection, "analyze stage", null, cancellationToken);
        return count;
    }

    /// <summary>Writes the differences between the staged and the current state as of a new version.</summary>
    public async Task<Difference> PublishAsync(NpgsqlConnection connection, long version, CancellationToken cancellationToken)
    {
        var withdrawn = await ExecuteAsync(
            connection,
            $"""
            update {Name} as c
            set {To} = $1
            where c.{To} is null
              and {Scope}
              and not exists (select from stage as s where {SameKey})
            """,
            version,
            cancellationToken);
        var updated = await ExecuteAsync(
            connection,
            $"""
            update {Name} as c
            set {To} = $1
            from stage as s
            where c.{To} is null
              and {SameKey}
              and ({OtherPayload})
            """,
            version,
            cancellationToken);
        var inserted = await ExecuteAsync(
            connection,
            $"""
            insert into {Name} ({Columns}, {From})
            select {Columns}, $1
            from stage as s
            where not exists (select from {Name} as c where c.{To} is null and {SameKey})
            """,
            version,
            cancellationToken);
        return new(inserted - updated, updated, withdrawn);
    }

    private async Task<long> CopyAsync<T>(
        NpgsqlConnection connection, IEnumerable<T> rows, Action<NpgsqlBinaryImporter, T> write, CancellationToken cancellationToken)
    {
        await using var importer = await connection.BeginBinaryImportAsync($"copy stage ({Columns}) from stdin (format binary)", cancellationToken);
        foreach (var row in rows)
        {
            cancellationToken.ThrowIfCancellationRequested();
            await importer.StartRowAsync(cancellationToken);
            write(importer, row);
        }

        return (long)await importer.CompleteAsync(cancellationToken);
    }

#pragma warning disable CA2100 // composed of this program's own constants
    private static async Task<long> ExecuteAsync(NpgsqlConnection connection, string sql, long? version, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 0 };
        if (version is { } value)
        {
            command.Parameters.Add(new() { Value = value });
        }

        return await command.ExecuteNonQueryAsync(cancellationToken);
    }
#pragma warning restore CA2100
}
