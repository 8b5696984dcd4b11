using DivideMetrics.Indicators;
using DivideMetrics.Observations;

namespace DivideMetrics.Panels;

/// <summary>
/// The breaks of an indicator (see <see cref="Breaks"/>) by series, for what follows a series over time: points before a break and after it are
/// never compared. Immutable.
/// </summary>
public sealed class BreakTable
{
    private readonly Dictionary<(string Area, Sex Sex), SeriesBreak[]> _series;

    private BreakTable(Dictionary<(string Area, Sex Sex), SeriesBreak[]> series) => _series = series;

    /// <summary>The breaks along figures; forecasts, which are no observations, make none.</summary>
    /// <param name="indicator">With its known breaks.</param>
    /// <param name="figures">Its figures in any order, each area, sex and year once.</param>
    public static BreakTable Of(Indicator indicator, IEnumerable<Figure> figures)
    {
        ArgumentNullException.ThrowIfNull(figures);
        return new(Breaks.Of(indicator, figures.Where(figure => figure.Status != ObsStatus.F))
            .GroupBy(found => (found.Area, found.Sex)).ToDictionary(series => series.Key, series => series.ToArray()));
    }

    /// <summary>True when the value of that year is not comparable with the one before it.</summary>
    public bool BreaksAt(string area, int year, Sex sex = Sex.Total) =>
        _series.TryGetValue((area, sex), out var breaks) && breaks.Any(found => found.Year == year);

    /// <summary>The points from the last break on, with a <see cref="YearSeries.Remark"/> that says where and why; the whole series when it has none.</summary>
    /// <param name="series">The series of an area.</param>
    /// <param name="area">REF_AREA.</param>
    /// <param name="sex">SEX.</param>
    public YearSeries Comparable(YearSeries series, string area, Sex sex = Sex.Total)
    {
        ArgumentNullException.ThrowIfNull(series);
        if (!_series.TryGetValue((area, sex), out var breaks))
        {
            return series;
        }

        var year = breaks[^1].Year;
        var why = string.Join(" and ", breaks.Where(found => found.Year == year).Select(Words));
        return series.Since(year) with { Remark = FormattableString.Invariant($"series since {year}, where {why}") };
    }

    private static string Words(SeriesBreak found) => found.Kind switch
    {
        BreakKind.Source => $"the source switches from {found.From} to {found.To}",
        BreakKind.Provider => "the provider marks a break",
        _ => $"a break is declared ({found.Reason?.TrimEnd('.')})",
    };
}
