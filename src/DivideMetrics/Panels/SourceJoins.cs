using DivideMetrics.Indicators;
using DivideMetrics.Observations;
using DivideMetrics.Revisions;
using DivideMetrics.Sources;

namespace DivideMetrics.Panels;

/// <summary>A switch of source at which both sources say the same of the value before or after it: the same figures go on under another name.</summary>
/// <param name="Area">REF_AREA.</param>
/// <param name="Sex">SEX.</param>
/// <param name="Year">TIME_PERIOD of the first value of the other source.</param>
/// <param name="From">Source of the value before.</param>
/// <param name="To">Source of the value of that year.</param>
public sealed record SourceJoin(string Area, Sex Sex, int Year, string From, string To)
{
    /// <summary>The join that would heal a switch.</summary>
    internal static SourceJoin Of(SeriesBreak found) => new(found.Area, found.Sex, found.Year, found.From, found.To);
}

/// <summary>
/// Finds the switches of source that bend no trend. Two sources that republish one producer's figures (UNSD and the World Bank those of ITU) end in
/// different years; without this every economy whose latest year only one of them has would lose its past.
/// </summary>
public static class SourceJoins
{
    /// <summary>
    /// A switch is a join when one of its two sources has both the last value before it and the first after it, and what it says of the one that was
    /// taken from the other is the same but for rounding (<see cref="Tolerance.Rounding"/>: 0.1 points of percentages, 0.001 of indices, 0.1 % of
    /// counts). All are read at one state.
    /// </summary>
    /// <param name="indicator">The indicator.</param>
    /// <param name="series">Its series as <see cref="FigureResolver"/> had them.</param>
    /// <param name="figures">Its figures as <see cref="FigureResolver"/> gave them.</param>
    public static IReadOnlySet<SourceJoin> Of(Indicator indicator, IReadOnlyList<SeriesPoints> series, IReadOnlyList<Figure> figures)
    {
        ArgumentNullException.ThrowIfNull(indicator);
        ArgumentNullException.ThrowIfNull(series);
        var switches = Switches(figures);
        if (switches.Count == 0)
        {
            return new HashSet<SourceJoin>();
        }

        var wanted = switches.SelectMany(pair => new[] { KeyOf(pair.Before, pair.After.Source), KeyOf(pair.After, pair.Before.Source) }).ToHashSet();
        var others = series.SelectMany(points => FigureResolver.FiguresOf(indicator, points))
            .Where(figure => figure.Value is not null && wanted.Contains(KeyOf(figure, figure.Source)))
            .ToLookup(figure => KeyOf(figure, figure.Source), figure => figure.Value!.Value);
        var rounding = Tolerance.Rounding(new SourceSeries(indicator.Id, indicator.Title, indicator.Unit, indicator.Min, indicator.Max));
        bool Says(string source, Figure taken) => others[KeyOf(taken, source)].Any(value => !rounding.IsExceeded(taken.Value!.Value, value));
        return switches.Where(pair => Says(pair.After.Source, pair.Before) || Says(pair.Before.Source, pair.After))
            .Select(pair => new SourceJoin(pair.After.Area, pair.After.Sex, pair.After.Year, pair.Before.Source, pair.After.Source)).ToHashSet();
    }

    private static (string Source, string Area, Sex Sex, int Year) KeyOf(Figure figure, string source) => (source, figure.Area, figure.Sex, figure.Year);

    private static List<(Figure Before, Figure After)> Switches(IReadOnlyList<Figure> figures) =>
        figures.Where(figure => figure is { Value: not null, Status: not ObsStatus.F })
            .GroupBy(figure => (figure.Area, figure.Sex))
            .Select(series => series.OrderBy(figure => figure.Year).ToList())
            .SelectMany(series => series.Zip(series.Skip(1))).Where(pair => pair.First.Source != pair.Second.Source).ToList();
}
