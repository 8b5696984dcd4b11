using DivideMetrics.Observations;

namespace DivideMetrics.Panels;

/// <summary>A value of a panel: never missing, always finite.</summary>
/// <param name="Value">The value in the indicator's unit.</param>
/// <param name="Status">Its OBS_STATUS.</param>
public readonly record struct PanelPoint(double Value, ObsStatus Status)
{
    /// <summary>True when the value is an estimate or imputed (E, I).</summary>
    public bool Estimated => Status is ObsStatus.E or ObsStatus.I;
}

/// <summary>
/// One indicator as areas × years × sexes, with missing points kept apart from values. Figures without a value and forecasts (status F, which
/// are no observations) count as missing. Immutable.
/// </summary>
public sealed class Panel
{
    private readonly Dictionary<string, int> _areaIndex;
    private readonly Dictionary<int, int> _yearIndex;
    private readonly PanelPoint?[] _points;

    private Panel(IReadOnlyList<Figure> figures)
    {
        Areas = figures.Select(figure => figure.Area).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToArray();
        Years = figures.Select(figure => figure.Year).Distinct().Order().ToArray();
        Sexes = figures.Select(figure => figure.Sex).Distinct().Order().ToArray();
        _areaIndex = Areas.Index().ToDictionary(pair => pair.Item, pair => pair.Index, StringComparer.Ordinal);
        _yearIndex = Years.Index().ToDictionary(pair => pair.Item, pair => pair.Index);
        _points = new PanelPoint?[Areas.Count * Years.Count * Sexes.Count];
        foreach (var figure in figures)
        {
            Set(figure);
        }
    }

    /// <summary>REF_AREAs with at least one value, in ordinal order.</summary>
    public IReadOnlyList<string> Areas { get; }

    /// <summary>Years with at least one value, rising; not always without holes.</summary>
    public IReadOnlyList<int> Years { get; }

    /// <summary>Sexes with at least one value.</summary>
    public IReadOnlyList<Sex> Sexes { get; }

    /// <summary>Builds the panel of one indicator.</summary>
    /// <param name="figures">Figures in any order, each area, sex and year once.</param>
    /// <exception cref="ArgumentException">Two indicators, a point that stands twice, a value that is not finite.</exception>
    public static Panel Of(IEnumerable<Figure> figures)
    {
        ArgumentNullException.ThrowIfNull(figures);
        var all = figures.ToList();
        if (all.Select(figure => figure.Indicator).Distinct(StringComparer.Ordinal).Skip(1).Any())
        {
            throw new ArgumentException($"Expected the figures of one indicator, found '{all[0].Indicator}' and others.", nameof(figures));
        }

        return new Panel(all.Where(figure => figure is { Value: not null, Status: not ObsStatus.F }).ToList());
    }

    /// <summary>The value of an area in a year; null when missing or unknown.</summary>
    public PanelPoint? At(string area, int year, Sex sex = Sex.Total)
    {
        var sexIndex = IndexOf(sex);
        return sexIndex >= 0 && _areaIndex.TryGetValue(area, out var areaIndex) && _yearIndex.TryGetValue(year, out var yearIndex)
            ? _points[Position(sexIndex, areaIndex, yearIndex)]
            : null;
    }

    /// <summary>The series of an area: aligned arrays, years rising, missing years left out; empty for an unknown area.</summary>
    public YearSeries SeriesOf(string area, Sex sex = Sex.Total)
    {
        var sexIndex = IndexOf(sex);
        if (sexIndex < 0 || !_areaIndex.TryGetValue(area, out var areaIndex))
        {
            return new YearSeries([], [], []);
        }

        var row = _points.AsSpan(Position(sexIndex, areaIndex, 0), Years.Count);
        List<int> years = new(row.Length);
        List<double> values = new(row.Length);
        List<ObsStatus> statuses = new(row.Length);
        for (var i = 0; i < row.Length; i++)
        {
            if (row[i] is { } point)
            {
                years.Add(Years[i]);
                values.Add(point.Value);
                statuses.Add(point.Status);
            }
        }

        return new YearSeries([.. years], [.. values], [.. statuses]);
    }

    private void Set(Figure figure)
    {
        var position = Position(IndexOf(figure.Sex), _areaIndex[figure.Area], _yearIndex[figure.Year]);
        var value = figure.Value!.Value;
        if (_points[position] is not null || !double.IsFinite(value))
        {
            var found = double.IsFinite(value) ? "a second value" : "a value that is not finite";
            var place = FormattableString.Invariant($"{figure.Indicator}, {figure.Area}, {figure.Sex.Code()}, {figure.Year}");
            throw new ArgumentException(FormattableString.Invariant(
                $"Expected each point once and finite, found {found} ({value}) for {place}; give figures of one state."));
        }

        _points[position] = new PanelPoint(value, figure.Status);
    }

    private int IndexOf(Sex sex)
    {
        for (var i = 0; i < Sexes.Count; i++)
        {
            if (Sexes[i] == sex)
            {
                return i;
            }
        }

        return -1;
    }

    private int Position(int sex, int area, int year) => (((sex * Areas.Count) + area) * Years.Count) + year;
}
