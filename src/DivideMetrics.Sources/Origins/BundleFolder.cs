namespace DivideMetrics.Sources.Origins;

/// <summary>The files below a folder.</summary>
internal sealed class BundleFolder : BundleContent
{
    private static readonly EnumerationOptions Everything = new() { RecurseSubdirectories = true, MaxRecursionDepth = 16 };
    private readonly string _folder;

    /// <exception cref="SourceException">There are more files than a bundle has.</exception>
    public BundleFolder(string folder)
        : base(folder)
    {
        _folder = Path.GetFullPath(folder);
        Paths = Directory.EnumerateFiles(_folder, "*", Everything).Take(MostFiles + 1)
            .Select(file => Path.GetRelativePath(_folder, file).Replace('\\', '/')).Order(StringComparer.Ordinal).ToList();
        if (Paths.Count > MostFiles)
        {
            throw new SourceException(
                FormattableString.Invariant(
                    $"Bundle {folder}: expected at most {MostFiles} files, found more. Name the folder of the bundle itself."));
        }
    }

    public override IReadOnlyList<string> Paths { get; }

    public override Stream OpenRead(string path)
    {
        try
        {
            return new FileStream(
                Path.Combine(_folder, path), FileMode.Open, FileAccess.Read, FileShare.Read, 1 << 16, FileOptions.SequentialScan);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new SourceException($"Bundle {Location}: expected a readable file {path}: {failure.Message}", failure);
        }
    }
}
