using System.IO.Compression;

namespace DivideMetrics.Sources.Archives;

/// <summary>The members of a zip archive, by its central directory; each is read through its own handle.</summary>
internal static class ZipMembers
{
    private const string Kind = "zip archive";

    /// <summary>The files of the archive.</summary>
    /// <exception cref="SourceException">The directory cannot be read or promises more than the limits allow.</exception>
    public static IReadOnlyList<ArchiveMember> Of(RawFile file, ArchiveLimits limits)
    {
        using var zip = Directory(file);
        Check(file, zip, limits);
        return zip.Entries.Select((entry, index) => (Entry: entry, Index: index))
            .Where(item => item.Entry.Name.Length > 0)
            .Select(item => new ArchiveMember(
                ArchiveMember.NameOf(item.Entry.FullName), item.Entry.Length, () => OpenMember(file, item.Index, limits)))
            .ToList();
    }

    /// <summary>Opens the directory.</summary>
    /// <exception cref="SourceException">It is damaged or cut off.</exception>
    public static ZipArchive Directory(RawFile file)
    {
        var stream = file.OpenRead();
        try
        {
            var zip = new ZipArchive(stream, ZipArchiveMode.Read);
            _ = zip.Entries.Count;
            return zip;
        }
        catch (Exception failure)
        {
            stream.Dispose();
            throw failure is InvalidDataException or IOException or ArgumentException or OverflowException or NotSupportedException
                ? ArchiveLimits.Damaged(file, Kind, failure.Message, failure) : failure;
        }
    }

    /// <summary>Holds a directory against the limits.</summary>
    /// <exception cref="SourceException">It promises more.</exception>
    public static void Check(RawFile file, ZipArchive zip, ArchiveLimits limits)
    {
        if (zip.Entries.Count > limits.MostMembers)
        {
            var count = FormattableString.Invariant($"{zip.Entries.Count} entries, at most {limits.MostMembers} are read");
            throw ArchiveLimits.TooLarge(file, count);
        }

        var total = zip.Entries.Sum(entry => (double)entry.Length);
        if (total > limits.MostBytes)
        {
            throw ArchiveLimits.TooLarge(file, FormattableString.Invariant($"{total} bytes, at most {limits.MostBytes} are read"));
        }

        if (zip.Entries.FirstOrDefault(entry => entry.Length > limits.Most(entry.CompressedLength)) is { } bomb)
        {
            throw ArchiveLimits.TooLarge(file, $"{bomb.FullName} grows out of proportion");
        }

        if (zip.Entries.FirstOrDefault(entry => entry.IsEncrypted) is { } locked)
        {
            throw new SourceException($"{file.Name} ({file.Uri}): {locked.FullName} is encrypted. Ask the provider for an open archive.");
        }
    }

    private static Stream OpenMember(RawFile file, int index, ArchiveLimits limits)
    {
        var zip = Directory(file);
        try
        {
            var entry = zip.Entries[index];
            var promise = new BytePromise(Math.Min(entry.Length, limits.MostBytes), (uint)entry.Length, entry.Crc32);
            return limits.Checked(file, Kind, new OwningStream(entry.Open(), zip), promise);
        }
        catch (Exception failure) when (failure is InvalidDataException or IOException or NotSupportedException)
        {
            zip.Dispose();
            throw ArchiveLimits.Damaged(file, Kind, failure.Message, failure);
        }
    }
}
