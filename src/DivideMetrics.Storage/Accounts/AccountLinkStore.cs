using Npgsql;

namespace DivideMetrics.Storage.Accounts;

/// <summary>Makes and finds the links that make accounts. A link is known to whoever holds it; here only its digest is kept.</summary>
public sealed class AccountLinkStore(NpgsqlDataSource database, TimeProvider clock)
{
    /// <summary>How long an invitation can be used.</summary>
    public static readonly TimeSpan InvitationLasts = TimeSpan.FromDays(7);

    /// <summary>While there is no administrator: a new link for the first one, in place of every earlier one.</summary>
    /// <returns>The secret of the link; null when there is an administrator.</returns>
    public async Task<string?> RenewSetupAsync(CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        await AccountLock.TakeAsync(connection, cancellationToken);
        await ExecuteAsync(connection, "delete from account_link where purpose = 'setup'", cancellationToken);
        var secret = await HasAdministratorAsync(connection, cancellationToken) ? null : AccountLink.NewSecret();
        if (secret is not null)
        {
            await InsertAsync(connection, secret, new(IsSetup: true, "", AccountRole.Administrator, ExpiresAt: null), cancellationToken);
            await AddAsync(connection, new("setup-link.made", "first administrator"), Actor.Program, cancellationToken);
        }

        await transaction.CommitAsync(cancellationToken);
        return secret;
    }

    /// <summary>An invitation of a name; an earlier one of the same name is worth nothing any more.</summary>
    /// <returns>The secret of the link.</returns>
    public async Task<string> InviteAsync(string name, string role, Actor by, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        await AccountLock.TakeAsync(connection, cancellationToken);
        await using var earlier = new NpgsqlCommand("delete from account_link where purpose = 'invitation' and (name = $1 or expires_at <= $2)", connection)
        {
            Parameters = { new() { Value = name }, new() { Value = clock.GetUtcNow() } },
        };
        await earlier.ExecuteNonQueryAsync(cancellationToken);
        var secret = AccountLink.NewSecret();
        await InsertAsync(connection, secret, new(IsSetup: false, name, role, clock.GetUtcNow() + InvitationLasts), cancellationToken);
        await AddAsync(connection, new("account.invited", name, After: role), by, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return secret;
    }

    /// <summary>The invitations that can still be used, by name.</summary>
    public async Task<IReadOnlyList<AccountLink>> InvitationsAsync(CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(
            """
            select purpose, name, role, expires_at
            from account_link
            where purpose = 'invitation'
              and expires_at > $1
            order by name
            """);
        command.Parameters.Add(new() { Value = clock.GetUtcNow() });
        return await command.ReadAllAsync(Read, cancellationToken);
    }

    /// <summary>Takes invitations of a name back.</summary>
    /// <returns>True when there was one.</returns>
    public async Task<bool> RevokeAsync(string name, Actor by, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        await AccountLock.TakeAsync(connection, cancellationToken);
        await using var command = new NpgsqlCommand("delete from account_link where purpose = 'invitation' and name = $1", connection)
        {
            Parameters = { new() { Value = name } },
        };
        if (await command.ExecuteNonQueryAsync(cancellationToken) == 0)
        {
            return false;
        }

        await AddAsync(connection, new("account.invitation-revoked", name), by, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return true;
    }

    /// <summary>The link of a secret; null when it was used, replaced, or is out of date.</summary>
    public async Task<AccountLink?> FindAsync(string secret, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(
            """
            select purpose, name, role, expires_at
            from account_link
            where digest = $1
              and (expires_at is null or expires_at > $2)
            """);
        command.Parameters.Add(new() { Value = AccountLink.DigestOf(secret) });
        command.Parameters.Add(new() { Value = clock.GetUtcNow() });
        return await command.ReadFirstAsync(Read, cancellationToken);
    }

    /// <summary>Uses a link up inside the caller's transaction; a link of the first administrator only while there is none.</summary>
    internal static async Task<AccountLink?> UseAsync(NpgsqlConnection connection, byte[] digest, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(
            """
            delete from account_link
            where digest = $1
              and (expires_at is null or expires_at > $2)
              and (purpose = 'invitation' or not exists (select from account where role = 'Administrator'))
            returning purpose, name, role, expires_at
            """,
            connection)
        {
            Parameters = { new() { Value = digest }, new() { Value = now } },
        };
        return await command.ReadFirstAsync(Read, cancellationToken);
    }

    private static AccountLink Read(NpgsqlDataReader row) =>
        new(row.GetString(0) == "setup", row.GetString(1), row.GetString(2), row.NullableInstant(3));

    private static async Task<bool> HasAdministratorAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand("select exists (select from account where role = 'Administrator')", connection);
        return await command.ExecuteScalarAsync(cancellationToken) is true;
    }

    private async Task InsertAsync(NpgsqlConnection connection, string secret, AccountLink link, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(
            """
            insert into account_link (digest, purpose, name, role, made_at, expires_at)
            values ($1, $2, $3, $4, $5, $6)
            """,
            connection)
        {
            Parameters =
            {
                new() { Value = AccountLink.DigestOf(secret) }, new() { Value = link.IsSetup ? "setup" : "invitation" },
                new() { Value = link.Name }, new() { Value = link.Role }, new() { Value = clock.GetUtcNow() },
                NullableParameter.Instant(link.ExpiresAt),
            },
        };
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    private Task AddAsync(NpgsqlConnection connection, AuditChange change, Actor by, CancellationToken cancellationToken) =>
        AuditStore.AddAsync(connection, [change], by, clock.GetUtcNow(), cancellationToken);

#pragma warning disable CA2100 // constants of this file
    private static async Task ExecuteAsync(NpgsqlConnection connection, string sql, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
#pragma warning restore CA2100
}
