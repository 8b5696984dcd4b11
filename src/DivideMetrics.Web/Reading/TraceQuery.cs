using System.Globalization;
using DivideMetrics.Areas;
using DivideMetrics.Indicators;
using DivideMetrics.Observations;
using DivideMetrics.Sources;
using DivideMetrics.Storage.Observations;
using DivideMetrics.Storage.Snapshots;
using static DivideMetrics.Web.Languages.Text;

namespace DivideMetrics.Web.Reading;

/// <summary>Where a figure comes from.</summary>
/// <param name="Figure">The figure as it is shown.</param>
/// <param name="Series">The series of its source, with the factor into the indicator's unit.</param>
/// <param name="Version">The stored observation, with its place in the file; null when it is no longer the current one.</param>
/// <param name="Vintage">The retrieval in which the value first appeared.</param>
/// <param name="File">The file of that retrieval; null when the place was not recorded.</param>
/// <param name="History">Every version of the point, oldest first.</param>
public sealed record Trace(
    Figure Figure, IndicatorSeries Series, HeldObservation? Version, Vintage? Vintage, RawFile? File, IReadOnlyList<HeldObservation> History);

/// <summary>Follows a figure back to the bytes.</summary>
public sealed class TraceQuery(VintageQueries vintages, ObservationQueries observations, SnapshotStore snapshots)
{
    /// <summary>The way of one figure; null when the indicator has none for that area, year and sex.</summary>
    public async Task<Trace?> FindAsync(PublishedView view, Indicator indicator, (string Area, int Year, Sex Sex) point, CancellationToken cancellationToken)
    {
        var figure = (await view.FiguresAsync(indicator.Id))
            .FirstOrDefault(one => one.Area == point.Area && one.Year == point.Year && one.Sex == point.Sex);
        if (figure is null || SeriesOf(indicator, figure) is not { } series)
        {
            return null;
        }

        var history = await observations.HistoryAsync(figure.Source, KeyOf(series, figure.Sex), point.Area, point.Year, cancellationToken);
        var vintage = view.Vintages.GetValueOrDefault(figure.Vintage);
        var version = history.LastOrDefault(one => one.Vintage == figure.Vintage);
        var files = vintage is null ? [] : await vintages.FilesAsync(vintage.Id, snapshots.PathOf, cancellationToken);
        var file = version is { Observation.Place: { Row: > 0 } place } && place.File < files.Count ? files[place.File] : null;
        return new(figure, series, version, vintage, file, history);
    }

    /// <summary>The stored series that gives the points of one sex.</summary>
    public static SeriesKey KeyOf(IndicatorSeries series, Sex sex) =>
        new(series.Code, series.As is null ? sex : Sex.Total, series.Age, series.Urbanisation, series.Breakdown);

    /// <summary>The series that is taken as this sex, else the first of the source that keeps its own.</summary>
    private static IndicatorSeries? SeriesOf(Indicator indicator, Figure figure)
    {
        var ofSource = indicator.Series.Where(series => series.Source == figure.Source).ToList();
        return ofSource.FirstOrDefault(series => series.As == figure.Sex) ?? ofSource.FirstOrDefault(series => series.As is null);
    }

    /// <summary>The point that the parameters name; null with the reason when they name none.</summary>
    public static (string? Problem, (string Area, int Year, Sex Sex) Point) Read(AreaCatalog areas, string? country, string? time, string? sex)
    {
        var area = country is null ? null : areas.Find(country.ToUpperInvariant())?.Code ?? areas.Resolve(country);
        if (area is null)
        {
            return (T("country: expected a code or name of an economy, found “{0}”.", country), default);
        }

        if (!int.TryParse(time, NumberStyles.None, CultureInfo.InvariantCulture, out var year))
        {
            return (T("time: expected a year, found “{0}”.", time), default);
        }

        return SexCodes.TryParse(sex ?? "_T", out var known) ? (null, (area, year, known)) : (T("sex: expected _T, F or M, found “{0}”.", sex), default);
    }
}
