namespace DivideMetrics.Observations;

/// <summary>One value of a series for an area and a year, as a source says it.</summary>
/// <param name="Series">Which series.</param>
/// <param name="Area">REF_AREA: ISO 3166-1 alpha-3 (XKX for Kosovo) or the code of an aggregate.</param>
/// <param name="Year">TIME_PERIOD; annual series only.</param>
/// <param name="Value">OBS_VALUE in the series' unit, null when missing (then <paramref name="Status"/> is M, O, L or Q). Never NaN or infinite.</param>
/// <param name="Status">OBS_STATUS.</param>
public readonly record struct Observation(SeriesKey Series, string Area, int Year, double? Value, ObsStatus Status = ObsStatus.A)
{
    /// <summary>Where it was read; no part of what it says, and so of no equality.</summary>
    public RowPlace Place { get; init; }

    /// <summary>True when both say the same, wherever it was read.</summary>
    public bool Equals(Observation other) =>
        Year == other.Year && Value == other.Value && Status == other.Status && Area == other.Area && Series == other.Series;

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Series, Area, Year, Value, Status);
}
