using DivideMetrics.Indicators;
using DivideMetrics.Statistics;

namespace DivideMetrics.Indices;

/// <summary>
/// Normalisation by fixed goalposts: the same two values for all economies and all years, so that scores compare over time (ITU, The ICT
/// Development Index 2024, Annex 1; the same form as UNDP's and COINr's min-max with fixed limits).
/// </summary>
public static class GoalpostScore
{
    /// <summary>Worth of a value at the better goalpost and beyond.</summary>
    public const double Greatest = 100;

    /// <summary>
    /// 100 (v − low)/(high − low), from 0 to 100, values beyond the goalposts at the nearest end. Where lower is better, low is the greater of the
    /// two and the same expression falls as v rises. With <see cref="Goalposts.Log"/> all three are ln(x + 1).
    /// </summary>
    /// <param name="value">Finite value in the unit of the goalposts.</param>
    /// <param name="goalposts">What is worth 0 and what is worth 100.</param>
    /// <exception cref="ArgumentException">A value that is not finite; goalposts that <see cref="Problem"/> refuses.</exception>
    public static double Of(double value, Goalposts goalposts) => Greatest * Math.Clamp(Position(value, goalposts), 0, 1);

    /// <summary>The scores of many values by the same goalposts.</summary>
    /// <param name="values">Finite values, missing ones left out.</param>
    /// <param name="goalposts">What is worth 0 and what is worth 100.</param>
    /// <param name="scores">One place for each value.</param>
    /// <exception cref="ArgumentException">Spans of different length, a value that is not finite, goalposts that <see cref="Problem"/> refuses.</exception>
    public static void Of(ReadOnlySpan<double> values, Goalposts goalposts, Span<double> scores)
    {
        Require.Same(values.Length, scores.Length, nameof(scores));
        for (var i = 0; i < values.Length; i++)
        {
            scores[i] = Of(values[i], goalposts);
        }
    }

    /// <summary>
    /// Where a value stands between its goalposts, not clamped: 0 at the low one, 1 at the high one, below 0 and above 1 outside. In the scale that
    /// is scored, so of logarithms where the goalposts say so; values of −1 and less then stand where the least value above −1 does.
    /// </summary>
    /// <inheritdoc cref="Of(double, Goalposts)" path="/param"/>
    /// <exception cref="ArgumentException">A value that is not finite; goalposts that <see cref="Problem"/> refuses.</exception>
    public static double Position(double value, Goalposts goalposts)
    {
        Require.Finite(value, nameof(value));
        if (Problem(goalposts) is { } problem)
        {
            throw new ArgumentException(problem, nameof(goalposts));
        }

        return goalposts.Log
            ? (Scale(value) - Scale(goalposts.Low)) / (Scale(goalposts.High) - Scale(goalposts.Low))
            : (value - goalposts.Low) / (goalposts.High - goalposts.Low);
    }

    /// <summary>What keeps goalposts from scoring anything; null when all is well. For the validation of seeds.</summary>
    public static string? Problem(Goalposts goalposts)
    {
        ArgumentNullException.ThrowIfNull(goalposts);
        var (low, high, log) = goalposts;
        if (!double.IsFinite(low) || !double.IsFinite(high) || low == high || !double.IsFinite(high - low))
        {
            return FormattableString.Invariant($"expected two different finite goalposts, found {low} and {high}");
        }

        return log && Math.Min(low, high) <= -1
            ? FormattableString.Invariant($"ln(x + 1) needs goalposts above -1, found {low} and {high}")
            : null;
    }

    private static double Scale(double value) => Math.Log(Math.Max(value + 1, double.Epsilon));
}
