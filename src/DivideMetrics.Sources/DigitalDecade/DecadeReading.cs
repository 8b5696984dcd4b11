using DivideMetrics.Observations;
using DivideMetrics.Quality;
using DivideMetrics.Sources.Reading;

namespace DivideMetrics.Sources.DigitalDecade;

/// <summary>Turns <c>period,country,indicator,breakdown,unit,value,flags</c> into observations.</summary>
internal sealed class DecadeReading(ParseRequest request, int lag)
{
    private static readonly string[] Header = ["period", "country", "indicator", "breakdown", "unit", "value", "flags"];

    private readonly Intake _intake = new(request);
    private readonly AreaColumn _areas = new("iso2", request.Areas);
    private readonly OtherSeries _others = new(request);
    private readonly Dictionary<string, string> _units = new(StringComparer.Ordinal);

    /// <summary>The observations of all files; the end of the last says which series are absent.</summary>
    /// <exception cref="SourceException">A file has another header or is cut off.</exception>
    public IEnumerable<Observation> Read()
    {
        foreach (var file in request.Files)
        {
            using var text = CsvReader.Text(file.OpenRead());
            var reader = new CsvReader(text, file.Name);
            CheckHeader(reader, file.Name);
            while (reader.Read())
            {
                if (!reader.IsBlank && Row(reader, file.Name) is { } row && _intake.Take(row) is { } observation)
                {
                    yield return observation;
                }
            }
        }

        _others.Report();
        _intake.ReportAbsent();
    }

    private static void CheckHeader(CsvReader reader, string file)
    {
        if (!reader.Read() || !reader.Fields.Select(field => field.Trim()).SequenceEqual(Header, StringComparer.OrdinalIgnoreCase))
        {
            throw new SourceException(
                file, 1, $"Expected the header {string.Join(',', Header)}, found {string.Join(',', reader.Fields.Take(Header.Length))}.");
        }
    }

    private SourceRow? Row(CsvReader reader, string file)
    {
        var fields = reader.Fields;
        if (fields.Count != Header.Length)
        {
            throw new SourceException(
                file, reader.Line, $"Expected {Header.Length} fields, found {fields.Count}. The file is damaged or cut off.");
        }

        var (period, area, series, value) = (fields[0].Trim(), fields[1].Trim(), fields[2].Trim(), fields[5].Trim());
        if (!_intake.Declares(series))
        {
            _others.Add(series);
            return null;
        }

        var breakdown = DecadeBreakdown.Of(fields[3].Trim());
        var row = new SourceRow(series, _areas.Find(area), area, 0, null)
        {
            Sex = breakdown.Sex, Age = breakdown.Age, Urbanisation = breakdown.Urbanisation, Breakdown = breakdown.Other,
            Place = new(file, reader.Line),
        };
        return DecadeRow.TryYear(period, lag, out var year)
            ? WithValue(row with { Year = year }, value, (fields[6].Trim(), fields[4].Trim()))
            : Refuse(row, "not-a-year", $"Expected a year, or an edition as desi_2022, found '{period}'.");
    }

    private SourceRow? WithValue(SourceRow row, string text, (string Flags, string Unit) marks)
    {
        if (!IsOneUnit(row, marks.Unit))
        {
            return null;
        }

        if (!DecadeRow.TryStatus(marks.Flags, text.Length > 0, out var status))
        {
            _intake.Report("unknown-status", Severity.Warning, $"Expected flags of Eurostat's, found '{marks.Flags}'; read without.", row);
        }

        if (text.Length == 0)
        {
            return marks.Flags.Length > 0 ? row with { Status = status } : null;
        }

        return NumberText.TryValue(text, out var value)
            ? row with { Value = value, Status = status }
            : Refuse(row, "not-a-number", $"Expected a number or nothing, found '{text}'.");
    }

    /// <summary>The same indicator may come in several units, which must not mix: the first one met is taken.</summary>
    private bool IsOneUnit(SourceRow row, string unit)
    {
        if (_units.TryAdd(row.Series, unit) || _units[row.Series] == unit)
        {
            return true;
        }

        var note = $"Expected the unit {_units[row.Series]} of the rows before, found {unit}; left out.";
        _intake.Report("other-unit", Severity.Warning, note, row);
        return false;
    }

    private SourceRow? Refuse(SourceRow row, string code, string note)
    {
        _intake.Report(code, Severity.Error, note, row);
        return null;
    }
}
