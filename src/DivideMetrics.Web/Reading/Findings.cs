using DivideMetrics.Areas;

namespace DivideMetrics.Web.Reading;

/// <summary>Headings that state what was found, made from the figures.</summary>
public static class Findings
{
    /// <summary><c>Two in three people are online; in low-income economies one in four</c>.</summary>
    public static string Headline(IndicatorFacts facts, AreaCatalog areas)
    {
        var world = facts.Latest(IndicatorFacts.World)?.Value ?? facts.NewestPublished(MeasureIds.Mean, IndicatorFacts.World)?.Value;
        if (world is null)
        {
            return facts.Indicator.Title;
        }

        var start = $"{Capital(Fractions.InWords(world.Value))} people {(Single(world.Value) ? "is" : "are")} online";
        var lowest = LowestGroup(facts, areas);
        return lowest is null ? start : $"{start}; in {lowest.Value.Name.ToLowerInvariant().Replace(' ', '-')} countries {Fractions.InWords(lowest.Value.Value)}";
    }

    /// <summary>How the gap between the income groups moved, over the years that both have.</summary>
    public static string GroupGap(IndicatorFacts facts, AreaCatalog areas)
    {
        var groups = areas.GroupsOf(AreaGroupKind.IncomeGroup).Select(group => (group.Name, Points: FigureRows.Points(facts.Measures(MeasureIds.Mean, group.Code))))
            .Where(group => group.Points.Count > 1).ToList();
        if (groups.Count < 2)
        {
            return $"{facts.Indicator.Title} by income group";
        }

        var (low, high) = (groups.MinBy(group => group.Points[^1].Value), groups.MaxBy(group => group.Points[^1].Value));
        var years = low.Points.Select(point => point.Year).Intersect(high.Points.Select(point => point.Year)).Order().ToList();
        double Distance(int year) => high.Points.First(point => point.Year == year).Value - low.Points.First(point => point.Year == year).Value;
        var widest = years.MaxBy(Distance);
        var now = Distance(years[^1]);
        var distance = Numbers.RoundDifference(facts.Indicator, now);
        return widest == years[^1]
            ? $"{distance} lie between rich and poor countries: the widest gap yet"
            : $"{distance} still lie between rich and poor countries, down from {Numbers.Significant(Distance(widest))} in {Numbers.Year(widest)}";
    }

    /// <summary>How many economies will meet the goal.</summary>
    public static string Course(int met, int onTrack, int assessed, int year) =>
        $"{Numbers.Count(met)} of {Numbers.Count(assessed)} economies have met the goal, {Numbers.Count(onTrack)} more are on course for {Numbers.Year(year)}";

    /// <summary>The first letter in upper case.</summary>
    public static string Capital(string text) => text.Length == 0 ? text : char.ToUpperInvariant(text[0]) + text[1..];

    private static bool Single(double percentage) => Fractions.InWords(percentage).StartsWith("one in", StringComparison.Ordinal);

    private static (string Name, double Value)? LowestGroup(IndicatorFacts facts, AreaCatalog areas)
    {
        var groups = areas.GroupsOf(AreaGroupKind.IncomeGroup)
            .Select(group => (group.Name, facts.NewestPublished(MeasureIds.Mean, group.Code)?.Value))
            .Where(group => group.Value is not null).Select(group => (group.Name, group.Value!.Value)).ToList();
        return groups.Count == 0 ? null : groups.MinBy(group => group.Item2);
    }
}
