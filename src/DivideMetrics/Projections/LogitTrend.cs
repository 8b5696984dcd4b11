using System.Runtime.InteropServices;
using DivideMetrics.Statistics;

namespace DivideMetrics.Projections;

/// <summary>
/// A bounded trend: a straight line through the logits, <c>logit(y) = a + r t</c>, so that every projection stays inside the bounds.
/// Prediction intervals are symmetric on the logit scale and transformed back.
/// </summary>
public sealed class LogitTrend
{
    /// <summary>Fewest points of a fit.</summary>
    public const int LeastPoints = 6;

    /// <summary>Confidence of all intervals.</summary>
    public const double Confidence = 0.95;

    /// <summary>Years after this one are not named: a trend does not carry that far.</summary>
    public const int Horizon = 2100;

    /// <summary>Points this close to a bound are left out, as a share of the distance between the bounds: 0.05 points of a percentage.</summary>
    public const double Margin = Statistics.Bounds.Margin;

    private LogitTrend(LineFit line, Bounds bounds)
    {
        Line = line;
        Bounds = bounds;
    }

    /// <summary>The line on the logit scale, x in calendar years.</summary>
    public LineFit Line { get; }

    /// <summary>The bounds.</summary>
    public Bounds Bounds { get; }

    /// <summary>First year used.</summary>
    public required int FirstYear { get; init; }

    /// <summary>Last year used.</summary>
    public required int LastYear { get; init; }

    /// <summary>Points left out because they stand within <see cref="Margin"/> of a bound, or beyond it.</summary>
    public required int LeftOut { get; init; }

    /// <summary>What the fit rests on, in words.</summary>
    public string Basis => FormattableString.Invariant($"{Line.Count} points {FirstYear}–{LastYear}{LeftOutWords(LeftOut)}");

    /// <summary>Fits the trend.</summary>
    /// <param name="years">Years, rising.</param>
    /// <param name="values">One finite value for each year.</param>
    /// <param name="bounds">Least and greatest possible value.</param>
    /// <param name="reason">Why there is no trend: fewer than <see cref="LeastPoints"/> points are left; null when there is one.</param>
    /// <returns>The trend, or null.</returns>
    /// <exception cref="ArgumentException">Spans of different length, years not rising, a value that is not finite.</exception>
    public static LogitTrend? Fit(ReadOnlySpan<int> years, ReadOnlySpan<double> values, Bounds bounds, out string? reason)
    {
        Require.Series(years, values);
        List<double> x = new(years.Length), y = new(years.Length);
        for (var i = 0; i < years.Length; i++)
        {
            if (bounds.IsClear(values[i]))
            {
                x.Add(years[i]);
                y.Add(Logit.Of(values[i], bounds));
            }
        }

        var leftOut = years.Length - x.Count;
        if (x.Count < LeastPoints || LeastSquares.Fit(CollectionsMarshal.AsSpan(x), CollectionsMarshal.AsSpan(y)) is not { } line)
        {
            reason = FormattableString.Invariant($"{x.Count} usable points, {LeastPoints} needed{LeftOutWords(leftOut)}");
            return null;
        }

        reason = null;
        return new LogitTrend(line, bounds) { FirstYear = (int)x[0], LastYear = (int)x[^1], LeftOut = leftOut };
    }

    /// <summary>The projected value of a year with its 95 % prediction interval, all inside the bounds.</summary>
    /// <param name="year">Calendar year, fractions allowed.</param>
    public Assessed At(double year)
    {
        Require.Finite(year, nameof(year));
        var (middle, half) = (Line.At(year), Line.HalfWidthAt(year, Confidence));
        return Assessed.Of(Logit.Inverse(middle, Bounds), Basis) with
        {
            Lower = Logit.Inverse(middle - half, Bounds),
            Upper = Logit.Inverse(middle + half, Bounds),
        };
    }

    /// <summary>
    /// The calendar year in which the trend stands at a level: t = (logit(level) − a)/r, as a fraction. Its interval is the span of years whose
    /// prediction interval holds the level (Fieller's inverse prediction); absent when the slope does not differ from 0 at 95 %.
    /// </summary>
    /// <param name="level">Strictly between the bounds.</param>
    /// <returns>Not assessable when the trend is flat or the year lies beyond <see cref="Horizon"/>; a past year is returned as it is.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The level is not strictly between the bounds.</exception>
    public Assessed YearOf(double level)
    {
        var distance = Logit.Of(level, Bounds) - Line.MeanY;
        var year = Line.MeanX + (distance / Line.Slope);
        if (!double.IsFinite(year) || year > Horizon)
        {
            return Assessed.Not(FormattableString.Invariant($"not before {Horizon} on this trend ({Basis})"));
        }

        var margin = Line.Margin(Confidence);
        var steepness = (Line.Slope * Line.Slope) - (margin * margin / Line.SpreadX);
        if (steepness <= 0)
        {
            return Assessed.Of(year, $"{Basis}; the trend is too uncertain for an interval");
        }

        var root = margin * Math.Sqrt((distance * distance / Line.SpreadX) + (steepness * (1 + (1.0 / Line.Count))));
        var (one, other) = (((Line.Slope * distance) - root) / steepness, ((Line.Slope * distance) + root) / steepness);
        return Assessed.Of(year, Basis) with { Lower = Line.MeanX + Math.Min(one, other), Upper = Line.MeanX + Math.Max(one, other) };
    }

    internal static string LeftOutWords(int leftOut) =>
        leftOut == 0 ? "" : FormattableString.Invariant($", {leftOut} left out at a bound");
}
