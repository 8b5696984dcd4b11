using Npgsql;
using NpgsqlTypes;

namespace DivideMetrics.Storage.Accounts;

/// <summary>An account as a row.</summary>
internal static class AccountRow
{
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
        parameters.Add(Text(account.PasswordHash));
        parameters.Add(new() { Value = account.SecurityStamp });
        parameters.Add(new() { Value = account.ConcurrencyStamp });
        parameters.Add(new() { Value = account.FailedCount });
        parameters.Add(new() { Value = (object?)account.LockedUntil?.ToUniversalTime() ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.TimestampTz });
        parameters.Add(new() { Value = account.TwoFactor });
        parameters.Add(Text(account.AuthenticatorKey));
        parameters.Add(new() { Value = account.RecoveryCodes.ToArray() });
    }

    private static NpgsqlParameter Text(string? value) => new() { Value = (object?)value ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Text };
}
