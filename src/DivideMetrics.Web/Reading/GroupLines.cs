using DivideMetrics.Areas;
using DivideMetrics.Observations;
using DivideMetrics.Web.Components.Charts;
using DivideMetrics.Web.Languages;
using static DivideMetrics.Web.Languages.Text;

namespace DivideMetrics.Web.Reading;

/// <summary>Lines over time of economies and groups.</summary>
public static class GroupLines
{
    /// <summary>The income groups and the world.</summary>
    public static IReadOnlyList<string> Default(AreaCatalog areas) =>
        [.. areas.GroupsOf(AreaGroupKind.IncomeGroup).Select(group => group.Code), .. areas.GroupsOf(AreaGroupKind.World).Select(group => group.Code)];

    /// <summary>The lines of the chosen areas that have at least one point in the window.</summary>
    public static LinesFigure Of(IndicatorFacts facts, AreaCatalog areas, IReadOnlyList<string> codes, Sex sex, TimeWindow window)
    {
        var years = facts.Figures.Select(figure => figure.Year).DefaultIfEmpty(0).ToList();
        var (from, to) = window.Within(years.Min(), years.Max());
        var lines = codes.Select(code => Line(facts, areas, code, sex)).Select(line => line with
        {
            Points = line.Points.Where(point => point.Year >= from && point.Year <= to).ToList(),
            Projection = line.Projection.Where(point => point.Year <= Math.Max(window.From, window.To)).ToList(),
        }).Where(line => line.Points.Count > 0).ToList();
        var indicator = facts.Indicator;
        return new()
        {
            Summary = T("{0}, {1}, {2}: {3}. The table below holds every value.", T(indicator.Title), T(indicator.UnitLabel), Numbers.Years(from, to), string.Join("; ", lines.Select(line => Said(facts, line)))),
            Series = lines,
            Goal = GoalLine.Of(indicator, indicator.Goal),
            Unit = indicator.UnitShort,
            Decimals = indicator.Decimals,
        };
    }

    /// <summary>The years of the lines, observed and projected, the newest first.</summary>
    public static IReadOnlyList<int> YearsOf(LinesFigure figure) => figure.Series
        .SelectMany(line => line.Points.Select(point => point.Year).Concat(line.Projection.Select(point => point.Year)))
        .Distinct().OrderDescending().ToList();

    /// <summary>The projected years of an area, in order.</summary>
    public static IReadOnlyList<LineProjection> ProjectionOf(IndicatorFacts facts, string code, Sex sex) =>
        facts.Measures(MeasureIds.ProjectionPath, code, sex).Where(gap => gap.Value is not null).Select(gap => new LineProjection(gap.Year, gap.Value!.Value, gap.Lower, gap.Upper)).ToList();

    // The world and groups are our weighted means; where there are none, the provider's own row.
    private static LineSeries Line(IndicatorFacts facts, AreaCatalog areas, string code, Sex sex)
    {
        var isGroup = areas.FindGroup(code) is not null;
        var means = isGroup ? FigureRows.Points(facts.Measures(MeasureIds.Mean, code, sex)) : [];
        if (means.Count > 0)
        {
            return new(areas.LocalName(code), means, Observed: false, Reference: code == IndicatorFacts.World);
        }

        return new(areas.LocalName(code), FigureRows.Points(facts.SeriesOf(code, sex)), Reference: code == IndicatorFacts.World)
        {
            Area = isGroup ? null : code,
            Code = code,
            Projection = ProjectionOf(facts, code, sex),
        };
    }

    private static string Said(IndicatorFacts facts, LineSeries line) =>
        T("{0} from {1} to {2}", line.Name, Numbers.Value(facts.Indicator, line.Points[0].Value), Numbers.Value(facts.Indicator, line.Points[^1].Value));
}
