using System.Globalization;
using DivideMetrics.Areas;
using DivideMetrics.Observations;
using DivideMetrics.Quality;
using DivideMetrics.Sources.Reading;

namespace DivideMetrics.Sources.UnEgov;

/// <summary>Turns the rows of one survey into rows of its five indices.</summary>
internal sealed class UnEgovReading(ParseRequest request, Intake intake, UnEgovColumns columns)
{
    /// <summary>Last survey in which an E-Government Development Index of 0 says that the state was not assessed.</summary>
    private const int LastWithZeroForMissing = 2012;

    /// <summary>First survey whose E-Government Development Index is the mean of its three parts as printed.</summary>
    private const int FirstMeanOfParts = 2014;

    private const double LargestDifference = 0.001;

    /// <summary>The rows of a table.</summary>
    /// <param name="csv">The table.</param>
    /// <param name="file">Name of the file.</param>
    /// <exception cref="SourceException">The table is damaged.</exception>
    public IEnumerable<SourceRow> Rows(CsvTable csv, string file)
    {
        while (csv.Read())
        {
            var row = new SourceRow("", null, "", 0, null) { Place = new(file, csv.Line) };
            if (!csv.IsWhole)
            {
                intake.Report("bad-row", Severity.Error, $"Expected {csv.Header.Count} fields, found {csv.Width}.", row);
                continue;
            }

            foreach (var index in Indices(csv, row))
            {
                yield return index;
            }
        }
    }

    private List<SourceRow> Indices(CsvTable csv, SourceRow row)
    {
        var name = csv[columns.Name];
        row = row with { Area = AreaOf(name), AreaText = name };
        if (!TryYear(csv, out var year))
        {
            intake.Report("not-a-year", Severity.Error, $"Expected the year of a survey, found '{csv[columns.Year!.Value]}'.", row);
            return [];
        }

        var read = new List<SourceRow>();
        foreach (var (series, column) in columns.Indices)
        {
            if (WithValue(csv[column], row with { Series = series, Year = year }) is { } index)
            {
                read.Add(index);
            }
        }

        CheckParts(read, year);
        return IsNotAssessed(read, year) ? read.ConvertAll(Missing) : read;
    }

    private SourceRow? WithValue(string text, SourceRow row)
    {
        if (text.Length == 0)
        {
            intake.Declares(row.Series);
            return null;
        }

        if (NumberText.TryValue(text, out var value))
        {
            return row with { Value = value };
        }

        intake.Declares(row.Series);
        intake.Report("not-a-number", Severity.Error, $"Expected a number with a decimal point, found '{text}'.", row);
        return null;
    }

    private bool TryYear(CsvTable csv, out int year)
    {
        year = columns.FileYear ?? 0;
        return columns.Year is not { } column || NumberText.TryYear(csv[column], out year);
    }

    private static bool IsNotAssessed(List<SourceRow> row, int year) =>
        year <= LastWithZeroForMissing && row.Exists(index => index is { Series: "EGDI", Value: 0 });

    /// <summary>In the row of a state that was not assessed a zero is no figure; what other agencies counted there stays.</summary>
    private static SourceRow Missing(SourceRow index) => index.Value == 0 ? index with { Value = null, Status = ObsStatus.O } : index;

    private void CheckParts(List<SourceRow> row, int year)
    {
        var parts = row.Where(index => index.Series is "OSI" or "HCI" or "TII").Select(index => index.Value!.Value).ToList();
        if (year < FirstMeanOfParts || parts.Count != 3 || row.Find(index => index.Series == "EGDI") is not { Value: { } whole } egdi)
        {
            return;
        }

        var mean = parts.Average();
        if (Math.Abs(whole - mean) > LargestDifference)
        {
            var note = $"Expected the mean of its three parts, {Number(mean)}, found {Number(whole)}.";
            intake.Report("parts-differ", Severity.Warning, note, egdi);
        }
    }

    private string? AreaOf(string name) =>
        request.Areas.Resolve(name) is { } code && request.Areas.Find(code)?.Kind != AreaKind.Aggregate ? code : null;

    private static string Number(double value) => value.ToString("0.#####", CultureInfo.InvariantCulture);
}
