namespace DivideMetrics.Statistics;

/// <summary>
/// A number, or the reason why there is none. Never NaN, never infinite, never a made-up 0.
/// The default value is "not assessable" without words; functions always give the words.
/// </summary>
public readonly record struct Assessed
{
    private Assessed(double? value, string? reason)
    {
        Value = value;
        Reason = reason;
    }

    /// <summary>The number; null when not assessable.</summary>
    public double? Value { get; }

    /// <summary>Why there is no number; with a number: a remark on how it came about, or null.</summary>
    public string? Reason { get; init; }

    /// <summary>Lower end of the interval; null when there is none. With no <see cref="Value"/>: a known lower bound.</summary>
    public double? Lower { get; init; }

    /// <summary>Upper end of the interval; null when there is none.</summary>
    public double? Upper { get; init; }

    /// <summary>Class, for measures that classify; null for the others.</summary>
    public string? Category { get; init; }

    /// <summary>A number with an optional remark; a result that overflowed becomes "not assessable".</summary>
    public static Assessed Of(double value, string? remark = null) =>
        double.IsFinite(value) ? new(value, remark) : new(null, "the result is beyond the range of numbers");

    /// <summary>No number, and why.</summary>
    /// <exception cref="ArgumentException">The reason is blank.</exception>
    public static Assessed Not(string reason)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(reason);
        return new(null, reason);
    }
}
