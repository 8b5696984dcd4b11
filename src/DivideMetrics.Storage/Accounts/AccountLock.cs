using Npgsql;

namespace DivideMetrics.Storage.Accounts;

/// <summary>Writers of accounts and links come one after the other: two of them could each remove the other administrator.</summary>
internal static class AccountLock
{
    /// <summary>Waits for its turn; the turn ends with the transaction.</summary>
    public static async Task TakeAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand("select pg_advisory_xact_lock(5567937384219247873)", connection);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
