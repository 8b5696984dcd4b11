using System.Globalization;
using DivideMetrics.Observations;
using DivideMetrics.Quality;
using DivideMetrics.Sources.Reading;

namespace DivideMetrics.Sources.Dimensions;

/// <summary>Turns the rows of cubes into observations, the same for every format.</summary>
internal sealed class DimensionReading(ParseRequest request, DimensionMapping mapping)
{
    private readonly Intake _intake = new(request);
    private readonly AreaCodes _areas = new(request.Areas, mapping);
    private readonly Notices _notices = new(request.Findings);
    private readonly UnreadableValues _unreadable = new(request.Findings);
    private readonly Dictionary<string, Flags> _flags = new(StringComparer.Ordinal);
    private ComponentTable _components = new();
    private BoundMapping? _bound;
    private string _file = "";

    /// <summary>The rows that follow are of this file.</summary>
    public void Begin(string file, ComponentTable components) => (_file, _components, _bound) = (file, components, null);

    /// <summary>A Finding about the current file.</summary>
    public void Note(CubeNote note) => request.Findings.Add(new(note.Code, Severity.Info, note.Note, File: _file));

    /// <summary>The observation of a row; null when it is passed over, has no value, or is refused with a Finding.</summary>
    /// <exception cref="SourceException">The file lacks a dimension that the options name.</exception>
    public Observation? Read(in CubeRow cube)
    {
        if (_bound is null || _bound.Count != _components.Count)
        {
            _bound = new(mapping, _components, _file);
        }

        if (!IsWanted(cube, _bound) || Frame(cube, _bound) is not { } row || Dated(row, cube, _bound) is not { } dated)
        {
            return null;
        }

        return WithValue(dated, cube, _bound) is { } whole ? _intake.Take(whole) : null;
    }

    /// <summary>After the last row.</summary>
    public void End()
    {
        _unreadable.Report();
        _intake.ReportAbsent();
    }

    private bool IsWanted(in CubeRow cube, BoundMapping bound)
    {
        foreach (var (component, codes) in bound.Where)
        {
            if (!codes.Contains(cube[component] ?? ""))
            {
                return false;
            }
        }

        var frequency = cube[bound.Frequency];
        if (frequency is not null && !mapping.Frequencies.Contains(frequency))
        {
            _notices.Once("not-annual", $"FREQ={frequency}", "Only annual figures are taken; rows of another frequency are left out.", (_file, cube.Number));
            return false;
        }

        foreach (var component in bound.Unused)
        {
            if (!CodeMap.IsTotal(cube[component]))
            {
                return Unmapped(component, cube);
            }
        }

        return !IsAggregate(cube, bound);
    }

    private bool IsAggregate(in CubeRow cube, BoundMapping bound)
    {
        if (cube[bound.Area] is not { } area || !_areas.IsAggregate(area))
        {
            return false;
        }

        _notices.Once("aggregate-area", area, "An aggregate of the provider that the source leaves out.", (_file, cube.Number));
        return true;
    }

    /// <summary>Everything of the row but its period and value; null when a code is not mapped.</summary>
    private SourceRow? Frame(in CubeRow cube, BoundMapping bound)
    {
        if (!TryMap(bound.Sex, cube, out var sex) || !TryMap(bound.Age, cube, out var age) || !TryMap(bound.Urbanisation, cube, out var place)
            || !TryBreakdown(cube, bound, out var breakdown))
        {
            return null;
        }

        if (!SexCodes.TryParse(sex ?? "_T", out var of))
        {
            Unmapped(bound.Sex.Component, cube);
            return null;
        }

        var area = cube[bound.Area] ?? "";
        return new SourceRow(mapping.Series.Of(cube, bound.Series), _areas.Find(area), area, 0, null)
        {
            Sex = of,
            Age = age,
            Urbanisation = place,
            Breakdown = breakdown,
            Place = new(_file, cube.Number),
        };
    }

    private SourceRow? Dated(SourceRow row, in CubeRow cube, BoundMapping bound)
    {
        var period = cube[bound.Period];
        if (PeriodText.TryYear(period, cube[bound.Frequency] is not null, out var year, out var kind))
        {
            return row with { Year = year };
        }

        if (kind is null)
        {
            return Refuse(row, "not-a-year", $"Expected a year in {_components.NameOf(bound.Period)}, found '{period}'.");
        }

        _notices.Once("not-annual", kind, $"Only annual figures are taken; rows like '{period}' are left out.", (_file, cube.Number));
        return null;
    }

    /// <summary>The row with its value and status; null when there is none, or none that can be read.</summary>
    private SourceRow? WithValue(SourceRow row, in CubeRow cube, BoundMapping bound)
    {
        var flags = FlagsOf(cube[bound.Status], cube);
        var text = cube.Value?.Trim();
        if (string.IsNullOrEmpty(text) || (flags.Missing is not null && text is "NaN"))
        {
            return Missing(row, flags, cube[bound.Status]);
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
            : Refuse(row, "status-conflict", $"The status {cube[bound.Status]} says missing, but there is the value {text}.");
    }

    private SourceRow? Missing(SourceRow row, Flags flags, string? text)
    {
        if (flags.Missing is { } status)
        {
            return row with { Status = status };
        }

        _intake.Declares(row.Series);
        if (!string.IsNullOrWhiteSpace(text))
        {
            _intake.Report("no-value", Severity.Info, $"There is no value, and the status {text} does not say why; the row is left out.", row);
        }

        return null;
    }

    private SourceRow? NotANumber(SourceRow row, string text)
    {
        _intake.Declares(row.Series);
        var shown = text.Length > 60 ? text[..60] + "…" : text;
        _unreadable.Add(row.Series, new Finding(
            "not-a-number", Severity.Error, $"Expected a number, found '{shown}'.", row.Series, row.Area ?? row.AreaText,
            row.Year.ToString(CultureInfo.InvariantCulture), row.Place.File, row.Place.Line));
        return null;
    }

    private Flags FlagsOf(string? text, in CubeRow cube)
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
            _notices.Once("unknown-status", unknown, "Expected a code of OBS_STATUS or a flag that is known; it is passed over.", (_file, cube.Number));
        }

        return flags;
    }

    private bool TryMap(BoundMap bound, in CubeRow cube, out string? code) =>
        bound.Map.TryMap(cube[bound.Component], out code) || Unmapped(bound.Component, cube);

    private bool TryBreakdown(in CubeRow cube, BoundMapping bound, out string? breakdown)
    {
        breakdown = null;
        foreach (var part in bound.Breakdown)
        {
            if (!TryMap(part, cube, out var code))
            {
                return false;
            }

            breakdown = code is null ? breakdown : (breakdown is null ? "" : breakdown + ";") + part.Map.Dimension + "=" + code;
        }

        return true;
    }

    private bool Unmapped(int component, in CubeRow cube)
    {
        _notices.Once(
            "unmapped-dimension", $"{_components.NameOf(component)}={cube[component]}",
            "No option of the source says what this is, so its rows are left out. Name it in where, breakdown, sex, age, urbanisation or attributes.",
            (_file, cube.Number));
        return false;
    }

    private SourceRow? Refuse(SourceRow row, string code, string note)
    {
        _intake.Declares(row.Series);
        _intake.Report(code, Severity.Error, note, row);
        return null;
    }
}
