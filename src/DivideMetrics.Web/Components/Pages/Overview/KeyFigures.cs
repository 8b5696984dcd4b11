using DivideMetrics.Gaps;
using DivideMetrics.Observations;
using DivideMetrics.Web.Reading;

namespace DivideMetrics.Web.Components.Pages.Overview;

/// <summary>The key figures of the overview.</summary>
internal static class KeyFigures
{
    private const int FarBehind = 10;
    private const string Own = "Computed by DivideMetrics, weighted by population";

    public static IReadOnlyList<KeyFigure> Provider(IndicatorFacts facts, Func<Figure, string> sourceOf) =>
        Enum.GetValues<Sex>().Select(sex => (sex, figure: facts.Latest(IndicatorFacts.World, sex))).Where(pair => pair.figure is not null)
            .Select(pair => new KeyFigure(
                NameOf(pair.sex), Numbers.Value(facts.Indicator, pair.figure!.Value!.Value), Numbers.Year(pair.figure.Year), sourceOf(pair.figure)))
            .ToList();

    /// <summary>The newest year that is published; beside it the provider's newest year and the sexes when they are not.</summary>
    public static IReadOnlyList<KeyFigure> Ours(IndicatorFacts facts)
    {
        var figures = new List<KeyFigure>();
        if (facts.NewestPublished(MeasureIds.Mean, IndicatorFacts.World) is { } mean)
        {
            figures.Add(Of(facts, $"Both sexes, {Numbers.Year(mean.Year)}", mean));
        }

        foreach (var sex in Enum.GetValues<Sex>())
        {
            if (facts.Latest(IndicatorFacts.World, sex) is { } world
                && (sex != Sex.Total || world.Year != facts.NewestPublished(MeasureIds.Mean, IndicatorFacts.World)?.Year))
            {
                var gap = facts.Measure(MeasureIds.Mean, IndicatorFacts.World, world.Year, sex);
                figures.Add(Of(facts, $"{NameOf(sex)}, {Numbers.Year(world.Year)}", gap));
            }
        }

        return figures;
    }

    public static IReadOnlyList<KeyFigure> Divide(IndicatorFacts facts, IReadOnlyList<AreaYear> rows, int year)
    {
        var figures = new List<KeyFigure>();
        if (facts.NewestPublished(MeasureIds.PeopleOfflineGroup, IndicatorFacts.World) is { } offline)
        {
            figures.Add(new("People offline", Numbers.People(offline.Value!.Value), Detail(offline), Own));
        }

        AddParity(figures, facts);
        var distances = rows.Where(row => row.TimeDistance is not null).ToList();
        var far = distances.Count(row => row.TimeDistance is { Value: >= FarBehind } or { Category: "beyond-series", Lower: >= FarBehind });
        if (distances.Count > 0)
        {
            figures.Add(new(
                $"Economies {FarBehind} or more years behind the world", Numbers.Count(far), $"{Numbers.Year(year)}, of {Numbers.Count(distances.Count)} assessed",
                "Computed by DivideMetrics: time since the world stood where the economy stands"));
        }

        return figures;
    }

    /// <summary>Women's value over men's: of the world when the provider gives both, and in how many economies women are behind.</summary>
    private static void AddParity(List<KeyFigure> figures, IndicatorFacts facts)
    {
        if (facts.NewestPublished(MeasureIds.GenderParity, IndicatorFacts.World) is { } world)
        {
            figures.Add(new(
                "Women’s share online over men’s", Numbers.Exact(world.Value!.Value, 2), $"{Numbers.Year(world.Year)}; parity is 0.98 to 1.02",
                "Computed from the provider's world rows"));
            return;
        }

        var newest = facts.AllOf(MeasureIds.GenderParity).Where(gap => gap is { Value: not null, Subject: not IndicatorFacts.World })
            .GroupBy(gap => gap.Subject).Select(group => group.MaxBy(gap => gap.Year)!).ToList();
        if (newest.Count > 0)
        {
            var behind = newest.Count(gap => gap.Category is "women-behind" or "almost" && gap.Value < 1);
            figures.Add(new(
                "Economies where women are behind", Numbers.Count(behind),
                $"of {Numbers.Count(newest.Count)} with data by sex, newest year of each, {Numbers.Years(newest.Min(gap => gap.Year), newest.Max(gap => gap.Year))}",
                "Computed by DivideMetrics: parity below 0.98"));
        }
    }

    private static KeyFigure Of(IndicatorFacts facts, string label, Gap? gap) => gap switch
    {
        { Value: { } value } => new(label, Numbers.Value(facts.Indicator, value), Detail(gap), Own),
        { Coverage: { } coverage } => new(label, null, $"informed: {CoverageText.Of(coverage)}; two thirds of people are needed", Own),
        _ => new(label, null, "informed: no economy; two thirds of people are needed", Own),
    };

    private static string Detail(Gap gap) =>
        gap.Coverage is { } coverage ? $"{Numbers.Year(gap.Year)}; {CoverageText.Of(coverage)}" : Numbers.Year(gap.Year);

    private static string NameOf(Sex sex) => sex switch { Sex.Female => "Women", Sex.Male => "Men", _ => "Both sexes" };
}
