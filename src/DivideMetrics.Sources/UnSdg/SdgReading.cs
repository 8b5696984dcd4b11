using System.Globalization;
using DivideMetrics.Observations;
using DivideMetrics.Quality;
using DivideMetrics.Sources.Reading;

namespace DivideMetrics.Sources.UnSdg;

/// <summary>Turns the database's rows into observations.</summary>
internal sealed class SdgReading(ParseRequest request, Intake intake, SdgDimensions dimensions)
{
    private static readonly string[] Missing = ["", "NAN", "N/A", "NA", "..", "...", "-", "NULL"];

    private readonly SdgAreas _areas = new(request.Areas);
    private readonly Dictionary<string, SourceSeries> _declared = DeclaredOf(request.Source);
    private readonly Dictionary<string, (string Name, int Rows)> _leftOut = new(StringComparer.Ordinal);

    /// <summary>The observation of a row; null when it is left out or refused with a Finding.</summary>
    public Observation? Read(SdgRow row)
    {
        var declared = _declared.GetValueOrDefault(row.Series);
        var read = new SourceRow(declared?.Code ?? row.Series, _areas.Find(row.Area), $"{row.Area} {row.AreaName}".Trim(), 0, null)
        {
            Place = row.Place,
        };
        if (row.Series.Length == 0)
        {
            return Refuse(read, "bad-row", "Expected a series and as many fields as the header has.");
        }

        if (read.Area is null && SdgAreas.IsGroup(row.Area))
        {
            return LeaveOut(row, read);
        }

        return declared is null ? intake.Take(read) : Read(row, read, declared);
    }

    /// <summary>After the last row: how many rows of regions and groups that are no REF_AREA were left out.</summary>
    public void ReportLeftOut()
    {
        foreach (var (area, (name, rows)) in _leftOut)
        {
            var group = name.Length > 0 ? name : "a group of countries";
            var note = $"{rows.ToString(CultureInfo.InvariantCulture)} rows of {group} are left out: it is no area of the seeds.";
            request.Findings.Add(new Finding("aggregate-left-out", Severity.Info, note, Area: area));
        }
    }

    private Observation? Read(SdgRow row, SourceRow read, SourceSeries declared)
    {
        if (!TryYear(row.Year, out var year))
        {
            return Refuse(read, "not-a-year", $"Expected a year, found '{row.Year}'.");
        }

        read = read with { Year = year };
        if (!dimensions.TryRead(declared.Code, row.Dimensions, out var part))
        {
            return Refuse(read, "bad-row", "Expected codes of at most 60 characters in the dimensions.");
        }

        if (row.Units.Length > 0 && UnitOf(row.Units) != declared.Unit)
        {
            return Refuse(read, "unit-differs", $"Expected the unit {declared.Unit}, found {row.Units}.");
        }

        var framed = read with
        {
            Sex = part.Sex, Age = part.Age, Urbanisation = part.Urbanisation, Breakdown = part.Breakdown, Status = StatusOf(row, read),
        };
        return WithValue(row.Value, framed);
    }

    private Observation? WithValue(string text, SourceRow row)
    {
        if (Missing.Contains(text.ToUpperInvariant(), StringComparer.Ordinal))
        {
            return intake.Take(row with { Status = row.Status.SaysMissing() ? row.Status : ObsStatus.O });
        }

        if (text[0] is '<' or '>' or '≤' or '≥')
        {
            const string Code = "bound-only";
            intake.Report(Code, Severity.Warning, $"The provider gives a bound, '{text}', and no figure; it is kept as missing.", row);
            return intake.Take(row with { Status = ObsStatus.O });
        }

        if (!NumberText.TryValue(text, out var value))
        {
            return Refuse(row, "not-a-number", $"Expected a number with a decimal point, found '{text}'.");
        }

        return row.Status.SaysMissing()
            ? Refuse(row, "status-conflict", $"The status {row.Status} says missing, but there is the value {text}.")
            : intake.Take(row with { Value = value });
    }

    private ObsStatus StatusOf(SdgRow row, SourceRow read)
    {
        if (!SdgStatus.TryRead(row.Nature, row.Status, out var status))
        {
            var note = $"Expected a known nature and status, found '{row.Nature}' and '{row.Status}'.";
            intake.Report("unknown-status", Severity.Warning, note, read);
        }

        return status;
    }

    private Observation? LeaveOut(SdgRow row, SourceRow read)
    {
        intake.Declares(read.Series);
        var (name, rows) = _leftOut.GetValueOrDefault(row.Area, (row.AreaName, 0));
        _leftOut[row.Area] = (name, rows + 1);
        return null;
    }

    private Observation? Refuse(SourceRow row, string code, string note)
    {
        intake.Declares(row.Series);
        intake.Report(code, Severity.Error, note, row);
        return null;
    }

    /// <summary>A year, also one with a decimal point as the API writes it: <c>2015.0</c>.</summary>
    private static bool TryYear(string text, out int year)
    {
        var point = text.IndexOf('.', StringComparison.Ordinal);
        var whole = point > 0 && text.AsSpan(point + 1).Trim('0').IsEmpty ? text.AsSpan(0, point) : text;
        return NumberText.TryYear(whole, out year);
    }

    private static string UnitOf(string units) => units.ToUpperInvariant() is "PERCENT" ? "PT" : units.ToUpperInvariant();

    /// <summary>The declared series by code in any case: copies differ (<c>IT_USE_ii99</c>, <c>IT_USE_II99</c>).</summary>
    private static Dictionary<string, SourceSeries> DeclaredOf(SourceDefinition source)
    {
        var declared = new Dictionary<string, SourceSeries>(StringComparer.OrdinalIgnoreCase);
        foreach (var series in source.Series)
        {
            declared.TryAdd(series.Code, series);
        }

        return declared;
    }
}
