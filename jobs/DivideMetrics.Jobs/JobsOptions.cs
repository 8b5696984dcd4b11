namespace DivideMetrics.Jobs;

/// <summary>Settings of the jobs.</summary>
public sealed record JobsOptions
{
    /// <summary>Npgsql connection string of the product's database; Hangfire keeps its tables there in the schema <c>hangfire</c>.</summary>
    public required string ConnectionString { get; init; }

    /// <summary>Absolute path of <c>data/</c>: the files delivered with the product.</summary>
    public required string DataFolder { get; init; }

    /// <summary>Folder or zip archive that sources are read from in place of the network; null for the network.</summary>
    public string? Bundle { get; init; }

    /// <summary>What this node does; <see cref="Role.Web"/> runs no jobs.</summary>
    public Role Role { get; init; } = Role.All;

    /// <summary>Address where a provider's operator can read who asks; null leaves it out of the user agent.</summary>
    public string? ContactUrl { get; init; }
}
