using System.Security.Cryptography;
using System.Text;

namespace DivideMetrics.Storage.Observations;

/// <summary>Checksums of texts.</summary>
public static class Checksum
{
    /// <summary>Lower-case hexadecimal SHA-256 of the lines, each ended by a line feed, as UTF-8.</summary>
    public static string Of(IEnumerable<string> lines)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var line in lines)
        {
            hash.AppendData(Encoding.UTF8.GetBytes(line));
            hash.AppendData("\n"u8);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
