using System.Globalization;
using DivideMetrics.Observations;
using DivideMetrics.Revisions;
using DivideMetrics.Sources;

namespace DivideMetrics.Quality;

/// <summary>Corrections at work on the rows of one retrieval; remembers which points each of them met.</summary>
internal sealed class CorrectionRun
{
    private readonly FindingSink _findings;
    private readonly Func<SeriesKey, SeriesTolerance> _tolerance;
    private readonly List<Met> _all;
    private readonly Dictionary<SeriesKey, List<Met>> _bySeries;

    // most rows follow one of the same series
    private SeriesKey? _lastSeries;
    private List<Met>? _last;

    public CorrectionRun(IReadOnlyList<Correction> corrections, Func<SeriesKey, SeriesTolerance> tolerance, FindingSink findings)
    {
        (_findings, _tolerance) = (findings, tolerance);
        _all = corrections.Select(correction => new Met(correction)).ToList();
        _bySeries = _all.GroupBy(met => met.Correction.Series).ToDictionary(group => group.Key, group => group.ToList());
    }

    /// <summary>The row as it is to be; null when it is to be left out.</summary>
    /// <exception cref="SourceException">A guard is not met.</exception>
    public Observation? Correct(in Observation row)
    {
        if (!ReferenceEquals(row.Series, _lastSeries))
        {
            (_lastSeries, _last) = (row.Series, _bySeries.GetValueOrDefault(row.Series));
        }

        return _last is null ? row : Correct(row, _last);
    }

    /// <summary>The points to add, after the last row.</summary>
    /// <exception cref="SourceException">A guarded correction did not meet its points.</exception>
    public IEnumerable<Observation> Finish()
    {
        foreach (var met in _all)
        {
            var left = met.Left().ToList();
            if (met.Correction.Expect is { Absent: true })
            {
                foreach (var (area, year) in left)
                {
                    yield return Added(met.Correction, new(met.Correction.Series, area, year, null, ObsStatus.O));
                }
            }
            else if (met.Correction.Expect is not null && (left.Count > 0 || met.Points.Count == 0))
            {
                throw NotMet(met.Correction, left);
            }
            else if (met.Points.Count == 0)
            {
                _findings.Add(FindingOf(
                    "correction-unused", Severity.Warning, met.Correction, "met no point; remove it if the provider repaired the value"));
            }
        }
    }

    private Observation? Correct(in Observation row, List<Met> corrections)
    {
        Observation? current = row;
        foreach (var met in corrections.Where(met => met.Correction.Selects(current.Value)))
        {
            var (correction, old) = (met.Correction, current.Value);
            Guard(correction, row);
            met.Points.Add((row.Area, row.Year));
            current = correction.ApplyTo(old);
            Report(correction, old, current);
            if (current is null)
            {
                break;
            }
        }

        return current;
    }

    private Observation Added(Correction correction, Observation missing)
    {
        var added = correction.ApplyTo(missing)!.Value;
        Report(correction, missing, added);
        return added;
    }

    private void Report(Correction correction, in Observation old, Observation? now)
    {
        var what = now is { } kept ? $"{Text(old)} became {Text(kept)}" : $"{Text(old)} was left out";
        _findings.Add(FindingOf("corrected", Severity.Info, correction, what) with
        {
            Area = old.Area, Period = old.Year.ToString(CultureInfo.InvariantCulture), Old = old.Value, New = now?.Value,
        });
    }

    private static Finding FindingOf(string code, Severity severity, Correction correction, string what) => new(
        code, severity,
        FormattableString.Invariant($"{correction.Action} by {correction.File}({correction.Line}): {what}. {correction.Because}"),
        correction.Series.Code);

    /// <summary>Holds the point as the provider sent it against the guard.</summary>
    private void Guard(Correction correction, in Observation row)
    {
        if (correction.Expect is not { } expect)
        {
            return;
        }

        var tolerance = expect.Tolerance is { } absolute ? new SeriesTolerance(absolute) : _tolerance(row.Series);
        var holds = expect.Absent
            ? row.Value is null
            : (expect.Value is not { } value || (row.Value is { } found && !tolerance.IsExceeded(value, found)))
                && (expect.Status is null || expect.Status == row.Status);
        if (!holds)
        {
            throw Stop(correction, FormattableString.Invariant($"{row.Area} in {row.Year}"), Text(row));
        }
    }

    private static SourceException NotMet(Correction correction, List<(string Area, int Year)> left) => Stop(
        correction, left.Count > 0 ? FormattableString.Invariant($"{left[0].Area} in {left[0].Year}") : "its points", "no such point");

    private static SourceException Stop(Correction correction, string where, string found) => new(
        correction.File, correction.Line,
        $"expected {Text(correction.Expect!)} from {correction.Source}, series {correction.Series.Code}, for {where}, found {found}. "
        + "The provider has changed the value since this correction was made: check it, then remove or renew the correction.");

    private static string Text(CorrectionGuard expect) => expect switch
    {
        { Absent: true } => "no value",
        { Value: { } value, Status: { } status } => FormattableString.Invariant($"{value} ({status})"),
        { Value: { } value } => FormattableString.Invariant($"{value}"),
        _ => $"status {expect.Status}",
    };

    private static string Text(in Observation row) =>
        FormattableString.Invariant($"{row.Value?.ToString(CultureInfo.InvariantCulture) ?? "no value"} ({row.Status})");

    /// <summary>A correction and the points that it met.</summary>
    private sealed record Met(Correction Correction)
    {
        public HashSet<(string Area, int Year)> Points { get; } = [];

        /// <summary>The points that it names one by one and did not meet.</summary>
        public IEnumerable<(string Area, int Year)> Left() =>
            Correction.Areas.SelectMany(area => Correction.Periods.Select(year => (area, year))).Where(point => !Points.Contains(point));
    }
}
