using Npgsql;

namespace DivideMetrics.Storage.Accounts;

/// <summary>How a write of an account ended.</summary>
public enum AccountWrite
{
    /// <summary>It is written, and so is its line in the audit log.</summary>
    Done,

    /// <summary>Somebody else changed or removed it meanwhile; nothing is written.</summary>
    Changed,

    /// <summary>Its name or login is another account's; nothing is written.</summary>
    Taken,

    /// <summary>The link was used, replaced, or is out of date; nothing is written.</summary>
    LinkGone,

    /// <summary>No other open administrator would be left; nothing is written.</summary>
    LastAdministrator,
}

/// <summary>Writes accounts; each change and its lines in the audit log are one transaction.</summary>
public sealed class AccountStore(NpgsqlDataSource database, TimeProvider clock)
{
    private const string UniqueViolation = PostgresErrorCodes.UniqueViolation;

    /// <summary>Makes an account through a link, which is used up by it.</summary>
    /// <param name="account">The account; its role is the link's.</param>
    /// <param name="link">Digest of the link.</param>
    /// <param name="by">Who makes it.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public async Task<AccountWrite> CreateAsync(Account account, byte[] link, Actor by, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        await AccountLock.TakeAsync(connection, cancellationToken);
        if (await AccountLinkStore.UseAsync(connection, link, clock.GetUtcNow(), cancellationToken) is not { } used)
        {
            return AccountWrite.LinkGone;
        }

        account.Role = used.Role;
        try
        {
            await InsertAsync(connection, account, cancellationToken);
        }
        catch (PostgresException taken) when (taken.SqlState == UniqueViolation)
        {
            return AccountWrite.Taken;
        }

        var how = used.IsSetup ? "setup link" : "invitation";
        await AddAsync(connection, [new("account.created", account.Name, After: $"{account.Role}, by {how}")], by, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return AccountWrite.Done;
    }

    /// <summary>Writes an account over the state that it was read in.</summary>
    public async Task<AccountWrite> UpdateAsync(Account account, Actor by, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        await AccountLock.TakeAsync(connection, cancellationToken);
        if (await ReadAsync(connection, account.Id, cancellationToken) is not { } old || old.ConcurrencyStamp != account.ConcurrencyStamp)
        {
            return AccountWrite.Changed;
        }

        if (IsOpenAdministrator(old) && !IsOpenAdministrator(account) && !await HasOtherAdministratorAsync(connection, account.Id, cancellationToken))
        {
            return AccountWrite.LastAdministrator;
        }

        var stamp = account.ConcurrencyStamp;
        account.ConcurrencyStamp = Guid.NewGuid().ToString("n");
        try
        {
            await WriteAsync(connection, account, cancellationToken);
        }
        catch (PostgresException taken) when (taken.SqlState == UniqueViolation)
        {
            account.ConcurrencyStamp = stamp;
            return AccountWrite.Taken;
        }

        await AddAsync(connection, AccountChanges.Between(old, account), by, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return AccountWrite.Done;
    }

    /// <summary>Removes an account; what it did stays in the audit log.</summary>
    public async Task<AccountWrite> RemoveAsync(Account account, Actor by, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        await AccountLock.TakeAsync(connection, cancellationToken);
        if (await ReadAsync(connection, account.Id, cancellationToken) is not { } old)
        {
            return AccountWrite.Changed;
        }

        if (IsOpenAdministrator(old) && !await HasOtherAdministratorAsync(connection, account.Id, cancellationToken))
        {
            return AccountWrite.LastAdministrator;
        }

        await using var command = new NpgsqlCommand("delete from account where id = $1", connection) { Parameters = { new() { Value = account.Id } } };
        await command.ExecuteNonQueryAsync(cancellationToken);
        await AddAsync(connection, [new("account.removed", old.Name, Before: old.Role)], by, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return AccountWrite.Done;
    }

    /// <summary>Lets a login at a provider open an account.</summary>
    public async Task<AccountWrite> AddLoginAsync(Account account, AccountLogin login, Actor by, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        await using var command = new NpgsqlCommand(
            """
            insert into account_login (issuer, subject, account_id)
            values ($1, $2, $3)
            on conflict do nothing
            """,
            connection)
        {
            Parameters = { new() { Value = login.Issuer }, new() { Value = login.Subject }, new() { Value = account.Id } },
        };
        if (await command.ExecuteNonQueryAsync(cancellationToken) == 0)
        {
            return AccountWrite.Taken;
        }

        await AddAsync(connection, [new("account.login", account.Name, After: login.Issuer)], by, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return AccountWrite.Done;
    }

    private static bool IsOpenAdministrator(Account account) => account.Role == AccountRole.Administrator && !account.IsClosed;

    private static async Task<bool> HasOtherAdministratorAsync(NpgsqlConnection connection, Guid id, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(
            """
            select exists (
                select
                from account
                where role = 'Administrator'
                  and id <> $1
                  and (locked_until is null or locked_until < $2))
            """,
            connection)
        {
            Parameters = { new() { Value = id }, new() { Value = Account.ForEver } },
        };
        return await command.ExecuteScalarAsync(cancellationToken) is true;
    }

    private static async Task<Account?> ReadAsync(NpgsqlConnection connection, Guid id, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(
            $"""
            select {AccountRow.Columns}
            from account
            where id = $1
            for update
            """,
            connection)
        {
            Parameters = { new() { Value = id } },
        };
        return await command.ReadFirstAsync(AccountRow.Read, cancellationToken);
    }

    private async Task InsertAsync(NpgsqlConnection connection, Account account, CancellationToken cancellationToken)
    {
        account.ConcurrencyStamp = Guid.NewGuid().ToString("n");
        await using var command = new NpgsqlCommand(
            """
            insert into account (id, name, normalized_name, role, password_hash, security_stamp, concurrency_stamp, failed_count, locked_until,
                two_factor, authenticator_key, recovery_codes, created_at)
            values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)
            """,
            connection);
        AccountRow.AddTo(command.Parameters, account);
        command.Parameters.Add(new() { Value = clock.GetUtcNow() });
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    private static async Task WriteAsync(NpgsqlConnection connection, Account account, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(
            """
            update account
            set name = $2, normalized_name = $3, role = $4, password_hash = $5, security_stamp = $6, concurrency_stamp = $7, failed_count = $8,
                locked_until = $9, two_factor = $10, authenticator_key = $11, recovery_codes = $12
            where id = $1
            """,
            connection);
        AccountRow.AddTo(command.Parameters, account);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    private Task AddAsync(NpgsqlConnection connection, IEnumerable<AuditChange> changes, Actor by, CancellationToken cancellationToken) =>
        AuditStore.AddAsync(connection, changes, by, clock.GetUtcNow(), cancellationToken);
}
