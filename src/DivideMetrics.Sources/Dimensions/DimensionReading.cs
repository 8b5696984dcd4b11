using DivideMetrics.Observations;
using DivideMetrics.Quality;
using DivideMetrics.Sources.Reading;

namespace DivideMetrics.Sources.Dimensions;

/// <summary>Turns the rows of cubes into observations, the same for every format.</summary>
internal sealed class DimensionReading
{
    private readonly ParseRequest _request;
    private readonly DimensionMapping _mapping;
    private readonly Intake _intake;
    private readonly Notices _notices;
    private readonly AreaCodes _areas;
    private readonly ValueReading _values;
    private ComponentTable _components = new();
    private BoundMapping? _bound;
    private string _file = "";

    /// <param name="request">What is parsed.</param>
    /// <param name="mapping">What the dimensions are.</param>
    /// <param name="nanIsMissing">True where the format writes NaN for a value that is missing.</param>
    public DimensionReading(ParseRequest request, DimensionMapping mapping, bool nanIsMissing)
    {
        (_request, _mapping, _intake, _notices) = (request, mapping, new(request), new(request.Findings));
        (_areas, _values) = (new(request.Areas, mapping), new(request.Findings, mapping, _intake, _notices) { NanIsMissing = nanIsMissing });
    }

    /// <summary>The rows that follow are of this file.</summary>
    public void Begin(string file, ComponentTable components) => (_file, _components, _bound) = (file, components, null);

    /// <summary>A Finding about the current file.</summary>
    public void Note(CubeNote note) => _request.Findings.Add(new(note.Code, Severity.Info, note.Note, File: _file));

    /// <summary>The observation of a row; null when it is passed over, has no value, or is refused with a Finding.</summary>
    /// <exception cref="SourceException">The file lacks a dimension that the options name.</exception>
    public Observation? Read(in CubeRow cube)
    {
        if (_bound is null || _bound.Count != _components.Count)
        {
            _bound = new(_mapping, _components, _file);
        }

        if (!IsWanted(cube, _bound) || Frame(cube, _bound) is not { } row || Dated(row, cube, _bound) is not { } dated)
        {
            return null;
        }

        return _values.Read(dated, cube, _bound) is { } whole ? _intake.Take(whole) : null;
    }

    /// <summary>After the last row.</summary>
    public void End()
    {
        _values.Report();
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
        if (frequency is not null && !_mapping.Frequencies.Contains(frequency))
        {
            _notices.Once(
                "not-annual", $"FREQ={frequency}", "Only annual figures are taken; rows of another frequency are left out.",
                (_file, cube.Number));
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
        if (!TryMap(bound.Sex, cube, out var sex) || !TryMap(bound.Age, cube, out var age)
            || !TryMap(bound.Urbanisation, cube, out var place) || !TryBreakdown(cube, bound, out var breakdown))
        {
            return null;
        }

        if (!SexCodes.TryParse(sex ?? "_T", out var of))
        {
            Unmapped(bound.Sex.Component, cube);
            return null;
        }

        var area = cube[bound.Area] ?? "";
        return new SourceRow(_mapping.Series.Of(cube, bound.Series), _areas.Find(area), area, 0, null)
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
            "No option of the source says what this is, so its rows are left out. Name it in where, breakdown, sex, age, urbanisation or "
            + "attributes.",
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
