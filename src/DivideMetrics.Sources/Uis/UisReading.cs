using DivideMetrics.Areas;
using DivideMetrics.Observations;
using DivideMetrics.Quality;
using DivideMetrics.Sources.Reading;

namespace DivideMetrics.Sources.Uis;

/// <summary>Turns the rows of a national table into observations.</summary>
internal sealed class UisReading(ParseRequest request, Intake intake)
{
    private readonly HashSet<string> _declared = request.Source.Series.Select(series => series.Code).ToHashSet(StringComparer.Ordinal);

    /// <summary>The observations of a table.</summary>
    /// <exception cref="SourceException">The table is damaged or another one.</exception>
    public IEnumerable<Observation> Read(RawFile file)
    {
        using var text = CsvReader.StrictText(file.OpenRead());
        var csv = new CsvTable(text, file.Name, "INDICATOR_ID", "COUNTRY_ID", "YEAR", "VALUE");
        while (csv.Read())
        {
            var place = new Place(file.Name, csv.Line);
            if (!csv.IsWhole)
            {
                var row = new SourceRow("", null, "", 0, null) { Place = place };
                Refuse("bad-row", $"Expected {csv.Header.Count} fields, found {csv.Width}.", row);
            }
            else if (_declared.Contains(csv["INDICATOR_ID"]) && ObservationOf(csv, place) is { } observation)
            {
                yield return observation;
            }
        }
    }

    private Observation? ObservationOf(CsvTable csv, Place place)
    {
        var country = csv["COUNTRY_ID"];
        var row = new SourceRow(csv["INDICATOR_ID"], AreaOf(country), country, 0, null) { Place = place };
        if (!NumberText.TryYear(csv["YEAR"], out var year))
        {
            return Refuse("not-a-year", $"Expected a year of four digits, found '{csv["YEAR"]}'.", row);
        }

        row = row with { Year = year, Status = StatusOf(csv["QUALIFIER"], row) };
        var text = csv["VALUE"];
        if (text.Length == 0)
        {
            return intake.Take(row with { Status = UisStatus.OfMissing(csv["MAGNITUDE"]) });
        }

        if (!NumberText.TryValue(text, out var value))
        {
            return Refuse("not-a-number", $"Expected a number with a decimal point, found '{text}'.", row);
        }

        return UisStatus.SaysMissing(csv["MAGNITUDE"])
            ? Refuse("status-conflict", $"The magnitude {csv["MAGNITUDE"]} says that there is no value, but there is {text}.", row)
            : intake.Take(row with { Value = value, Status = UisStatus.IsNegligible(csv["MAGNITUDE"]) ? ObsStatus.N : row.Status });
    }

    private string? AreaOf(string code) => request.Areas.Find(code) is { Kind: not AreaKind.Aggregate } area ? area.Code : null;

    private ObsStatus StatusOf(string qualifier, SourceRow row)
    {
        if (!UisStatus.TryQualifier(qualifier, out var status))
        {
            intake.Report("unknown-status", Severity.Warning, $"Expected a known QUALIFIER, found '{qualifier}'; read as A.", row);
        }

        return status;
    }

    private Observation? Refuse(string code, string note, SourceRow row)
    {
        intake.Declares(row.Series);
        intake.Report(code, Severity.Error, note, row);
        return null;
    }
}
