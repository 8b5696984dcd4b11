using System.Security.Cryptography;
using System.Text;

namespace DivideMetrics.Storage.Accounts;

/// <summary>A link that makes one account, as it is stored.</summary>
/// <param name="IsSetup">True for the link of the first administrator.</param>
/// <param name="Name">Name that was invited; empty for the first administrator, who chooses one.</param>
/// <param name="Role">Role of the account that it makes.</param>
/// <param name="ExpiresAt">When it is worth nothing any more, UTC; null for the first administrator's.</param>
public sealed record AccountLink(bool IsSetup, string Name, string Role, DateTimeOffset? ExpiresAt)
{
    private const int Bytes = 32;

    /// <summary>A new secret for a link: 256 random bits in letters that an address may hold.</summary>
    internal static string NewSecret() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(Bytes));

    /// <summary>What is stored of a secret.</summary>
    public static byte[] DigestOf(string secret) => SHA256.HashData(Encoding.UTF8.GetBytes(secret));
}
