using DivideMetrics.Areas;
using DivideMetrics.Web.Reading;
using static DivideMetrics.Web.Languages.Text;

namespace DivideMetrics.Web.Components.Pages.Overview;

/// <summary>The divide in five figures: how many are left out, between whom, how far behind, and who will arrive.</summary>
internal static class HeadlineFigures
{
    private const int FarBehind = 10;

    /// <summary>Those of the five that can be told, in the order of the page.</summary>
    public static IReadOnlyList<KeyFigure> Of(IndicatorFacts facts, AreaCatalog areas, IReadOnlyList<AreaYear> rows, IReadOnlyList<StatusCount> progress, int year) =>
        new[] { Offline(facts), BetweenIncomeGroups(facts, areas), Parity(facts), FarBehindTheWorld(rows, year), OnCourse(facts, progress) }.OfType<KeyFigure>().ToList();

    private static KeyFigure? Offline(IndicatorFacts facts) => facts.NewestPublished(MeasureIds.PeopleOfflineGroup, IndicatorFacts.World) is not { Value: { } persons } offline ? null
        : new(T("People offline"), Numbers.People(persons), KeyFigures.Detail(offline), KeyFigures.Own) { Measure = offline, IsGap = true };

    /// <summary>Between the income groups with the highest and the lowest mean, in the newest year in which both are published.</summary>
    private static KeyFigure? BetweenIncomeGroups(IndicatorFacts facts, AreaCatalog areas)
    {
        var groups = areas.GroupsOf(AreaGroupKind.IncomeGroup)
            .Select(group => (Group: group, Means: facts.Measures(MeasureIds.Mean, group.Code).Where(mean => mean.Value is not null).ToDictionary(mean => mean.Year, mean => mean.Value!.Value)))
            .Where(group => group.Means.Count > 0).ToList();
        if (groups.Count < 2 || groups.Select(group => group.Means.Keys.AsEnumerable()).Aggregate((some, others) => some.Intersect(others)).DefaultIfEmpty(0).Max() is not (> 0 and var year))
        {
            return null;
        }

        var (low, high) = (groups.MinBy(group => group.Means[year]), groups.MaxBy(group => group.Means[year]));
        return new(
            T("Between income groups"), Numbers.Difference(facts.Indicator, high.Means[year] - low.Means[year]),
            T("{0}: {1} {2}, {3} {4}", Numbers.Year(year), Languages.Names.Of(high.Group), Numbers.Value(facts.Indicator, high.Means[year]), Languages.Names.Of(low.Group), Numbers.Value(facts.Indicator, low.Means[year])),
            KeyFigures.Own) { IsGap = true };
    }

    /// <summary>Women's value over men's: of the world when the provider gives both, and in how many economies women are behind.</summary>
    private static KeyFigure? Parity(IndicatorFacts facts)
    {
        if (facts.NewestPublished(MeasureIds.GenderParity, IndicatorFacts.World) is { } world)
        {
            return new(
                T("Women’s share online over men’s"), Numbers.Exact(world.Value!.Value, 2), T("{0}; parity is {1} to {2}", Numbers.Year(world.Year), Numbers.Exact(0.98, 2), Numbers.Exact(1.02, 2)),
                T("Computed from the provider’s world rows")) { Measure = world };
        }

        var newest = facts.AllOf(MeasureIds.GenderParity).Where(gap => gap is { Value: not null, Subject: not IndicatorFacts.World })
            .GroupBy(gap => gap.Subject).Select(group => group.MaxBy(gap => gap.Year)!).ToList();
        var behind = newest.Count(gap => gap.Category is "women-behind" or "almost" && gap.Value < 1);
        return newest.Count == 0 ? null : new(
            T("Economies where women are behind"), Numbers.Count(behind),
            T("of {0} with data by sex, newest year of each, {1}", Numbers.Count(newest.Count), Numbers.Years(newest.Min(gap => gap.Year), newest.Max(gap => gap.Year))),
            T("Computed by DivideMetrics: parity below {0}", Numbers.Exact(0.98, 2))) { IsGap = true };
    }

    private static KeyFigure? FarBehindTheWorld(IReadOnlyList<AreaYear> rows, int year)
    {
        var distances = rows.Where(row => row.TimeDistance is not null).ToList();
        var far = distances.Count(row => row.TimeDistance is { Value: >= FarBehind } or { Category: "beyond-series", Lower: >= FarBehind });
        return distances.Count == 0 ? null : new(
            T("Economies {0} or more years behind the world", Numbers.Count(FarBehind)), Numbers.Count(far), T("{0}, of {1} assessed", Numbers.Year(year), Numbers.Count(distances.Count)),
            T("Computed by DivideMetrics: time since the world stood where the economy stands")) { IsGap = true };
    }

    private static KeyFigure? OnCourse(IndicatorFacts facts, IReadOnlyList<StatusCount> progress)
    {
        int CountOf(string category) => StatusCount.Of(progress, category);
        var assessed = progress.Sum(count => count.Areas.Count) - CountOf("not-assessable");
        return facts.Indicator.Goal is not { } goal || assessed == 0 ? null : new(
            T("Economies at the goal or on course for {0}", Numbers.Year(goal.Year)), Numbers.Count(CountOf("met") + CountOf("on-track")), T("of {0} assessed", Numbers.Count(assessed)),
            T("Computed by DivideMetrics: the rule of the UN Statistics Division’s 2023 progress chart"));
    }
}
