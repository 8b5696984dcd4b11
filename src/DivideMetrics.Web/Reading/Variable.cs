using DivideMetrics.Areas;
using DivideMetrics.Gaps;
using DivideMetrics.Indicators;
using DivideMetrics.Observations;
using static DivideMetrics.Web.Languages.Text;

namespace DivideMetrics.Web.Reading;

/// <summary>A value of a <see cref="Variable"/>.</summary>
/// <param name="Area">REF_AREA or code of a group.</param>
/// <param name="Year">Year that it speaks of.</param>
/// <param name="Value">The value.</param>
/// <param name="Figure">The figure that it is; null for a measure.</param>
/// <param name="Gap">The measure that it is; null for a figure.</param>
public sealed record VariablePoint(string Area, int Year, double Value, Figure? Figure, Gap? Gap)
{
    /// <summary>True for estimated, imputed and forecast figures.</summary>
    public bool Estimated => Figure is not null && StatusText.IsEstimated(Figure.Status);
}

/// <summary>
/// What a chart shows: an indicator's values or one measure of it, by area and year. Groups of economies stand beside them where they have values: of
/// an indicator their published means, and where there is none the provider's own row.
/// </summary>
public sealed class Variable
{
    private const int IndexDecimals = 3;
    private readonly Dictionary<string, IReadOnlyList<VariablePoint>> _series;

    private Variable(Indicator indicator, Measure? measure, Sex sex, IEnumerable<VariablePoint> points)
    {
        (Indicator, Measure, Sex) = (indicator, measure, sex);
        _series = points.GroupBy(point => point.Area, StringComparer.Ordinal)
            .ToDictionary(area => area.Key, area => (IReadOnlyList<VariablePoint>)area.OrderBy(point => point.Year).ToList(), StringComparer.Ordinal);
    }

    /// <summary>The indicator.</summary>
    public Indicator Indicator { get; }

    /// <summary>The measure of it; null for its own values.</summary>
    public Measure? Measure { get; }

    /// <summary>Whose values.</summary>
    public Sex Sex { get; }

    /// <summary>True when only groups of economies have it.</summary>
    public bool IsOfGroups => Measure?.Scope == MeasureScope.Group;

    /// <summary>True when it tells how far something is from something else.</summary>
    public bool IsGap => Measure?.HigherIsWider is true;

    /// <summary>Codes of all that have a value.</summary>
    public IEnumerable<string> Codes => _series.Keys;

    /// <summary>What it is, in words.</summary>
    public string Title => this switch
    {
        { Measure: { } measure, Sex: not Sex.Total } => T("{0}: {1}, {2}", T(Indicator.Title), T(measure.Title), Words.Of(Sex)),
        { Measure: { } measure } => T("{0}: {1}", T(Indicator.Title), T(measure.Title)),
        { Sex: not Sex.Total } => T("{0}, {1}", T(Indicator.Title), Words.Of(Sex)),
        _ => T(Indicator.Title),
    };

    /// <summary>Unit in words.</summary>
    public string UnitLabel => Measure is null ? T(Indicator.UnitLabel)
        : !Measure.Unit.StartsWith("indicator's unit", StringComparison.Ordinal) ? T(Measure.Unit)
        : Indicator.UnitShort != "%" ? T(Indicator.UnitLabel)
        : IsGap ? T("percentage points") : T(Indicator.UnitLabel);

    /// <summary>SDMX UNIT_MEASURE of an indicator, a measure's own unit in words.</summary>
    public string UnitCode => Measure is null || Measure.Unit.StartsWith("indicator's unit", StringComparison.Ordinal) ? Indicator.Unit : Measure.Unit;

    /// <summary>Least possible value; null when unknown.</summary>
    public double? Min => Measure is null ? Indicator.Min : null;

    /// <summary>Greatest possible value; null when unknown.</summary>
    public double? Max => Measure is null ? Indicator.Max : null;

    /// <summary>The goal of its values; null for measures.</summary>
    public Goal? Goal => Measure is null ? Indicator.Goal : null;

    /// <summary>An indicator's values.</summary>
    public static Variable Of(IndicatorFacts facts, AreaCatalog areas, Sex sex = Sex.Total) =>
        OfSome(facts, areas, facts.Figures.Select(figure => figure.Area).Concat(areas.Groups.Select(group => group.Code)).Distinct(StringComparer.Ordinal), sex);

    /// <summary>An indicator's values of some areas and groups only, each named once.</summary>
    public static Variable OfSome(IndicatorFacts facts, AreaCatalog areas, IEnumerable<string> codes, Sex sex = Sex.Total) =>
        new(facts.Indicator, null, sex, codes.SelectMany(code => PointsOf(facts, areas, code, sex)));

    /// <summary>A measure's values.</summary>
    public static Variable Of(Indicator indicator, Measure measure, IEnumerable<Gap> gaps, Sex sex = Sex.Total) =>
        new(indicator, measure, sex, gaps.Where(gap => gap.Sex == sex && gap.Measure == measure.Id && gap.Value is not null)
            .Select(gap => new VariablePoint(gap.Subject, gap.Year, gap.Value!.Value, null, gap)));

    /// <summary>The values of an area, by year.</summary>
    public IReadOnlyList<VariablePoint> SeriesOf(string code) => _series.GetValueOrDefault(code) ?? [];

    /// <summary>The value of a year; null without one.</summary>
    public VariablePoint? At(string code, int year) => SeriesOf(code).FirstOrDefault(point => point.Year == year);

    /// <summary>The value of a year, or the nearest before it, at most so many years old; null without one.</summary>
    public VariablePoint? Near(string code, int year, int years) => SeriesOf(code).LastOrDefault(point => point.Year <= year && point.Year >= year - years);

    /// <summary>Years in which an economy has a value, in order; of groups where only groups have it.</summary>
    public IReadOnlyList<int> YearsOf(AreaCatalog areas) => Counted(areas).Distinct().Order().ToList();

    /// <summary>The newest year with at least two thirds of the areas of the best informed year; null without values.</summary>
    public int? BroadYear(AreaCatalog areas) => BroadYears.Of(Counted(areas)) is [.., var newest] ? newest : null;

    /// <summary>A value as charts and tables say it, with its unit.</summary>
    public string Text(double value) => Measure is null ? Numbers.Value(Indicator, value) : MeasureText.Number(Indicator, Measure, value);

    /// <summary>Decimals of its numbers.</summary>
    public int Decimals => Measure is null || Measure.Unit.StartsWith("indicator's unit", StringComparison.Ordinal) ? Indicator.Decimals
        : Measure.Unit switch { "persons" or "calendar year" or "rules" or "rank" => 0, "years" or "%" or "% of the way" or "percentile" => 1, _ => IndexDecimals };

    private static IEnumerable<VariablePoint> PointsOf(IndicatorFacts facts, AreaCatalog areas, string code, Sex sex)
    {
        var means = areas.FindGroup(code) is null ? [] : facts.Measures(MeasureIds.Mean, code, sex).Where(gap => gap.Value is not null).ToList();
        return means.Count > 0
            ? means.Select(gap => new VariablePoint(gap.Subject, gap.Year, gap.Value!.Value, null, gap))
            : facts.SeriesOf(code, sex).Select(figure => new VariablePoint(figure.Area, figure.Year, figure.Value!.Value, figure, null));
    }

    private IEnumerable<int> Counted(AreaCatalog areas) => _series
        .Where(series => IsOfGroups ? areas.FindGroup(series.Key) is not null : areas.Find(series.Key) is { Kind: not AreaKind.Aggregate })
        .SelectMany(series => series.Value).Select(point => point.Year);
}
