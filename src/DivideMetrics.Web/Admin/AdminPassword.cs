using System.Security.Cryptography;
using System.Text;

namespace DivideMetrics.Web.Admin;

/// <summary>The one password of the admin area; only its digest is kept.</summary>
internal sealed class AdminPassword(string password)
{
    private readonly byte[] _digest = DigestOf(password);

    /// <summary>Changes with the password: a cookie given under another password is worth nothing.</summary>
    public string Fingerprint => Convert.ToHexString(SHA256.HashData(_digest))[..16];

    /// <summary>Compares in a time that says nothing about where the texts differ.</summary>
    public bool Is(string text) => CryptographicOperations.FixedTimeEquals(_digest, DigestOf(text));

    private static byte[] DigestOf(string text) => SHA256.HashData(Encoding.UTF8.GetBytes(text));
}
