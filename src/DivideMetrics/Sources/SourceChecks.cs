namespace DivideMetrics.Sources;

/// <summary>How a total follows from its parts.</summary>
public enum TotalRule
{
    /// <summary>It is their sum: counts.</summary>
    Sum,

    /// <summary>It is their unweighted mean: composite indices.</summary>
    Mean,

    /// <summary>It lies between the least and the greatest of them: rates of groups that make up the whole.</summary>
    Between,
}

/// <summary>Series of a source of which one is the total of others.</summary>
/// <param name="Total">Series code of the total.</param>
/// <param name="Parts">Series codes of the parts, at least two; judged where all of them have a value.</param>
/// <param name="Rule">How the total follows.</param>
public sealed record PartsOfTotal(string Total, IReadOnlyList<string> Parts, TotalRule Rule)
{
    /// <summary>First year in which the rule holds; null for all years.</summary>
    public int? From { get; init; }

    /// <summary>
    /// How far off the total may be, in its unit; null leaves it to the unit (see <see cref="Revisions.Tolerance.Rounding"/>).
    /// </summary>
    public double? Tolerance { get; init; }
}

/// <summary>What must fit together among the series of a source.</summary>
public sealed record SourceChecks
{
    /// <summary>
    /// Chains of series codes, widest first (2G, 3G, 4G): each is nowhere above the one before it. All in one unit.
    /// </summary>
    public IReadOnlyList<IReadOnlyList<string>> Nested { get; init; } = [];

    /// <summary>Totals and their parts. The total of both sexes needs no declaration.</summary>
    public IReadOnlyList<PartsOfTotal> Totals { get; init; } = [];

    /// <summary>Score from which a point is an outlier of its series (see <see cref="Quality.OutlierScore"/>).</summary>
    public double OutlierScore { get; init; } = 10;
}
