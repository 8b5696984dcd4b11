using Npgsql;

namespace DivideMetrics.Storage.Accounts;

/// <summary>Reads the audit log.</summary>
public sealed class AuditQueries(NpgsqlDataSource database)
{
    /// <summary>The newest entries before one, newest first.</summary>
    /// <param name="before">Id of the entry to go on from; null for the newest.</param>
    /// <param name="count">How many at the most.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public async Task<IReadOnlyList<AuditEntry>> ReadAsync(long? before, int count, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(
            """
            select id, at, who, address, action, subject, before, after
            from audit_entry
            where id < $1
            order by id desc
            limit $2
            """);
        command.Parameters.Add(new() { Value = before ?? long.MaxValue });
        command.Parameters.Add(new() { Value = count });
        return await command.ReadAllAsync(
            row => new AuditEntry(
                row.GetInt64(0), row.Instant(1), new(row.GetString(2), row.NullableString(3)),
                new(row.GetString(4), row.GetString(5), row.NullableString(6), row.NullableString(7))),
            cancellationToken);
    }
}
