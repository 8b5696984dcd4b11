using DivideMetrics.Areas;
using DivideMetrics.Web.Languages;
using static DivideMetrics.Web.Languages.Text;

namespace DivideMetrics.Web.Reading;

/// <summary>Headings that state what was found, made from the figures.</summary>
public static class Findings
{
    /// <summary><c>Two in three people are online; in low-income countries one in four</c>.</summary>
    public static string Headline(IndicatorFacts facts, AreaCatalog areas)
    {
        var world = facts.Latest(IndicatorFacts.World)?.Value ?? facts.NewestPublished(MeasureIds.Mean, IndicatorFacts.World)?.Value;
        if (world is null)
        {
            return T(facts.Indicator.Title);
        }

        var start = Fractions.PeopleOnline(world.Value);
        return LowestGroup(facts, areas) is { } lowest ? WithGroup(start, lowest.Group, Fractions.InWords(lowest.Value)) : start;
    }

    /// <summary>How the gap between the income groups moved, over the years that both have.</summary>
    public static string GroupGap(IndicatorFacts facts, AreaCatalog areas)
    {
        var groups = areas.GroupsOf(AreaGroupKind.IncomeGroup).Select(group => FigureRows.Points(facts.Measures(MeasureIds.Mean, group.Code)))
            .Where(points => points.Count > 1).ToList();
        if (groups.Count < 2)
        {
            return T("{0} by income group", T(facts.Indicator.Title));
        }

        var (low, high) = (groups.MinBy(points => points[^1].Value)!, groups.MaxBy(points => points[^1].Value)!);
        var years = low.Select(point => point.Year).Intersect(high.Select(point => point.Year)).Order().ToList();
        double Distance(int year) => high.First(point => point.Year == year).Value - low.First(point => point.Year == year).Value;
        var widest = years.MaxBy(Distance);
        var distance = Numbers.RoundDifference(facts.Indicator, Distance(years[^1]));
        return widest == years[^1]
            ? T("{0} lie between rich and poor countries: the widest gap yet", distance)
            : T("{0} still lie between rich and poor countries, down from {1} in {2}", distance, Numbers.Significant(Distance(widest)), Numbers.Year(widest));
    }

    /// <summary>How many economies will meet the goal.</summary>
    public static string Course(int met, int onTrack, int assessed, int year) => T(
        "{0} of {1} economies have met the goal, {2} more are on course for {3}", Numbers.Count(met), Numbers.Count(assessed), Numbers.Count(onTrack), Numbers.Year(year));

    /// <summary>The first letter in upper case.</summary>
    public static string Capital(string text) => text.Length == 0 ? text : char.ToUpperInvariant(text[0]) + text[1..];

    private static string WithGroup(string start, AreaGroup group, string fraction) => group.Code switch
    {
        "LIC" => T("{0}; in low-income countries {1}", start, fraction),
        "LMC" => T("{0}; in lower-middle-income countries {1}", start, fraction),
        "UMC" => T("{0}; in upper-middle-income countries {1}", start, fraction),
        "HIC" => T("{0}; in high-income countries {1}", start, fraction),
        _ => T("{0}; in the group “{1}” {2}", start, Names.Of(group), fraction),
    };

    private static (AreaGroup Group, double Value)? LowestGroup(IndicatorFacts facts, AreaCatalog areas)
    {
        var groups = areas.GroupsOf(AreaGroupKind.IncomeGroup)
            .Select(group => (group, facts.NewestPublished(MeasureIds.Mean, group.Code)?.Value))
            .Where(group => group.Value is not null).Select(group => (group.group, group.Value!.Value)).ToList();
        return groups.Count == 0 ? null : groups.MinBy(group => group.Item2);
    }
}
