namespace DivideMetrics.Sources;

/// <summary>Settings of all source adapters.</summary>
public sealed class SourcesOptions
{
    /// <summary>Folder with the files delivered with the product; a relative path is taken from the working folder.</summary>
    public string DataFolder { get; set; } = "data";

    /// <summary>Address where a provider's operator can read who asks; part of the user agent. Null leaves it out.</summary>
    public string? ContactUrl { get; set; }

    /// <summary>Least time between two requests to one host.</summary>
    public TimeSpan MinInterval { get; set; } = TimeSpan.FromMilliseconds(500);

    /// <summary>How often a failed request is repeated; 0 for never.</summary>
    public int Retries { get; set; } = 3;

    /// <summary>Wait before the first repetition; doubles each time, with jitter.</summary>
    public TimeSpan RetryDelay { get; set; } = TimeSpan.FromSeconds(2);

    /// <summary>Longest wait of our own before a repetition.</summary>
    public TimeSpan MaxRetryDelay { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>Longest wait that a provider may ask for with Retry-After; a longer one is cut to this.</summary>
    public TimeSpan MaxRetryAfter { get; set; } = TimeSpan.FromMinutes(2);

    /// <summary>Time for one request, its body included.</summary>
    public TimeSpan AttemptTimeout { get; set; } = TimeSpan.FromMinutes(2);

    /// <summary>Fewest bytes of a body that must come in each <see cref="SlowBodyWindow"/>; 0 for no such limit. The default is 1 kB a second.</summary>
    public long LeastBytesPerWindow { get; set; } = 30_000;

    /// <summary>Over what time a body's pace is looked at: a provider that trickles is cut off after this, and asked again.</summary>
    public TimeSpan SlowBodyWindow { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>Time for one download with all its repetitions.</summary>
    public TimeSpan OverallTimeout { get; set; } = TimeSpan.FromMinutes(15);

    /// <summary>Greatest size of one answer after decompression, and of one delivered file, in bytes.</summary>
    public long MaxResponseBytes { get; set; } = 512L << 20;

    /// <summary>Greatest size of everything in one archive or workbook after decompression, in bytes.</summary>
    public long MaxUnzippedBytes { get; set; } = 2L << 30;

    /// <summary>Greatest number of members of one archive.</summary>
    public int MaxArchiveMembers { get; set; } = 2000;

    /// <summary>How many redirects are followed.</summary>
    public int MaxRedirects { get; set; } = 5;

    /// <summary>Greatest number of pages of one answer; more is a provider that ignores the page size.</summary>
    public int MaxPages { get; set; } = 200;
}
