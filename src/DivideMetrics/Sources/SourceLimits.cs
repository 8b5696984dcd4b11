namespace DivideMetrics.Sources;

/// <summary>
/// Limits of the quality gate: over one of them a vintage is held back. Shares are from 0 to 1. The usual values let a yearly update
/// pass in which some points are revised and an area or two are gone, and hold what looks like a damaged file or another unit.
/// </summary>
/// <param name="MaxRejectedShare">Greatest share of rows that may be refused with a Finding of severity Error.</param>
/// <param name="MinCoverageShare">Least share of the points published before that must still be there, in all and of each series.</param>
public sealed record SourceLimits(double MaxRejectedShare = 0.05, double MinCoverageShare = 0.8)
{
    /// <summary>
    /// Least share of the areas published before that must still be there, in all and of each series. One or two areas never hold.
    /// </summary>
    public double MinAreaShare { get; init; } = 0.9;

    /// <summary>
    /// Least share of the population of those areas that must still be there, in all and of each series. One or two areas never hold.
    /// </summary>
    public double MinPopulationShare { get; init; } = 0.8;

    /// <summary>Greatest share of the series published before of which nothing may come any more; their points stay as they are.</summary>
    public double MaxGoneShare { get; init; } = 0.5;

    /// <summary>
    /// Greatest share of rows whose key may have come before. One half: a file that stands twice is read once, and passes.
    /// </summary>
    public double MaxDuplicateShare { get; init; } = 0.5;

    /// <summary>
    /// Greatest share of the common points that may be revised, in all. A usual yearly update revises 5 to 10 %; 1 for sources whose whole
    /// history moves with each release (population, constant prices).
    /// </summary>
    public double MaxRevisedShare { get; init; } = 0.5;

    /// <summary>
    /// Greatest median |new − old| over the common points of a series, relative to the interquartile range of its values before.
    /// </summary>
    public double MaxRevisionSize { get; init; } = 0.25;

    /// <summary>Greatest share of points at which a declared order or total, or the total of both sexes, may not fit.</summary>
    public double MaxInconsistentShare { get; init; } = 0.2;

    /// <summary>Greatest share of new and revised points that may be outliers of their series; never holds a first import.</summary>
    public double MaxOutlierShare { get; init; } = 0.1;
}
