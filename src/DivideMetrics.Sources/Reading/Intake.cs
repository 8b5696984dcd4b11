using System.Globalization;
using DivideMetrics.Observations;
using DivideMetrics.Quality;

namespace DivideMetrics.Sources.Reading;

/// <summary>
/// Holds rows against the source's declaration: series, area, bounds. What passes is an observation, what does not is a Finding of
/// severity Error; areas that nobody asked for are left out without one. The same for every adapter. That a key stands once is seen to
/// by who collects the observations.
/// </summary>
internal sealed class Intake(ParseRequest request)
{
    private readonly Dictionary<string, SourceSeries> _declared =
        request.Source.Series.ToDictionary(series => series.Code, StringComparer.Ordinal);

    private readonly Dictionary<(string, Sex, string?, string?, string?), SeriesKey> _keys = [];
    private readonly Dictionary<string, int> _files = FilesOf(request);
    private readonly HashSet<string> _seen = new(StringComparer.Ordinal);
    private readonly HashSet<string> _unknown = new(StringComparer.Ordinal);
    private readonly OtherAreas _others = new(request);

    // most rows are of the series and the file of the row before them
    private string? _lastCode;
    private SourceSeries? _lastDeclared;
    private SourceRow _lastRow;
    private SeriesKey? _lastKey;
    private string? _lastFile;
    private int? _lastFileIndex;

    /// <summary>True when the source declares the series; also notes that the provider sent it.</summary>
    public bool Declares(string series)
    {
        if (!ReferenceEquals(series, _lastCode))
        {
            _seen.Add(series);
            (_lastCode, _lastDeclared) = (series, _declared.GetValueOrDefault(series));
        }

        return _lastDeclared is not null;
    }

    /// <summary>The observation of a row; null when the row is refused.</summary>
    public Observation? Take(in SourceRow row)
    {
        if (!Declares(row.Series))
        {
            return _unknown.Add(row.Series)
                ? Refuse(row, "unknown-series", "The source does not declare this series; its rows are left out.")
                : null;
        }

        if (_others.Leaves(row))
        {
            return null;
        }

        if (row.Area is null)
        {
            return Refuse(row, "unknown-area", $"Expected a known area, found '{row.AreaText}'. Add a spelling to the seeds if it is one.");
        }

        if (OutOfBounds(row) is { } bounds)
        {
            return Refuse(row, "out-of-bounds", bounds);
        }

        return new Observation(KeyOf(row), row.Area, row.Year, row.Value, row.Status) { Place = PlaceOf(row.Place) };
    }

    /// <summary>Adds a Finding about a row that could not be read into a <see cref="SourceRow"/>.</summary>
    public void Report(string code, Severity severity, string note, SourceRow row) =>
        request.Findings.Add(new Finding(
            code, severity, note, Blank(row.Series), row.Area ?? Blank(row.AreaText), PeriodOf(row), row.Place.File, row.Place.Line));

    /// <summary>After the last row: a Finding for every declared series of which no row came.</summary>
    public void ReportAbsent()
    {
        foreach (var series in request.Source.Series.Where(series => !_seen.Contains(series.Code)))
        {
            request.Findings.Add(new Finding(
                "missing-series", Severity.Warning, "The source declares this series, and no row of it came.", series.Code));
        }
    }

    private static string? Blank(string? text) => string.IsNullOrEmpty(text) ? null : text;

    private static string? PeriodOf(in SourceRow row) => row.Year == 0 ? null : row.Year.ToString(CultureInfo.InvariantCulture);

    private Observation? Refuse(in SourceRow row, string code, string note)
    {
        Report(code, Severity.Error, note, row);
        return null;
    }

    private string? OutOfBounds(in SourceRow row)
    {
        var series = _lastDeclared!;
        return row.Value < series.Min || row.Value > series.Max
            ? $"Expected {Number(series.Min)} to {Number(series.Max)}, found {Number(row.Value)}."
            : null;
    }

    private static string Number(double? value) => value?.ToString(CultureInfo.InvariantCulture) ?? "any value";

    private SeriesKey KeyOf(in SourceRow row)
    {
        if (_lastKey is null || !HasKeyOfLast(row))
        {
            (_lastRow, _lastKey) = (row, FindKey(row));
        }

        return _lastKey;
    }

    private bool HasKeyOfLast(in SourceRow row) =>
        ReferenceEquals(row.Series, _lastRow.Series) && row.Sex == _lastRow.Sex && ReferenceEquals(row.Age, _lastRow.Age)
        && ReferenceEquals(row.Urbanisation, _lastRow.Urbanisation) && ReferenceEquals(row.Breakdown, _lastRow.Breakdown);

    private SeriesKey FindKey(in SourceRow row)
    {
        var parts = (row.Series, row.Sex, row.Age, row.Urbanisation, row.Breakdown);
        if (!_keys.TryGetValue(parts, out var key))
        {
            _keys[parts] = key = new SeriesKey(row.Series, row.Sex, row.Age ?? "_T", row.Urbanisation ?? "_T", row.Breakdown ?? "_T");
        }

        return key;
    }

    private RowPlace PlaceOf(Place place)
    {
        if (!ReferenceEquals(place.File, _lastFile))
        {
            _lastFile = place.File;
            _lastFileIndex = place.File is not null && _files.TryGetValue(place.File, out var file) ? file : null;
        }

        return _lastFileIndex is { } index ? new(index, (int)(place.Line ?? 0)) : default;
    }

    private static Dictionary<string, int> FilesOf(ParseRequest request)
    {
        var files = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var index = 0; index < request.Files.Count; index++)
        {
            files.TryAdd(request.Files[index].Name, index);
        }

        return files;
    }
}
