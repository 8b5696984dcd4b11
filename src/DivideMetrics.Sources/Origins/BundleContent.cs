namespace DivideMetrics.Sources.Origins;

/// <summary>The files of a bundle: those below a folder, or in a zip archive.</summary>
internal abstract class BundleContent(string location) : IDisposable
{
    /// <summary>More files are no bundle but a disk.</summary>
    protected const int MostFiles = 100_000;

    /// <summary>Where it is, for messages.</summary>
    public string Location => location;

    /// <summary>The paths of all files, with slashes, in ordinal order.</summary>
    public abstract IReadOnlyList<string> Paths { get; }

    /// <summary>Opens what is there.</summary>
    /// <exception cref="SourceException">There is nothing, or no whole archive.</exception>
    public static BundleContent Open(string location, long mostBytes)
    {
        if (Directory.Exists(location))
        {
            return new BundleFolder(location);
        }

        return File.Exists(location)
            ? new BundleArchive(location, mostBytes)
            : throw new SourceException(
                $"Bundle {location}: expected a folder or a zip archive at {Path.GetFullPath(location)}, found nothing there. "
                + "Check the path, and that the medium is at hand.");
    }

    /// <summary>Opens a file.</summary>
    public abstract Stream OpenRead(string path);

    /// <summary>Holds a file that was kept against what the bundle itself says of it.</summary>
    /// <exception cref="InvalidDataException">It is not whole.</exception>
    public virtual void Check(string path, RawFile kept)
    {
    }

    /// <summary>All bytes of a small file.</summary>
    /// <exception cref="SourceException">It is longer.</exception>
    public byte[] ReadAll(string path, int mostBytes)
    {
        using var content = OpenRead(path);
        var buffer = new byte[mostBytes + 1];
        var length = content.ReadAtLeast(buffer, buffer.Length, throwOnEndOfStream: false);
        return length <= mostBytes
            ? buffer[..length]
            : throw new SourceException(
                FormattableString.Invariant($"Bundle {location}: expected at most {mostBytes} bytes in {path}, found more."));
    }

    public virtual void Dispose()
    {
    }
}
