namespace DivideMetrics.Storage.Accounts;

/// <summary>An account of the administrators' area. It is changed in memory and written as a whole by <see cref="AccountStore"/>.</summary>
public sealed class Account
{
    /// <summary>A lock that an administrator set has this end, so it has none.</summary>
    public static readonly DateTimeOffset ForEver = new(9999, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>Never changes.</summary>
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>What its holder types to sign in.</summary>
    public required string Name { get; set; }

    /// <summary>The name in the form in which it is unique.</summary>
    public string NormalizedName { get; set; } = "";

    /// <summary>What its holder may do: one of <see cref="AccountRole"/>.</summary>
    public required string Role { get; set; }

    /// <summary>Digest of the password; null where only an OpenID Connect provider opens the account.</summary>
    public string? PasswordHash { get; set; }

    /// <summary>Changes with everything that must end open sessions.</summary>
    public string SecurityStamp { get; set; } = "";

    /// <summary>Changes with every write: who writes over another's change is refused.</summary>
    public string ConcurrencyStamp { get; set; } = "";

    /// <summary>Failed attempts since the last good one or lock-out.</summary>
    public int FailedCount { get; set; }

    /// <summary>Until when nobody signs in, UTC; null or past when it is open.</summary>
    public DateTimeOffset? LockedUntil { get; set; }

    /// <summary>True when a password alone does not sign in.</summary>
    public bool TwoFactor { get; set; }

    /// <summary>The authenticator's key, encrypted; null without one.</summary>
    public string? AuthenticatorKey { get; set; }

    /// <summary>Digests of the recovery codes that were not used.</summary>
    public IReadOnlyList<string> RecoveryCodes { get; set; } = [];

    /// <summary>When it was made, UTC.</summary>
    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>True when an administrator closed it.</summary>
    public bool IsClosed => LockedUntil >= ForEver;
}

/// <summary>What the holder of an account may do; each role may do what those before it may.</summary>
public static class AccountRole
{
    /// <summary>Reads.</summary>
    public const string Viewer = "Viewer";

    /// <summary>Runs, pauses and approves.</summary>
    public const string Operator = "Operator";

    /// <summary>Decides about users, sources and settings.</summary>
    public const string Administrator = "Administrator";

    /// <summary>All of them, the least first.</summary>
    public static IReadOnlyList<string> All { get; } = [Viewer, Operator, Administrator];

    /// <summary>True when a role may do all that another may.</summary>
    public static bool Includes(string role, string least) => All.SkipWhile(each => each != least).Contains(role);
}

/// <summary>An account at an OpenID Connect provider.</summary>
/// <param name="Issuer">The provider.</param>
/// <param name="Subject">Its name for the person, which never changes.</param>
public sealed record AccountLogin(string Issuer, string Subject);
