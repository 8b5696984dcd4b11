using DivideMetrics.Indicators;
using DivideMetrics.Observations;

namespace DivideMetrics.Panels;

/// <summary>Why a value may not be comparable with the one before it.</summary>
public enum BreakKind
{
    /// <summary>It comes from another source than the one before it.</summary>
    Source,

    /// <summary>The provider says so: OBS_STATUS B.</summary>
    Provider,

    /// <summary>The indicator declares it.</summary>
    Declared,
}

/// <summary>A place in the series of an area at which values may not be comparable with those before.</summary>
/// <param name="Area">REF_AREA.</param>
/// <param name="Sex">SEX.</param>
/// <param name="Year">TIME_PERIOD of the first value after the break.</param>
/// <param name="Kind">Why.</param>
/// <param name="From">Source of the value before.</param>
/// <param name="To">Source of the value after.</param>
/// <param name="Reason">What the indicator declares; null for the other kinds.</param>
public sealed record SeriesBreak(string Area, Sex Sex, int Year, BreakKind Kind, string From, string To, string? Reason = null);

/// <summary>
/// Breaks along time, derived from figures: nothing of them is stored, and no figure changes its status for them. A provider's own
/// status (E, P, B) so stays what it was, and a switch between two sources that publish the same figures bends no trend.
/// </summary>
public static class Breaks
{
    /// <summary>
    /// The breaks of an indicator, ordered by area, sex and year. One point may have several, of different kinds. The first value of a
    /// series has none, and points without value make none: a switch is told at the next value.
    /// </summary>
    /// <param name="indicator">With its known breaks.</param>
    /// <param name="figures">Its figures in any order, each area, sex and year once.</param>
    public static IReadOnlyList<SeriesBreak> Of(Indicator indicator, IEnumerable<Figure> figures) =>
        figures.Where(figure => figure.Value is not null)
            .GroupBy(figure => (figure.Area, figure.Sex))
            .OrderBy(series => series.Key.Area, StringComparer.Ordinal).ThenBy(series => series.Key.Sex)
            .SelectMany(series => Along(indicator, series.OrderBy(figure => figure.Year).ToList())).ToList();

    private static IEnumerable<SeriesBreak> Along(Indicator indicator, List<Figure> series) =>
        series.Zip(series.Skip(1)).SelectMany(pair => Between(indicator, pair.First, pair.Second));

    private static IEnumerable<SeriesBreak> Between(Indicator indicator, Figure before, Figure after)
    {
        SeriesBreak Of(BreakKind kind, string? reason = null) =>
            new(after.Area, after.Sex, after.Year, kind, before.Source, after.Source, reason);
        if (before.Source != after.Source)
        {
            yield return Of(BreakKind.Source);
        }

        if (after.Status == ObsStatus.B)
        {
            yield return Of(BreakKind.Provider);
        }

        var known = indicator.Breaks.Where(known =>
            known.Year > before.Year && known.Year <= after.Year && (known.Area ?? after.Area) == after.Area);
        foreach (var declared in known)
        {
            yield return Of(BreakKind.Declared, declared.Reason);
        }
    }
}
