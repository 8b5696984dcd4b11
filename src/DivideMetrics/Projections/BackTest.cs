namespace DivideMetrics.Projections;

/// <summary>
/// How well a model would have projected a series from each of its last five origins, one to five years ahead. Each error is divided by the mean
/// change a year of the part that the model was fitted to, which is the error of the naive forecast there (Hyndman and Koehler: MASE).
/// </summary>
internal readonly record struct BackTest
{
    /// <summary>Origins: the last five points before the latest.</summary>
    internal const int MostOrigins = 5;

    /// <summary>Fewest origins of a choice between models.</summary>
    internal const int LeastOrigins = 3;

    private const int Horizon = 5;
    private const double Narrow = 0.80;

    private double Sum { get; init; }

    private int Inside80 { get; init; }

    private int Inside95 { get; init; }

    /// <summary>Origins from which the model could be fitted.</summary>
    internal int Origins { get; private init; }

    /// <summary>Points projected, over all origins.</summary>
    internal int Points { get; private init; }

    /// <summary>Mean absolute scaled error; null without points.</summary>
    internal double? Error => Points == 0 ? null : Sum / Points;

    /// <summary>Share of points (%) inside their 80 % interval; null without points.</summary>
    internal double? Coverage80 => Points == 0 ? null : 100.0 * Inside80 / Points;

    /// <summary>Share of points (%) inside their 95 % interval; null without points.</summary>
    internal double? Coverage95 => Points == 0 ? null : 100.0 * Inside95 / Points;

    /// <summary>In words.</summary>
    internal string Words => Points == 0
        ? "no back-test: too few points, or no change to compare with"
        : FormattableString.Invariant(
            $"back-test from {Origins} origins: MASE {Error:0.00}, {Inside80} of {Points} points in the 80 % and {Inside95} in the 95 % interval");

    /// <summary>The back-test of one model on one series, the earliest origin first.</summary>
    /// <param name="model">The model.</param>
    /// <param name="series">The series.</param>
    /// <param name="latest">The fit at the last origin, from which one to the whole series may start looking; null when there is none.</param>
    internal static BackTest Of(IProjectionModel model, ProjectionSeries series, out ProjectionFit? latest)
    {
        BackTest found = default;
        latest = null;
        var count = series.Series.Count;
        for (var origin = Math.Max(LogitTrend.LeastPoints, count - MostOrigins); origin < count; origin++)
        {
            var naive = NaiveError(series, origin);
            if (naive > 0 && model.Fit(series.UpTo(origin), latest, out _) is { } fit)
            {
                (found, latest) = (found.With(fit, series, origin, naive), fit);
            }
        }

        return found;
    }

    private BackTest With(ProjectionFit fit, ProjectionSeries series, int origin, double naive)
    {
        var (years, values, found) = (series.Series.Years, series.Series.Values, this with { Origins = Origins + 1 });
        for (var i = origin; i < years.Length && years[i] <= years[origin - 1] + Horizon; i++)
        {
            var (narrow, wide) = (fit.At(years[i], Narrow), fit.At(years[i], LogitTrend.Confidence));
            if (narrow.Value is { } value && wide.Value is not null)
            {
                var seen = series.Scale.AwayFromBounds(values[i]);
                found = found with
                {
                    Sum = found.Sum + (Math.Abs(values[i] - value) / naive),
                    Inside80 = found.Inside80 + (seen >= narrow.Lower && seen <= narrow.Upper ? 1 : 0),
                    Inside95 = found.Inside95 + (seen >= wide.Lower && seen <= wide.Upper ? 1 : 0),
                    Points = found.Points + 1,
                };
            }
        }

        return found;
    }

    private static double NaiveError(ProjectionSeries series, int count)
    {
        var (years, values) = (series.Series.Years, series.Series.Values);
        double sum = 0;
        for (var i = 1; i < count; i++)
        {
            sum += Math.Abs(values[i] - values[i - 1]);
        }

        return sum / (years[count - 1] - years[0]);
    }
}
