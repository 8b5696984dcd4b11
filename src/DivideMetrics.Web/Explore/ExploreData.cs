using DivideMetrics.Gaps;
using DivideMetrics.Indicators;
using DivideMetrics.Observations;
using DivideMetrics.Seeds;
using DivideMetrics.Web.Reading;
using static DivideMetrics.Web.Languages.Text;

namespace DivideMetrics.Web.Explore;

/// <summary>Two sides that are compared.</summary>
/// <param name="First">Values of the first side: women, country, the old, the small.</param>
/// <param name="FirstName">Its name.</param>
/// <param name="Second">Values of the second side.</param>
/// <param name="SecondName">Its name.</param>
public sealed record Sides(Variable First, string FirstName, Variable Second, string SecondName);

/// <summary>What a view of Explore is made from, read once for a state.</summary>
public sealed record ExploreData
{
    /// <summary>The split by sex; the others are the kinds of an indicator's contrasts.</summary>
    public const string BySex = "sex";

    private const string Income = "income";

    /// <summary>The declarations.</summary>
    public required Catalog Catalog { get; init; }

    /// <summary>The state.</summary>
    public required ExploreState State { get; init; }

    /// <summary>Figures and placed measures of the indicator.</summary>
    public required IndicatorFacts Facts { get; init; }

    /// <summary>What is shown.</summary>
    public required Variable Main { get; init; }

    /// <summary>What lies along the horizontal axis of a scatter; null for other views.</summary>
    public Variable? X { get; init; }

    /// <summary>People in each economy; null when no indicator holds them.</summary>
    public Variable? People { get; init; }

    /// <summary>The two sides; null for other views and where the indicator has none.</summary>
    public Sides? Sides { get; init; }

    /// <summary>People left out, by group; null for other views and where they are not computed.</summary>
    public Variable? Offline { get; init; }

    /// <summary>The measures that a chart can show: those with a number.</summary>
    public static IReadOnlyList<Measure> MeasuresOf(Indicator indicator) =>
        MeasureRegistry.IdsOf(indicator).Select(MeasureRegistry.Find).OfType<Measure>().Where(measure => measure.Id is not (MeasureIds.ProjectionPath or MeasureIds.Mean) && measure.Unit != "class").ToList();

    /// <summary>In which ways an indicator is split in two.</summary>
    public static IReadOnlyList<string> SplitsOf(Indicator indicator) =>
        [.. indicator.BySex ? [BySex] : Array.Empty<string>(), .. indicator.Contrasts.Select(contrast => contrast.Kind)];

    /// <summary>Reads what the state needs.</summary>
    public static async Task<ExploreData> LoadAsync(PublishedView view, Catalog catalog, ExploreState state)
    {
        var indicator = catalog.FindIndicator(state.Indicator)!;
        var facts = await view.FactsAsync(indicator);
        return new()
        {
            Catalog = catalog,
            State = state,
            Facts = facts,
            Main = state.Measure is { } id
                ? Variable.Of(indicator, MeasureRegistry.Find(id)!, await view.GapsAsync(indicator.Id, [id]), state.Sex)
                : Variable.Of(facts, catalog.Areas, state.Sex),
            X = state.Tab == ExploreTab.Scatter ? await AcrossAsync(view, catalog, state) : null,
            People = catalog.FindIndicator(indicator.Weights ?? "population") is { } people ? Variable.Of(await view.FactsAsync(people), catalog.Areas) : null,
            Sides = state.Tab == ExploreTab.Dumbbell ? await SidesOfAsync(view, catalog, facts, state.Split ?? SplitsOf(indicator).FirstOrDefault()) : null,
            Offline = state.Tab == ExploreTab.StackedBar && indicator.Measures.Contains(MeasureIds.PeopleOfflineGroup)
                ? Variable.Of(indicator, MeasureRegistry.Find(MeasureIds.PeopleOfflineGroup)!, await view.GapsAsync(indicator.Id, [MeasureIds.PeopleOfflineGroup])) : null,
        };
    }

    /// <summary>The indicator along the horizontal axis: the chosen one; else income per person; where no figures of it are known, the first other one that has some.</summary>
    private static async Task<Variable?> AcrossAsync(PublishedView view, Catalog catalog, ExploreState state)
    {
        var wanted = state.X is { } id ? [catalog.FindIndicator(id)!]
            : catalog.Indicators.Where(indicator => indicator.Role == Income).Concat(catalog.Indicators.Where(indicator => indicator.Id != state.Indicator && indicator.PartOf is null));
        foreach (var indicator in wanted)
        {
            if (await view.FactsAsync(indicator) is { Figures.Count: > 0 } facts)
            {
                return Variable.Of(facts, catalog.Areas);
            }
        }

        return null;
    }

    /// <summary>The two sides of a split of an indicator; null where it has no such split.</summary>
    public static async Task<Sides?> SidesOfAsync(PublishedView view, Catalog catalog, IndicatorFacts facts, string? split)
    {
        if (split == BySex)
        {
            return new(Variable.Of(facts, catalog.Areas, Sex.Female), T("women"), Variable.Of(facts, catalog.Areas, Sex.Male), T("men"));
        }

        return facts.Indicator.Contrasts.FirstOrDefault(contrast => contrast.Kind == split) is { } contrast
            && catalog.FindIndicator(contrast.Disadvantaged) is { } first && catalog.FindIndicator(contrast.Advantaged) is { } second
            ? new(Variable.Of(await view.FactsAsync(first), catalog.Areas), SideOf(contrast.Kind, false, first), Variable.Of(await view.FactsAsync(second), catalog.Areas), SideOf(contrast.Kind, true, second))
            : null;
    }

    private static string SideOf(string kind, bool advantaged, Indicator indicator) => (kind, advantaged) switch
    {
        ("location", true) => T("urban"),
        ("location", false) => T("rural"),
        _ => T(indicator.Title),
    };
}
