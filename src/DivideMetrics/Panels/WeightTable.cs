using DivideMetrics.Observations;

namespace DivideMetrics.Panels;

/// <summary>The weight of an area in a year.</summary>
/// <param name="Value">The weight, at least 0, in the unit of the weights' indicator (persons).</param>
/// <param name="Status">The figure's own status; I when interpolated or carried forward.</param>
/// <param name="FromYear">The year it was taken from; for an interpolated one the earlier of the two years.</param>
public readonly record struct Weight(double Value, ObsStatus Status, int FromYear);

/// <summary>
/// Weights of areas by year: the figure where there is one, linear between two years, carried forward <see cref="CarriedYears"/> years at the
/// most, never backward. What was interpolated or carried has status I.
/// </summary>
public sealed class WeightTable
{
    /// <summary>For how many years after its last figure a weight is carried forward.</summary>
    public const int CarriedYears = 5;

    private readonly Dictionary<string, YearSeries> _series;

    private WeightTable(Dictionary<string, YearSeries> series) => _series = series;

    /// <summary>Takes the totals (<c>_T</c>) out of figures; a negative figure cannot be a weight and counts as missing.</summary>
    /// <exception cref="ArgumentException">Two indicators, a point that stands twice, a value that is not finite.</exception>
    public static WeightTable Of(IEnumerable<Figure> figures)
    {
        var panel = Panel.Of(figures.Where(figure => figure is { Sex: Sex.Total, Value: not < 0 }));
        return new WeightTable(panel.Areas.ToDictionary(area => area, area => panel.SeriesOf(area), StringComparer.Ordinal));
    }

    /// <summary>The last year for which an area has a figure; null when it has none.</summary>
    public int? LastYearOf(string area) => _series.TryGetValue(area, out var series) ? series.Years[^1] : null;

    /// <summary>The weight of an area in a year; null when it has no figure before that year, or the last one is more than five years older.</summary>
    public Weight? At(string area, int year)
    {
        if (!_series.TryGetValue(area, out var series))
        {
            return null;
        }

        var found = Array.BinarySearch(series.Years, year);
        if (found >= 0)
        {
            return new Weight(series.Values[found], series.Statuses[found], year);
        }

        var after = ~found;
        return after == 0 ? null : after == series.Count ? Carried(series, year) : Interpolated(series, after, year);
    }

    /// <summary>
    /// The figure of a year, or the nearest earlier one that is at most <see cref="CarriedYears"/> years older: never interpolated, so that a
    /// later figure does not reach back. Null when there is none.
    /// </summary>
    public Weight? EarlierAt(string area, int year)
    {
        if (!_series.TryGetValue(area, out var series))
        {
            return null;
        }

        var found = Array.BinarySearch(series.Years, year);
        var at = found >= 0 ? found : ~found - 1;
        return at < 0 || year - series.Years[at] > CarriedYears
            ? null
            : new Weight(series.Values[at], found >= 0 ? series.Statuses[at] : ObsStatus.I, series.Years[at]);
    }

    private static Weight? Carried(YearSeries series, int year) =>
        year - series.Years[^1] <= CarriedYears ? new Weight(series.Values[^1], ObsStatus.I, series.Years[^1]) : null;

    private static Weight Interpolated(YearSeries series, int after, int year)
    {
        var (from, to) = (series.Years[after - 1], series.Years[after]);
        var (low, high) = (series.Values[after - 1], series.Values[after]);
        return new Weight(low + ((high - low) * (year - from) / (to - from)), ObsStatus.I, from);
    }
}
