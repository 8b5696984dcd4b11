namespace DivideMetrics.Sources;

/// <summary>Licence of a source's figures.</summary>
/// <param name="Id">Short id, for example <c>CC-BY-4.0</c>.</param>
/// <param name="Title">In words.</param>
/// <param name="Url">Where its text stands; null when none.</param>
/// <param name="Bulk">False keeps the figures out of bulk exports.</param>
public sealed record Licence(string Id, string Title, string? Url, bool Bulk);

/// <summary>A series that is asked from a source.</summary>
/// <param name="Code">The provider's series code.</param>
/// <param name="Title">The provider's title.</param>
/// <param name="Unit">SDMX UNIT_MEASURE.</param>
/// <param name="Min">Least plausible value; a value below is a Finding and is not taken.</param>
/// <param name="Max">Greatest plausible value; a value above is a Finding and is not taken.</param>
public sealed record SourceSeries(string Code, string Title, string Unit, double? Min, double? Max)
{
    /// <summary>
    /// How far a value may move before it counts as revised, in the series' unit; null leaves it to the unit (see <see
    /// cref="Revisions.Tolerance"/>).
    /// </summary>
    public double? Tolerance { get; init; }
}

/// <summary>A source as declared in <c>seeds/sources/*.yml</c>.</summary>
public sealed record SourceDefinition
{
    /// <summary>Id, for example <c>WB_WDI</c>.</summary>
    public required string Id { get; init; }

    /// <summary>Title of the dataset.</summary>
    public required string Title { get; init; }

    /// <summary>Who publishes it.</summary>
    public required string Provider { get; init; }

    /// <summary>Key of the adapter in the source registry, for example <c>worldbank-api</c>.</summary>
    public required string Adapter { get; init; }

    /// <summary>Base address, or for files delivered with the product a path below <c>data/</c>.</summary>
    public required string Location { get; init; }

    /// <summary>Page for readers.</summary>
    public string? Homepage { get; init; }

    /// <summary>Licence of the figures.</summary>
    public required Licence Licence { get; init; }

    /// <summary>How to cite it, without the date of retrieval.</summary>
    public required string Citation { get; init; }

    /// <summary>Edition or release in words, when the definition is of one edition; null when each retrieval says it.</summary>
    public string? Edition { get; init; }

    /// <summary>Release date of that edition; null when each retrieval says it.</summary>
    public DateOnly? Released { get; init; }

    /// <summary>Cron expression (five fields, UTC); null for a source that is only imported at start or by hand.</summary>
    public string? Schedule { get; init; }

    /// <summary>True for the files delivered with the product: imported at every start.</summary>
    public bool Starter { get; init; }

    /// <summary>Series to take.</summary>
    public required IReadOnlyList<SourceSeries> Series { get; init; }

    /// <summary>The adapter's own settings, for example column names.</summary>
    public IReadOnlyDictionary<string, string> Options { get; init; } = new Dictionary<string, string>();

    /// <summary>Limits of the quality gate.</summary>
    public SourceLimits Limits { get; init; } = new();

    /// <summary>What must fit together among its series.</summary>
    public SourceChecks Checks { get; init; } = new();
}
