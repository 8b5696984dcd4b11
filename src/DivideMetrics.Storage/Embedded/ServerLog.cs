namespace DivideMetrics.Storage.Embedded;

/// <summary>The server's log file, kept to a readable size.</summary>
internal sealed class ServerLog(string path)
{
    private const long MaxBytes = 5_000_000;

    public string Path => path;

    /// <summary>The end of the file, where the next lines will be.</summary>
    public long Length => File.Exists(path) ? new FileInfo(path).Length : 0;

    /// <summary>
    /// Moves the text into <c>postgres.log.1</c> once it is long. The server appends to the open file, so it is emptied and not replaced.
    /// </summary>
    public void Trim()
    {
        if (Length <= MaxBytes)
        {
            return;
        }

        File.Copy(path, path + ".1", overwrite: true);
        using var file = new FileStream(path, FileMode.Open, FileAccess.Write, FileShare.ReadWrite);
        file.SetLength(0);
    }

    /// <summary>What was written after <paramref name="position"/>, the last 4,000 characters at the most.</summary>
    public string Since(long position)
    {
        if (!File.Exists(path))
        {
            return "";
        }

        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        file.Position = Math.Max(Math.Min(position, file.Length), file.Length - 4_000);
        using var reader = new StreamReader(file);
        return reader.ReadToEnd().Trim();
    }
}
