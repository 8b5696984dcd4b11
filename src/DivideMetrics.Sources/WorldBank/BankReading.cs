using DivideMetrics.Observations;
using DivideMetrics.Quality;
using DivideMetrics.Sources.Reading;

namespace DivideMetrics.Sources.WorldBank;

/// <summary>Turns the Bank's tables into observations; series that the source does not declare are said once, not once a row.</summary>
internal sealed class BankReading(ParseRequest request)
{
    private readonly Intake _intake = new(request);
    private readonly WorldBankAreas _areas = new(request.Areas);
    private readonly OtherSeries _others = new(request);

    /// <summary>The observations of all tables, in order.</summary>
    /// <exception cref="SourceException">A file is no table of the Bank, or is cut off.</exception>
    public IEnumerable<Observation> Read()
    {
        foreach (var file in BankFiles.Tables(request.Files))
        {
            using var text = CsvReader.Text(file.OpenRead());
            var table = BankFiles.Open(text, file, BankFiles.SeriesOf(file, request.Source.Series));
            foreach (var observation in Rows(table, file))
            {
                yield return observation;
            }
        }

        _others.Report();
        _intake.ReportAbsent();
    }

    private IEnumerable<Observation> Rows(BankTable table, RawFile file)
    {
        while (table.Read())
        {
            if (!_intake.Declares(table.Series))
            {
                _others.Add(table.Series);
                continue;
            }

            var row = new SourceRow(table.Series, _areas.Find(table.AreaCode, null, table.AreaName), table.AreaCode, 0, null)
            {
                Place = new(file.Name, table.Line),
            };
            foreach (var (period, cell) in table.Cells)
            {
                if (Take(row, period, cell) is { } observation)
                {
                    yield return observation;
                }
            }
        }
    }

    private Observation? Take(in SourceRow row, string period, string cell)
    {
        if (!NumberText.TryYear(period, out var year))
        {
            _intake.Report("not-a-year", Severity.Error, $"Expected a year of four digits, found '{period}'.", row);
            return null;
        }

        if (!NumberText.TryValue(cell, out var value))
        {
            _intake.Report("not-a-number", Severity.Error, $"Expected a number or nothing, found '{cell}'.", row with { Year = year });
            return null;
        }

        return _intake.Take(row with { Year = year, Value = value });
    }
}
