using DivideMetrics.Sources;
using Npgsql;

namespace DivideMetrics.Storage.Snapshots;

/// <summary>Tells "no room left" from other failures of files and of the database, and says it in words that help.</summary>
public static class DiskFull
{
    private const string DatabaseIsFull = "53100";

    /// <summary>ENOSPC, EFBIG and EDQUOT of Linux, EDQUOT of macOS; ERROR_HANDLE_DISK_FULL and ERROR_DISK_FULL of Windows.</summary>
    private static readonly int[] Codes = OperatingSystem.IsWindows()
        ? [unchecked((int)0x80070027), unchecked((int)0x80070070)]
        : [28, 27, OperatingSystem.IsMacOS() ? 69 : 122];

    /// <summary>True when a file could not be written because there is no room for it.</summary>
    public static bool Is(IOException failure) => Codes.Contains(failure.HResult);

    /// <summary>What to tell where the database's own disk is full; null when that is not it.</summary>
    public static string? OfDatabase(Exception failure) => failure is PostgresException { SqlState: DatabaseIsFull } full
        ? $"Expected room for the new figures on the disk of the database, found none: {full.MessageText}. " +
            "Nothing of this run was published. Free space on that disk and run again."
        : null;

    /// <summary>The failure that a folder's disk is full.</summary>
    internal static SourceException At(string folder, string what, IOException failure) =>
        new($"Expected room for {what}, the disk of {folder} is full. Free space there and run again. ({failure.Message})", failure)
        {
            Transient = true,
        };
}
