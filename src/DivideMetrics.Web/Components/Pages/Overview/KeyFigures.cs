using DivideMetrics.Gaps;
using DivideMetrics.Observations;
using DivideMetrics.Web.Reading;
using static DivideMetrics.Web.Languages.Text;

namespace DivideMetrics.Web.Components.Pages.Overview;

/// <summary>The world in averages: the provider's own and ours.</summary>
internal static class KeyFigures
{
    /// <summary>Who computed a weighted mean.</summary>
    public static string Own => T("Computed by DivideMetrics, weighted by population");

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
            figures.Add(Of(facts, T("{0}, {1}", NameOf(Sex.Total), Numbers.Year(mean.Year)), mean));
        }

        foreach (var sex in Enum.GetValues<Sex>())
        {
            if (facts.Latest(IndicatorFacts.World, sex) is { } world
                && (sex != Sex.Total || world.Year != facts.NewestPublished(MeasureIds.Mean, IndicatorFacts.World)?.Year))
            {
                var gap = facts.Measure(MeasureIds.Mean, IndicatorFacts.World, world.Year, sex);
                figures.Add(Of(facts, T("{0}, {1}", NameOf(sex), Numbers.Year(world.Year)), gap));
            }
        }

        return figures;
    }

    private static KeyFigure Of(IndicatorFacts facts, string label, Gap? gap) => gap switch
    {
        { Value: { } value } => new(label, Numbers.Value(facts.Indicator, value), Detail(gap), Own),
        { Coverage: { } coverage } => new(label, null, T("informed: {0}; two thirds of people are needed", CoverageText.Of(coverage)), Own),
        _ => new(label, null, T("informed: no economy; two thirds of people are needed"), Own),
    };

    /// <summary>The year of a measure, and how many are informed.</summary>
    public static string Detail(Gap gap) =>
        gap.Coverage is { } coverage ? T("{0}; {1}", Numbers.Year(gap.Year), CoverageText.Of(coverage)) : Numbers.Year(gap.Year);

    private static string NameOf(Sex sex) => sex switch { Sex.Female => T("Women"), Sex.Male => T("Men"), _ => T("Both sexes") };
}
