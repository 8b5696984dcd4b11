namespace DivideMetrics.Sources.Archives;

/// <summary>How far an archive may unfold.</summary>
/// <param name="MostBytes">Greatest size of all members together, in bytes.</param>
/// <param name="MostMembers">Greatest number of members.</param>
internal sealed record ArchiveLimits(long MostBytes, int MostMembers)
{
    /// <summary>Growth beyond this is no table: delimited text shrinks to a tenth, repeated cells to a hundredth.</summary>
    private const int HighestRatio = 500;
    private const long RatioMattersFrom = 1 << 20;

    /// <summary>The limits of the settings.</summary>
    public static ArchiveLimits Of(SourcesOptions options) => new(options.MaxUnzippedBytes, options.MaxArchiveMembers);

    /// <summary>The greatest size into which so many compressed bytes may unfold.</summary>
    public long Most(long compressed) => Math.Min(MostBytes, Math.Max(RatioMattersFrom, compressed * HighestRatio));

    /// <summary>The failure of an archive that unfolds beyond the limits.</summary>
    public static SourceException TooLarge(RawFile file, string what) =>
        new($"{file.Name} ({file.Uri}): the archive unfolds beyond measure: {what}. Check the source's location, or raise the limit.");

    /// <summary>The failure of an archive whose bytes are not whole; another fetch may help.</summary>
    public static SourceException Damaged(RawFile file, string kind, string reason, Exception? inner = null) =>
        new($"{file.Name} ({file.Uri}): expected a whole {kind}, found one of {file.Length} bytes that is damaged or cut off. " +
            $"Fetch it anew. {reason}".TrimEnd(), inner)
        {
            Transient = true,
        };

    /// <summary>Reads at most so many bytes and turns what a reader says of damaged bytes into a <see cref="SourceException"/>.</summary>
    public CheckedStream Checked(RawFile file, string kind, Stream inner, BytePromise promise) =>
        new(
            inner,
            promise,
            most => TooLarge(file, $"more than {most} bytes, as many as {file.Length} bytes may hold"),
            (reason, failure) => Damaged(file, kind, reason, failure));
}
