using DivideMetrics.Indicators;
using DivideMetrics.Observations;

namespace DivideMetrics.Panels;

/// <summary>The points of one series of an indicator.</summary>
/// <param name="Series">Source, code and factor.</param>
/// <param name="Points">Its points at one state of the data.</param>
public sealed record SeriesPoints(IndicatorSeries Series, IReadOnlyList<StoredObservation> Points)
{
    /// <summary>
    /// Release date of the vintage at which the series stands; orders the series of an indicator that takes the most recent.
    /// </summary>
    public DateOnly Released { get; init; }
}

/// <summary>Turns the series of an indicator into its figures.</summary>
public static class FigureResolver
{
    /// <summary>
    /// Takes each point (area, sex, year) from the first series that has a value for it; where none has a value, from the first that
    /// says that it is missing. First is the order of the indicator, or where it takes the most recent, the latest release. Values are
    /// multiplied by the series' factor. Of a series the points of one age, urbanisation and breakdown are taken, the totals unless it says
    /// otherwise; points by sex only when the indicator is split by sex.
    /// </summary>
    /// <param name="indicator">The indicator.</param>
    /// <param name="series">Its series in the indicator's order; one without points may be left out.</param>
    /// <returns>Figures ordered by area, sex and year, each key once.</returns>
    public static IReadOnlyList<Figure> Resolve(Indicator indicator, IReadOnlyList<SeriesPoints> series)
    {
        var figures = new Dictionary<(string Area, Sex Sex, int Year), Figure>();
        foreach (var source in Ordered(indicator, series))
        {
            foreach (var figure in FiguresOf(indicator, source))
            {
                var key = (figure.Area, figure.Sex, figure.Year);
                if (!figures.TryGetValue(key, out var known) || (known.Value is null && figure.Value is not null))
                {
                    figures[key] = figure;
                }
            }
        }

        return figures.Values.OrderBy(figure => figure.Area, StringComparer.Ordinal)
            .ThenBy(figure => figure.Sex).ThenBy(figure => figure.Year).ToList();
    }

    /// <summary>What one series alone would give: its points that the indicator takes, in the indicator's unit.</summary>
    internal static IEnumerable<Figure> FiguresOf(Indicator indicator, SeriesPoints series) =>
        series.Points.Where(point => Belongs(indicator, series.Series, point.Observation.Series)).Select(point => FigureOf(indicator, series.Series, point));

    private static IEnumerable<SeriesPoints> Ordered(Indicator indicator, IReadOnlyList<SeriesPoints> series) =>
        indicator.Precedence == Precedence.MostRecent ? series.OrderByDescending(points => points.Released) : series;

    /// <summary>True when an indicator takes the points of a stored series by one of its declared series, whose source and code it has.</summary>
    public static bool Belongs(Indicator indicator, IndicatorSeries series, SeriesKey key) =>
        key.Age == series.Age && key.Urbanisation == series.Urbanisation && key.Breakdown == series.Breakdown
        && (key.Sex == Sex.Total || (indicator.BySex && series.As is null));

    private static Figure FigureOf(Indicator indicator, IndicatorSeries series, StoredObservation point)
    {
        var (_, area, year, value, status) = point.Observation;
        return new(indicator.Id, area, series.As ?? point.Observation.Series.Sex, year, value * series.Factor, status, series.Source, point.Vintage);
    }
}
