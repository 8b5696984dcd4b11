using DivideMetrics.Observations;
using DivideMetrics.Quality;
using DivideMetrics.Sources.Reading;

namespace DivideMetrics.Sources.WorldBank;

/// <summary>Turns the API's rows into observations.</summary>
internal sealed class WorldBankReading(ParseRequest request, Intake intake)
{
    private readonly WorldBankAreas _areas = new(request.Areas);

    /// <summary>The observations of a page.</summary>
    public IEnumerable<Observation> Read(WorldBankPage page, string file)
    {
        foreach (var row in page.Rows())
        {
            if (Read(row, new(file, page.RowsRead)) is { } observation)
            {
                yield return observation;
            }
        }
    }

    /// <summary>The observation of a row; null when the row has no value (missing) or is refused with a Finding.</summary>
    private Observation? Read(WorldBankRow json, Place place)
    {
        var series = json.Indicator?.Id ?? "";
        if (string.IsNullOrWhiteSpace(json.Value))
        {
            intake.Declares(series);
            return null;
        }

        var area = _areas.Find(json.Iso3, json.Country?.Id, json.Country?.Value);
        var text = string.IsNullOrEmpty(json.Iso3) ? $"{json.Country?.Id} {json.Country?.Value}".Trim() : json.Iso3;
        var row = new SourceRow(series, area, text, 0, null) { Place = place };
        if (!NumberText.TryYear(json.Date, out var year))
        {
            return Refuse(row, "not-a-year", $"Expected a year of four digits, found '{json.Date}'.");
        }

        row = row with { Year = year };
        return NumberText.TryValue(json.Value, out var value)
            ? intake.Take(row with { Value = value, Status = StatusOf(json.Status, row) })
            : Refuse(row, "not-a-number", $"Expected a number, found '{json.Value}'.");
    }

    private ObsStatus StatusOf(string? text, SourceRow row)
    {
        if (StatusText.TryParse(text?.Trim(), out var status) && !status.SaysMissing())
        {
            return status;
        }

        intake.Report("unknown-status", Severity.Warning, $"Expected a code of OBS_STATUS for a value, found '{text}'; read as A.", row);
        return ObsStatus.A;
    }

    private Observation? Refuse(SourceRow row, string code, string note)
    {
        intake.Report(code, Severity.Error, note, row);
        return null;
    }
}
