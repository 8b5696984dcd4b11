namespace DivideMetrics.Statistics;

/// <summary>Least and greatest possible value of a bounded quantity.</summary>
public readonly record struct Bounds
{
    /// <summary>Bounds with the lower below the upper.</summary>
    /// <exception cref="ArgumentException">Not finite, or the lower is not below the upper.</exception>
    public Bounds(double lower, double upper)
    {
        if (!double.IsFinite(lower) || !double.IsFinite(upper) || lower >= upper)
        {
            throw new ArgumentException(FormattableString.Invariant($"Expected a lower bound below the upper, found {lower} and {upper}."), nameof(lower));
        }

        Lower = lower;
        Upper = upper;
    }

    /// <summary>Least possible value.</summary>
    public double Lower { get; }

    /// <summary>Greatest possible value.</summary>
    public double Upper { get; }

    /// <summary>Distance between the two.</summary>
    public double Span => Upper - Lower;

    /// <summary>Values this close to a bound have no usable logit, as a share of <see cref="Span"/>: 0.05 points of a percentage.</summary>
    public const double Margin = 0.0005;

    /// <summary>True strictly between the two.</summary>
    public bool Contains(double value) => value > Lower && value < Upper;

    /// <summary>True between the two and farther than <see cref="Margin"/> from both: fits on the logit scale leave the others out.</summary>
    public bool IsClear(double value)
    {
        var margin = Span * Margin * (1 + 1e-9);
        return value - Lower > margin && Upper - value > margin;
    }
}

/// <summary>The logit of a bounded value and its inverse.</summary>
public static class Logit
{
    /// <summary>ln((x − lower)/(upper − x)). Without unit; 0 in the middle, rising with x.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not strictly between the bounds.</exception>
    public static double Of(double value, Bounds bounds) =>
        bounds.Contains(value)
            ? Math.Log((value - bounds.Lower) / (bounds.Upper - value))
            : throw new ArgumentOutOfRangeException(
                nameof(value), value, FormattableString.Invariant($"Expected a value between {bounds.Lower} and {bounds.Upper}, both excluded."));

    /// <summary>The value whose logit this is: lower + (upper − lower)/(1 + e^−z), inside the bounds for every z.</summary>
    public static double Inverse(double logit, Bounds bounds) =>
        Math.Clamp(bounds.Lower + (bounds.Span / (1 + Math.Exp(-logit))), bounds.Lower, bounds.Upper);
}
