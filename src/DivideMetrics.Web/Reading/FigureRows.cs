using DivideMetrics.Areas;
using DivideMetrics.Gaps;
using DivideMetrics.Indicators;
using DivideMetrics.Observations;
using DivideMetrics.Web.Components.Charts;
using DivideMetrics.Web.Languages;
using static DivideMetrics.Web.Languages.Text;

namespace DivideMetrics.Web.Reading;

/// <summary>
/// An economy in one year, with everything that a map, a ranking or a table says about it. Its measures are looked up when they are asked for:
/// pages that are held open keep rows of every economy, and most show few measures of them.
/// </summary>
/// <param name="Facts">Where its measures are looked up.</param>
/// <param name="Area">The area.</param>
/// <param name="IncomeGroup">Its income group; null when it has none.</param>
/// <param name="Figure">Its figure; null without data.</param>
/// <param name="Year">The year.</param>
/// <param name="IsTotal">False for figures of one sex, of which no gap is computed.</param>
public sealed record AreaYear(IndicatorFacts Facts, Area Area, AreaGroup? IncomeGroup, Figure? Figure, int Year, bool IsTotal)
{
    /// <summary>Gap to the goal, else to the frontier; null when not assessable.</summary>
    public Gap? Gap => IsTotal && FigureRows.GapMeasure(Facts) is { } measure ? Facts.Measure(measure, Area.Code, Year) : null;

    /// <summary>Years behind the world.</summary>
    public Gap? TimeDistance => IsTotal ? Facts.Measure(MeasureIds.TimeDistance, Area.Code, Year) : null;

    /// <summary>Progress to the goal, by the newest year.</summary>
    public Gap? Progress => Facts.NewestMeasure(MeasureIds.Progress, Area.Code);

    /// <summary>The value; null without data.</summary>
    public double? Value => Figure?.Value;

    /// <summary>True when the value is estimated, imputed or forecast.</summary>
    public bool Estimated => Figure is not null && StatusText.IsEstimated(Figure.Status);
}

/// <summary>OBS_STATUS in words.</summary>
public static class StatusText
{
    /// <summary>True for estimated, imputed and forecast values: drawn hollow.</summary>
    public static bool IsEstimated(ObsStatus status) => status is ObsStatus.E or ObsStatus.I or ObsStatus.F;

    /// <summary>The status in words; empty for a normal value.</summary>
    public static string Of(ObsStatus status) => status switch
    {
        ObsStatus.E => T("estimated"),
        ObsStatus.I => T("imputed"),
        ObsStatus.F => T("forecast"),
        ObsStatus.B => T("break in series"),
        ObsStatus.P => T("provisional"),
        ObsStatus.U => T("low reliability"),
        _ => "",
    };
}

/// <summary>Selects rows of an indicator for views. Pure.</summary>
public static class FigureRows
{
    /// <summary>Which gap an indicator shows: to its goal, or to the frontier when it has no goal; null without either.</summary>
    public static string? GapMeasure(IndicatorFacts facts) =>
        facts.Has(MeasureIds.GapToGoal) ? MeasureIds.GapToGoal : facts.Has(MeasureIds.GapToFrontier) ? MeasureIds.GapToFrontier : null;

    /// <summary>Every economy, and every other area that has a figure in that year; or the members of a group only. By name.</summary>
    public static IReadOnlyList<AreaYear> InYear(IndicatorFacts facts, AreaCatalog areas, int year, Sex sex = Sex.Total, string? group = null)
    {
        var members = group is null ? null : areas.MembersOf(group).ToHashSet(StringComparer.Ordinal);
        return areas.All
            .Where(area => members?.Contains(area.Code) ?? (area.Kind == AreaKind.Economy || (area.Kind == AreaKind.Territory && facts.At(area.Code, year, sex) is not null)))
            .Select(area => new AreaYear(facts, area, areas.GroupOf(area.Code, AreaGroupKind.IncomeGroup), facts.At(area.Code, year, sex), year, sex == Sex.Total))
            .OrderBy(row => Names.Of(row.Area), Names.Order).ToList();
    }

    /// <summary>Years behind the world in words: <c>7.5 years behind</c>, <c>2.0 years ahead</c>, <c>more than 21 years ahead</c>.</summary>
    public static string TimeDistance(Gap? gap) => gap switch
    {
        null => "",
        { Value: { } value } when Math.Abs(value) < 0.05 => T("level with the world"),
        { Value: > 0 and var behind } => T("{0} behind the world", Numbers.Span(behind)),
        { Value: { } ahead } => T("{0} ahead of the world", Numbers.Span(ahead)),
        { Category: "ahead" } => T("ahead: the world has not been there yet"),
        { Lower: { } least } => T("at least {0} behind the world", Numbers.Span(least)),
        _ => gap.Reason is { } reason ? Remark.Text(reason) : T("not assessable"),
    };

    /// <summary>A gap in words: <c>36.5 pp short of the goal</c>.</summary>
    public static string GapText(Indicator indicator, Gap? gap) => gap switch
    {
        null => "",
        { Category: "met" } => indicator.Goal is { Assumption: true } ? T("assumed goal met") : T("goal met"),
        { Value: { } value, Measure: MeasureIds.GapToGoal } => indicator.Goal is { Assumption: true }
            ? T("{0} short of the assumed goal", Numbers.Difference(indicator, value))
            : T("{0} short of the goal", Numbers.Difference(indicator, value)),
        { Value: { } value } when value <= 0 => T("at the frontier"),
        { Value: { } value } => T("{0} behind the frontier", Numbers.Difference(indicator, value)),
        _ => gap.Reason is { } reason ? Remark.Text(reason) : T("not assessable"),
    };

    /// <summary>Where the frontier stood in a year: value plus gap, the same for every economy; null when unknown.</summary>
    public static double? FrontierOf(IndicatorFacts facts, IEnumerable<AreaYear> rows)
    {
        var row = rows.FirstOrDefault(row => row is { Value: not null, Gap: { Value: not null, Measure: MeasureIds.GapToFrontier } });
        return row is null ? null : facts.Indicator.Direction == Direction.Down ? row.Value - row.Gap!.Value : row.Value + row.Gap!.Value;
    }

    /// <summary>The points of an area's line.</summary>
    public static IReadOnlyList<LinePoint> Points(IEnumerable<Figure> figures) =>
        figures.Select(figure => new LinePoint(figure.Year, figure.Value!.Value, StatusText.IsEstimated(figure.Status))).ToList();

    /// <summary>The points of a group's line: published years only.</summary>
    public static IReadOnlyList<LinePoint> Points(IEnumerable<Gap> gaps) =>
        gaps.Where(gap => gap.Value is not null).Select(gap => new LinePoint(gap.Year, gap.Value!.Value)).ToList();
}
