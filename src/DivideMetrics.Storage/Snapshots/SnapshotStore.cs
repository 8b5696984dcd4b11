using System.Security.Cryptography;
using System.Text.Encodings.Web;
using System.Text.Json;
using DivideMetrics.Sources;

namespace DivideMetrics.Storage.Snapshots;

/// <summary>
/// Keeps fetched bytes by their SHA-256 under <c>snapshots/ab/abcd…</c>; a file is complete or absent, and never changed.
/// </summary>
/// <param name="folder">The store's folder; made when it is missing.</param>
public sealed class SnapshotStore(string folder) : IRawStore
{
    private static readonly JsonSerializerOptions SidecarJson = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>Where the bytes with this checksum are, or would be.</summary>
    public string PathOf(string sha256) => Path.Combine(folder, sha256[..2], sha256);

    /// <inheritdoc/>
    public Task<RawFile> AddAsync(
        string name, string uri, string mediaType, Stream content, long maxBytes, CancellationToken cancellationToken) =>
        WriteAsync(uri, async partial =>
        {
            var (sha256, length) = await CopyAsync(content, partial, uri, maxBytes, cancellationToken);
            var path = PathOf(sha256);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.Move(partial, path, overwrite: true);
            return new RawFile(name, uri, mediaType, sha256, length, path);
        });

    /// <summary>
    /// Writes where the bytes came from beside them, once: <c>abcd….json</c>. Bytes that are known keep their first origin.
    /// </summary>
    /// <param name="origin">Where they came from.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public async Task DescribeAsync(SnapshotOrigin origin, CancellationToken cancellationToken)
    {
        var path = $"{PathOf(origin.Sha256)}.json";
        if (File.Exists(path))
        {
            return;
        }

        await WriteAsync(path, async partial =>
        {
            await File.WriteAllBytesAsync(partial, JsonSerializer.SerializeToUtf8Bytes(origin, SidecarJson), cancellationToken);
            File.Move(partial, path, overwrite: true);
            return path;
        });
    }

    /// <summary>Deletes what a killed program left half-written before the given moment.</summary>
    /// <returns>How many files.</returns>
    public int DeletePartials(DateTimeOffset before)
    {
        if (!Directory.Exists(folder))
        {
            return 0;
        }

        var old = Directory.EnumerateFiles(folder, ".partial-*")
            .Where(file => File.GetLastWriteTimeUtc(file) < before.UtcDateTime).ToList();
        old.ForEach(File.Delete);
        return old.Count;
    }

    /// <summary>The files last fetched before a moment, and how many others there are.</summary>
    internal (IReadOnlyList<SnapshotFile> Old, int Young) Files(DateTimeOffset before) => SnapshotFolder.Files(folder, before);

    /// <summary>Removes a file and its sidecar; false when it was fetched again meanwhile.</summary>
    internal bool Remove(SnapshotFile file, DateTimeOffset before) => SnapshotFolder.Remove(file, before);

    /// <summary>Writes beside the place first, and leaves nothing half-written whatever happens.</summary>
    private async Task<T> WriteAsync<T>(string what, Func<string, Task<T>> write)
    {
        var partial = Path.Combine(folder, $".partial-{Guid.NewGuid():n}");
        try
        {
            Directory.CreateDirectory(folder);
            return await write(partial);
        }
        catch (IOException failure) when (DiskFull.Is(failure))
        {
            throw DiskFull.At(folder, what, failure);
        }
        finally
        {
            if (File.Exists(partial))
            {
                File.Delete(partial);
            }
        }
    }

    private static async Task<(string Sha256, long Length)> CopyAsync(
        Stream content, string partial, string uri, long maxBytes, CancellationToken cancellationToken)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        await using var file = new FileStream(
            partial, FileMode.CreateNew, FileAccess.Write, FileShare.None, 1 << 16, FileOptions.Asynchronous);
        var buffer = new byte[1 << 16];
        long length = 0;
        for (int read; (read = await content.ReadAsync(buffer, cancellationToken)) > 0;)
        {
            length += read;
            if (length > maxBytes)
            {
                throw new SourceException(FormattableString.Invariant(
                    $"{uri}: expected at most {maxBytes} bytes, and more came. Raise the source's limit if the file really grew."));
            }

            hash.AppendData(buffer, 0, read);
            await file.WriteAsync(buffer.AsMemory(0, read), cancellationToken);
        }

        await file.FlushAsync(cancellationToken);
        file.Flush(flushToDisk: true);
        return (Convert.ToHexStringLower(hash.GetHashAndReset()), length);
    }
}
