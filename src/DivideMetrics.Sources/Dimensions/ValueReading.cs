using System.Globalization;
using DivideMetrics.Observations;
using DivideMetrics.Quality;
using DivideMetrics.Sources.Reading;

namespace DivideMetrics.Sources.Dimensions;

/// <summary>Reads OBS_VALUE, UNIT_MULT and OBS_STATUS of rows.</summary>
internal sealed class ValueReading(FindingSink findings, DimensionMapping mapping, Intake intake, Notices notices)
{
    private readonly UnreadableValues _unreadable = new(findings);
    private readonly Dictionary<string, Flags> _flags = new(StringComparer.Ordinal);

    /// <summary>True where the format writes NaN for a value that is missing, also when no status says so.</summary>
    public bool NanIsMissing { get; init; }

    /// <summary>After the last row: refuses the series of words.</summary>
    public void Report() => _unreadable.Report();

    /// <summary>The row with its value and status; null when there is none, or none that can be read.</summary>
    public SourceRow? Read(SourceRow row, in CubeRow cube, BoundMapping bound)
    {
        var flags = FlagsOf(cube[bound.Status], row);
        var text = cube.Value?.Trim();
        if (string.IsNullOrEmpty(text) || (text is "NaN" && (NanIsMissing || flags.Missing is not null)))
        {
            return Missing(row, flags, cube[bound.Status] ?? text);
        }

        if (!ValueText.TryMultiplier(cube[bound.Multiplier], out var exponent))
        {
            return Refuse(row, "bad-unit-mult", $"Expected a small whole number as UNIT_MULT, found '{cube[bound.Multiplier]}'.");
        }

        if (!ValueText.TryParse(text, exponent, out var value))
        {
            return NotANumber(row, text);
        }

        _unreadable.Number(row.Series);
        return flags.WithValue is { } status
            ? row with { Value = value, Status = status }
            : Refuse(row, "status-conflict", $"The status {cube[bound.Status]} says missing, but there is a value {text}.");
    }

    private SourceRow? Missing(SourceRow row, Flags flags, string? text)
    {
        if (flags.Missing is { } status)
        {
            return row with { Status = status };
        }

        intake.Declares(row.Series);
        if (!string.IsNullOrWhiteSpace(text))
        {
            intake.Report(
                "no-value", Severity.Info, $"There is no value, and {text} does not say why; the row is left out.", row);
        }

        return null;
    }

    private SourceRow? NotANumber(SourceRow row, string text)
    {
        intake.Declares(row.Series);
        var shown = text.Length > 60 ? text[..60] + "…" : text;
        _unreadable.Add(row.Series, new Finding(
            "not-a-number", Severity.Error, $"Expected a number, found '{shown}'.", row.Series, row.Area ?? row.AreaText,
            row.Year.ToString(CultureInfo.InvariantCulture), row.Place.File, row.Place.Line));
        return null;
    }

    private Flags FlagsOf(string? text, SourceRow row)
    {
        if (text is null)
        {
            return new(ObsStatus.A, null, null);
        }

        if (!_flags.TryGetValue(text, out var flags))
        {
            flags = FlagText.Parse(text, mapping.Statuses);
            if (_flags.Count < Notices.Most)
            {
                _flags.Add(text, flags);
            }
        }

        if (flags.Unknown is { } unknown)
        {
            notices.Once(
                "unknown-status", unknown, "Expected a code of OBS_STATUS or a flag that is known; it is passed over.",
                (row.Place.File, row.Place.Line ?? 0));
        }

        return flags;
    }

    private SourceRow? Refuse(SourceRow row, string code, string note)
    {
        intake.Declares(row.Series);
        intake.Report(code, Severity.Error, note, row);
        return null;
    }
}
