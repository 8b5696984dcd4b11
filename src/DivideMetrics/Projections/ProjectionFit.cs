using DivideMetrics.Statistics;

namespace DivideMetrics.Projections;

/// <summary>A fitted model: for each year a centre and its standard error on the scale of the fit, and what follows from the two.</summary>
internal abstract class ProjectionFit(ProjectionScale scale)
{
    /// <summary>First year fitted to.</summary>
    internal abstract int FirstYear { get; }

    /// <summary>What the fit rests on, in words.</summary>
    internal abstract string Basis { get; }

    /// <summary>Degrees of freedom of the errors, at least 1.</summary>
    protected abstract int Degrees { get; }

    /// <summary>The projected value of a year with its prediction interval; ends that a single bound cuts are told in the remark.</summary>
    internal Assessed At(double year, double confidence)
    {
        var (centre, error) = On(year);
        var half = StudentQuantile.TwoSided(confidence, Degrees) * error;
        var found = Assessed.Of(scale.Inverse(centre), RemarkOf(centre, half));
        return found.Value is null || !double.IsFinite(half)
            ? Assessed.Not($"the projection is beyond the range of numbers ({Basis})")
            : found with { Lower = scale.Inverse(centre - half), Upper = scale.Inverse(centre + half) };
    }

    /// <summary>
    /// The first year after the latest value in which the centre stands at a level or beyond it; its interval: the years in which the better and the
    /// worse end of the 95 % interval do, the second absent when that is not before <see cref="LogitTrend.Horizon"/>.
    /// </summary>
    internal virtual Assessed YearOf(double level, int sign, int latest)
    {
        if (Crossing(level, sign, latest, 0) is not { } year)
        {
            return Assessed.Not(FormattableString.Invariant($"not before {LogitTrend.Horizon} on this trend ({Basis})"));
        }

        var quantile = StudentQuantile.TwoSided(LogitTrend.Confidence, Degrees);
        var latestYear = Crossing(level, sign, latest, -quantile);
        return Assessed.Of(year, latestYear is null ? FormattableString.Invariant($"{Basis}; the interval has no end before {LogitTrend.Horizon}") : Basis) with
        {
            Lower = Crossing(level, sign, latest, quantile),
            Upper = latestYear,
        };
    }

    /// <summary>True when the model moves towards better values after a year.</summary>
    internal virtual bool LeadsOn(int sign, int latest) => sign * (On(latest + 1).Centre - On(latest).Centre) > 0;

    /// <summary>Centre and standard error of a prediction on the scale.</summary>
    internal abstract (double Centre, double Error) On(double year);

    private string RemarkOf(double centre, double half) =>
        scale.IsBeyond(centre) ? $"{Basis}; the trend passes the bound and is cut there"
        : scale.IsBeyond(centre - half) || scale.IsBeyond(centre + half) ? $"{Basis}; the interval is cut at the bound"
        : Basis;

    // Bisection between the last whole year before the level and the first at it.
    private double? Crossing(double level, int sign, int latest, double quantile)
    {
        var aim = scale.Of(level);
        double Ahead(double year)
        {
            var (centre, error) = On(year);
            return (sign * (centre - aim)) + (quantile * error);
        }

        for (var year = latest; year <= LogitTrend.Horizon; year++)
        {
            if (Ahead(year) >= 0)
            {
                return year == latest ? latest : Bisect(Ahead, year - 1, year);
            }
        }

        return null;
    }

    private static double Bisect(Func<double, double> ahead, double before, double after)
    {
        for (var i = 0; i < 30; i++)
        {
            var middle = (before + after) / 2;
            (before, after) = ahead(middle) >= 0 ? (before, middle) : (middle, after);
        }

        return after;
    }
}
