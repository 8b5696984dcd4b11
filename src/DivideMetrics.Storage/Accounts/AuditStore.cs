using Npgsql;

namespace DivideMetrics.Storage.Accounts;

/// <summary>Adds to the audit log; what is in it can neither be changed nor removed.</summary>
public sealed class AuditStore(NpgsqlDataSource database, TimeProvider clock)
{
    /// <summary>Adds what happened where nothing else is written, such as a sign-in.</summary>
    public async Task AddAsync(AuditChange change, Actor by, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await AddAsync(connection, [change], by, clock.GetUtcNow(), cancellationToken);
    }

    /// <summary>Adds what happened inside the caller's transaction.</summary>
    internal static async Task AddAsync(
        NpgsqlConnection connection, IEnumerable<AuditChange> changes, Actor by, DateTimeOffset now, CancellationToken cancellationToken)
    {
        foreach (var change in changes)
        {
            await using var command = new NpgsqlCommand(
                """
                insert into audit_entry (at, who, address, action, subject, before, after)
                values ($1, $2, $3, $4, $5, $6, $7)
                """,
                connection)
            {
                Parameters =
                {
                    new() { Value = now }, new() { Value = by.Who }, NullableParameter.Text(by.Address), new() { Value = change.Action },
                    new() { Value = change.Subject }, NullableParameter.Text(change.Before), NullableParameter.Text(change.After),
                },
            };
            await command.ExecuteNonQueryAsync(cancellationToken);
        }
    }
}
