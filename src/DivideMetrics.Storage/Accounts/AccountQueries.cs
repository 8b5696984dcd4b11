using Npgsql;

namespace DivideMetrics.Storage.Accounts;

/// <summary>Reads accounts.</summary>
public sealed class AccountQueries(NpgsqlDataSource database)
{
    /// <summary>All accounts by name.</summary>
    public async Task<IReadOnlyList<Account>> AllAsync(CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(
            $"""
            select {AccountRow.Columns}
            from account
            order by normalized_name
            """);
        return await command.ReadAllAsync(AccountRow.Read, cancellationToken);
    }

    /// <summary>The account of an id; null when there is none.</summary>
    public async Task<Account?> FindAsync(Guid id, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(
            $"""
            select {AccountRow.Columns}
            from account
            where id = $1
            """);
        command.Parameters.Add(new() { Value = id });
        return await command.ReadFirstAsync(AccountRow.Read, cancellationToken);
    }

    /// <summary>The account of a normalized name; null when there is none.</summary>
    public async Task<Account?> FindAsync(string normalizedName, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(
            $"""
            select {AccountRow.Columns}
            from account
            where normalized_name = $1
            """);
        command.Parameters.Add(new() { Value = normalizedName });
        return await command.ReadFirstAsync(AccountRow.Read, cancellationToken);
    }

    /// <summary>The account that a login at a provider opens; null when there is none.</summary>
    public async Task<Account?> FindAsync(AccountLogin login, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(
            $"""
            select {AccountRow.Columns}
            from account
            join account_login on account_id = id
            where issuer = $1 and subject = $2
            """);
        command.Parameters.Add(new() { Value = login.Issuer });
        command.Parameters.Add(new() { Value = login.Subject });
        return await command.ReadFirstAsync(AccountRow.Read, cancellationToken);
    }

    /// <summary>The logins at providers that open an account.</summary>
    public async Task<IReadOnlyList<AccountLogin>> LoginsAsync(Guid account, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand("select issuer, subject from account_login where account_id = $1 order by issuer, subject");
        command.Parameters.Add(new() { Value = account });
        return await command.ReadAllAsync(row => new AccountLogin(row.GetString(0), row.GetString(1)), cancellationToken);
    }
}
