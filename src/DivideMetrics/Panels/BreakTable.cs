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
    private readonly ILookup<(string Area, Sex Sex), SourceJoin> _joins;

    private BreakTable(Dictionary<(string Area, Sex Sex), SeriesBreak[]> series, IEnumerable<SourceJoin> joins)
    {
        _series = series;
        _joins = joins.ToLookup(join => (join.Area, join.Sex));
    }

    /// <summary>The breaks along figures; forecasts, which are no observations, make none.</summary>
    /// <param name="indicator">With its known breaks.</param>
    /// <param name="figures">Its figures in any order, each area, sex and year once.</param>
    /// <param name="joins">Switches of source that are no breaks; null for none.</param>
    public static BreakTable Of(Indicator indicator, IEnumerable<Figure> figures, IReadOnlySet<SourceJoin>? joins = null)
    {
        ArgumentNullException.ThrowIfNull(figures);
        var breaks = Breaks.Of(indicator, figures.Where(figure => figure.Status != ObsStatus.F))
            .Where(found => found.Kind != BreakKind.Source || joins?.Contains(SourceJoin.Of(found)) is not true);
        return new(breaks.GroupBy(found => (found.Area, found.Sex)).ToDictionary(series => series.Key, series => series.ToArray()), joins ?? Enumerable.Empty<SourceJoin>());
    }

    /// <summary>True when the value of that year is not comparable with the one before it.</summary>
    public bool BreaksAt(string area, int year, Sex sex = Sex.Total) => BreaksBetween(area, year - 1, year, sex);

    /// <summary>True when values of two years are not comparable: a break lies after the earlier and not after the later.</summary>
    public bool BreaksBetween(string area, int from, int to, Sex sex = Sex.Total) =>
        _series.TryGetValue((area, sex), out var breaks) && breaks.Any(found => found.Year > from && found.Year <= to);

    /// <summary>
    /// The points from the last break on; the whole series when it has none. A <see cref="YearSeries.Remark"/> says where and why it was cut, and
    /// which switches of source it runs over.
    /// </summary>
    /// <param name="series">The series of an area.</param>
    /// <param name="area">REF_AREA.</param>
    /// <param name="sex">SEX.</param>
    public YearSeries Comparable(YearSeries series, string area, Sex sex = Sex.Total)
    {
        ArgumentNullException.ThrowIfNull(series);
        var (kept, remarks) = (series, new List<string>());
        if (_series.TryGetValue((area, sex), out var breaks))
        {
            var year = breaks[^1].Year;
            var why = string.Join(" and ", breaks.Where(found => found.Year == year).Select(Words));
            kept = series.Since(year);
            remarks.Add(FormattableString.Invariant($"series since {year}, where {why}"));
        }

        remarks.AddRange(_joins[(area, sex)].Where(join => kept.Count > 0 && join.Year > kept.Years[0]).OrderBy(join => join.Year).Select(Words));
        return remarks.Count == 0 ? series : kept with { Remark = string.Join("; ", remarks) };
    }

    private static string Words(SourceJoin join) =>
        FormattableString.Invariant($"the source switches from {join.From} to {join.To} in {join.Year}; both have the same figures there");

    private static string Words(SeriesBreak found) => found.Kind switch
    {
        BreakKind.Source => $"the source switches from {found.From} to {found.To}",
        BreakKind.Provider => "the provider marks a break",
        _ => $"a break is declared ({found.Reason?.TrimEnd('.')})",
    };
}
