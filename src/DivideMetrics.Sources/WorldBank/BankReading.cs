using DivideMetrics.Observations;
using DivideMetrics.Quality;
using DivideMetrics.Sources.Reading;

namespace DivideMetrics.Sources.WorldBank;

/// <summary>Turns the Bank's tables into observations; series that the source does not declare are said once, not once a row.</summary>
internal sealed class BankReading(ParseRequest request)
{
    private readonly Intake _intake = new(request);
    private readonly OtherSeries _others = new(request);

    /// <summary>The observations of all tables, in order.</summary>
    /// <exception cref="SourceException">A file is no table of the Bank, or is cut off.</exception>
    public IEnumerable<Observation> Read()
    {
        var batches = SideBySide.Read(
            BankFiles.Tables(request.Files), file => new BankFileReading(request, file).Batches().Select(runs => (file.Name, Runs: runs)));
        foreach (var (file, runs) in batches)
        {
            foreach (var run in runs)
            {
                Begin(run);
                for (var index = 0; index < run.Cells.Count; index++)
                {
                    if (Take(run.Row, run.Cells[index], file) is { } observation)
                    {
                        yield return observation;
                    }
                }
            }
        }

        _others.Report();
        _intake.ReportAbsent();
    }

    private void Begin(in BankRun run)
    {
        if (run.Cells.Count == 0 && !_intake.Declares(run.Row.Series))
        {
            _others.Add(run.Row.Series);
        }
    }

    private Observation? Take(in SourceRow run, in BankCell cell, string file)
    {
        var row = run with { Year = cell.Year, Value = cell.Value, Place = new(file, cell.Line) };
        if (cell.Problem is null)
        {
            return _intake.Take(row);
        }

        _intake.Report(cell.Problem.Code, Severity.Error, cell.Problem.Note, row with { Value = null });
        return null;
    }
}
