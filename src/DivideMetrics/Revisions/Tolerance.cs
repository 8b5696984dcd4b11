using DivideMetrics.Observations;
using DivideMetrics.Sources;

namespace DivideMetrics.Revisions;

/// <summary>How far a value may move and count as the same to the eye: an amount, or a share of the greater of the two values.</summary>
/// <param name="Absolute">In the unit of the values, at least 0.</param>
/// <param name="Relative">Share of the greater absolute value, at least 0.</param>
public readonly record struct SeriesTolerance(double Absolute, double Relative = 0)
{
    /// <summary>What binary fractions add to a difference of two decimal numbers, relative to their size.</summary>
    private const double Noise = 1e-12;

    /// <summary>True when the two are further apart than allowed.</summary>
    public bool IsExceeded(double old, double now)
    {
        var size = Math.Max(Math.Abs(old), Math.Abs(now));
        return Math.Abs(now - old) > Math.Max(Absolute, Relative * size) + (Noise * size);
    }

    /// <summary>A multiple of it.</summary>
    public SeriesTolerance Times(double factor) => new(Absolute * factor, Relative * factor);
}

/// <summary>
/// How far a value of a series may move before it counts as revised: what the series declares, else by its unit. Percentages and rates
/// per 100 people 0.005, half of the second decimal; indices 0.00005, half of the fourth, for they are published with four; all else,
/// counts and amounts, the same share of the value: 0.005 %.
/// </summary>
public static class Tolerance
{
    /// <summary>Of percentages and rates, in points: half of the second decimal.</summary>
    public const double OfPercentages = 0.005;

    /// <summary>Of indices: half of the fourth decimal.</summary>
    public const double OfIndices = 0.00005;

    /// <summary>Of counts and amounts, as a share of the value.</summary>
    public const double OfCounts = 0.00005;

    /// <summary>How much coarser providers round when they publish parts and totals apart.</summary>
    private const double Coarser = 20;

    /// <summary>The tolerance of each series of a source; 0 for one that it does not declare.</summary>
    public static Func<SeriesKey, SeriesTolerance> Of(SourceDefinition source)
    {
        var declared = source.Series.ToDictionary(series => series.Code, Of, StringComparer.Ordinal);
        return key => declared.GetValueOrDefault(key.Code);
    }

    /// <summary>The tolerance of a series.</summary>
    public static SeriesTolerance Of(SourceSeries series) => series.Tolerance is { } declared ? new(declared) : OfUnit(series.Unit);

    /// <summary>The tolerance of values in a unit.</summary>
    /// <param name="unit">SDMX UNIT_MEASURE.</param>
    public static SeriesTolerance OfUnit(string unit) => unit switch
    {
        "PT" => new(OfPercentages),
        "IX" => new(OfIndices),
        _ when unit.StartsWith("PER_", StringComparison.Ordinal) => new(OfPercentages),
        _ => new(0, OfCounts),
    };

    /// <summary>
    /// How far published numbers that belong together may be off each other by rounding alone: twenty times the tolerance, so 0.1 points of
    /// percentages, 0.001 of indices, 0.1 % of counts.
    /// </summary>
    public static SeriesTolerance Rounding(SourceSeries series) => Of(series).Times(Coarser);
}
