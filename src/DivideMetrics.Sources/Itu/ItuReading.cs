using System.Globalization;
using DivideMetrics.Observations;
using DivideMetrics.Quality;
using DivideMetrics.Sources.Reading;

namespace DivideMetrics.Sources.Itu;

/// <summary>Turns the DataHub's rows into observations.</summary>
internal sealed class ItuReading(ParseRequest request, Intake intake, ItuSeries series)
{
    private const int MostSeries = 10000;

    private readonly ItuAreas _areas = new(request.Areas);
    private readonly Dictionary<string, int> _regionsLeftOut = new(StringComparer.Ordinal);

    /// <summary>
    /// The observations of a table. It is read twice: first to see which series have words for values. Such a series (a regulatory answer)
    /// is refused whole, also the rows in it that look like numbers.
    /// </summary>
    /// <exception cref="SourceException">The table is damaged or another one.</exception>
    public IEnumerable<Observation> Read(ItuTable table)
    {
        var words = TextValued(table);
        foreach (var row in table.Rows(line => Report("bad-row", "Expected as many fields as the header has.", new(table.File.Name, line))))
        {
            if (!words.Contains(row.Code) && ObservationOf(row) is { } observation)
            {
                yield return observation;
            }
        }
    }

    /// <summary>After the last table: how many figures of regions that are no REF_AREA were left out.</summary>
    public void ReportLeftOut()
    {
        foreach (var (region, rows) in _regionsLeftOut)
        {
            var note = $"{rows.ToString(CultureInfo.InvariantCulture)} figures of a region of the provider's own are left out.";
            request.Findings.Add(new Finding("aggregate-left-out", Severity.Info, note, Area: region));
        }
    }

    private HashSet<string> TextValued(ItuTable table)
    {
        var counts = new Dictionary<string, (int Words, int All, Place First)>(StringComparer.Ordinal);
        foreach (var row in table.Rows())
        {
            var (words, all, first) = counts.GetValueOrDefault(row.Code, (0, 0, row.Place));
            var isWord = row.Value.Length > 0 && !NumberText.TryValue(row.Value, out _);
            counts[row.Code] = (words + (isWord ? 1 : 0), all + (row.Value.Length > 0 ? 1 : 0), first);
            if (counts.Count > MostSeries)
            {
                throw new SourceException(
                    table.Name, row.Place.Line ?? 0, $"Expected at most {MostSeries} series, found more. It is no export of the DataHub.");
            }
        }

        if (counts.Count == 0)
        {
            const string Note = "The provider sent a table without a row: it may not know what was asked for.";
            Report("empty-answer", Note, new(table.File.Name), Severity.Warning);
        }

        return Refused(counts);
    }

    private HashSet<string> Refused(Dictionary<string, (int Words, int All, Place First)> counts)
    {
        var refused = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (code, count) in counts.Where(pair => pair.Value.Words * 2 > pair.Value.All))
        {
            refused.Add(code);
            intake.Declares(code);
            var note = $"The series has words for values ({count.Words} of {count.All}), no numbers; all of it is left out.";
            intake.Report("text-valued", Severity.Error, note, new SourceRow(code, null, "", 0, null) { Place = count.First });
        }

        return refused;
    }

    private Observation? ObservationOf(ItuRow row)
    {
        var part = series.Find(row.Code, row.Parent);
        if (row.IsRegion && _areas.Region(row.Area) is null)
        {
            intake.Declares(part.Series);
            CountLeftOut(row.Area);
            return null;
        }

        var read = Frame(row, part);
        if (row.Value.Length == 0)
        {
            intake.Declares(part.Series);
            return null;
        }

        if (!NumberText.TryYear(row.Year, out var year))
        {
            return Refuse("not-a-year", $"Expected a year of four digits, found '{row.Year}'.", read);
        }

        return NumberText.TryValue(row.Value, out var value)
            ? intake.Take(read with { Year = year, Value = value })
            : Refuse("not-a-number", $"Expected a number with a decimal point, found '{row.Value}'.", read with { Year = year });
    }

    private void CountLeftOut(string region)
    {
        if (_regionsLeftOut.Count < MostSeries || _regionsLeftOut.ContainsKey(region))
        {
            _regionsLeftOut[region] = _regionsLeftOut.GetValueOrDefault(region) + 1;
        }
    }

    private SourceRow Frame(ItuRow row, ItuPart part)
    {
        var area = row.IsRegion ? _areas.Region(row.Area) : _areas.Country(row.Iso, row.Area);
        return new SourceRow(part.Series, area, $"{row.Iso} {row.Area}".Trim(), 0, null)
        {
            Sex = part.Sex,
            Age = part.Age,
            Urbanisation = part.Urbanisation,
            Breakdown = part.Breakdown,
            Status = ItuStatus.Of(row.Note, row.Source),
            Place = row.Place,
        };
    }

    private Observation? Refuse(string code, string note, SourceRow row)
    {
        intake.Report(code, Severity.Error, note, row);
        return null;
    }

    private void Report(string code, string note, Place place, Severity severity = Severity.Error) =>
        intake.Report(code, severity, note, new SourceRow("", null, "", 0, null) { Place = place });
}
