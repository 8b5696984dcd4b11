using System.Globalization;

namespace DivideMetrics.Storage.Accounts;

/// <summary>What differs between two states of an account, in the words of the audit log; says that a secret changed, never what it is.</summary>
internal static class AccountChanges
{
    public static IEnumerable<AuditChange> Between(Account old, Account now)
    {
        var subject = old.Name;
        if (old.Name != now.Name)
        {
            yield return new("account.name", subject, old.Name, now.Name);
        }

        if (old.Role != now.Role)
        {
            yield return new("account.role", subject, old.Role, now.Role);
        }

        if (old.PasswordHash != now.PasswordHash)
        {
            yield return new("account.password", subject, HasOne(old.PasswordHash), now.PasswordHash is null ? "none" : "another");
        }

        if (old.TwoFactor != now.TwoFactor)
        {
            yield return new("account.two-factor", subject, OnOff(old.TwoFactor), OnOff(now.TwoFactor));
        }

        if (old.AuthenticatorKey != now.AuthenticatorKey)
        {
            yield return new("account.authenticator", subject, HasOne(old.AuthenticatorKey), now.AuthenticatorKey is null ? "none" : "another");
        }

        if (!old.RecoveryCodes.SequenceEqual(now.RecoveryCodes))
        {
            yield return new("account.recovery-codes", subject, Count(old.RecoveryCodes), Count(now.RecoveryCodes));
        }

        foreach (var change in Attempts(old, now))
        {
            yield return change;
        }
    }

    /// <summary>A failed attempt counts up; the one that locks sets the count back and an end to the lock.</summary>
    private static IEnumerable<AuditChange> Attempts(Account old, Account now)
    {
        var isLockedNow = now.LockedUntil is { } end && end != old.LockedUntil;
        if (now.FailedCount > old.FailedCount || (isLockedNow && !now.IsClosed))
        {
            yield return new("sign-in.failed", old.Name);
        }

        if (old.LockedUntil != now.LockedUntil)
        {
            yield return new(now.LockedUntil is null ? "account.unlocked" : "account.locked", old.Name, Until(old.LockedUntil), Until(now.LockedUntil));
        }
    }

    private static string HasOne(string? secret) => secret is null ? "none" : "one";

    private static string OnOff(bool on) => on ? "on" : "off";

    private static string Count(IReadOnlyList<string> codes) => string.Create(CultureInfo.InvariantCulture, $"{codes.Count} codes");

    private static string Until(DateTimeOffset? end) => end switch
    {
        null => "open",
        { } at when at >= Account.ForEver => "closed",
        { } at => string.Create(CultureInfo.InvariantCulture, $"until {at.UtcDateTime:yyyy-MM-dd HH:mm:ss} UTC"),
    };
}
