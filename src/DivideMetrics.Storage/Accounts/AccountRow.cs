using Npgsql;

namespace DivideMetrics.Storage.Accounts;

/// <summary>An account as a row.</summary>
internal static class AccountRow
{
    /// <summary>The columns, in the order in which <see cref="Read"/> takes them.</summary>
    public const string Columns =
        "id, name, normalized_name, role, password_hash, security_stamp, concurrency_stamp, failed_count, locked_until, two_factor, authenticator_key, recovery_codes, created_at";

    public static Account Read(NpgsqlDataReader row) => new()
    {
        Id = row.GetGuid(0),
        Name = row.GetString(1),
        NormalizedName = row.GetString(2),
        Role = row.GetString(3),
        PasswordHash = row.NullableString(4),
        SecurityStamp = row.GetString(5),
        ConcurrencyStamp = row.GetString(6),
        FailedCount = row.GetInt32(7),
        LockedUntil = row.NullableInstant(8),
        TwoFactor = row.GetBoolean(9),
        AuthenticatorKey = row.NullableString(10),
        RecoveryCodes = row.GetFieldValue<string[]>(11),
        CreatedAt = row.Instant(12),
    };

    /// <summary>Twelve parameters, in the order of the columns without the day of its making.</summary>
    public static void AddTo(NpgsqlParameterCollection parameters, Account account)
    {
        parameters.Add(new() { Value = account.Id });
        parameters.Add(new() { Value = account.Name });
        parameters.Add(new() { Value = account.NormalizedName });
        parameters.Add(new() { Value = account.Role });
        parameters.Add(NullableParameter.Text(account.PasswordHash));
        parameters.Add(new() { Value = account.SecurityStamp });
        parameters.Add(new() { Value = account.ConcurrencyStamp });
        parameters.Add(new() { Value = account.FailedCount });
        parameters.Add(NullableParameter.Instant(account.LockedUntil));
        parameters.Add(new() { Value = account.TwoFactor });
        parameters.Add(NullableParameter.Text(account.AuthenticatorKey));
        parameters.Add(new() { Value = account.RecoveryCodes.ToArray() });
    }
}
