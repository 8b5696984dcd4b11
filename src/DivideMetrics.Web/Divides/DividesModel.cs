using DivideMetrics.Gaps;
using DivideMetrics.Indicators;
using DivideMetrics.Seeds;
using DivideMetrics.Web.Explore;
using DivideMetrics.Web.Reading;

namespace DivideMetrics.Web.Divides;

/// <summary>The divides inside economies, kind by kind.</summary>
/// <param name="State">What is shown.</param>
/// <param name="Sections">The kinds that are asked for.</param>
public sealed record DividesModel(DividesState State, IReadOnlyList<DivideSection> Sections)
{
    /// <summary>The kinds with figures.</summary>
    public IEnumerable<DivideSection> Known => Sections.Where(section => section.Rows.Count > 0);

    /// <summary>The kinds without: gaps in the evidence.</summary>
    public IEnumerable<DivideSection> Unknown => Sections.Where(section => section.Rows.Count == 0);

    /// <summary>The values of both sides that the sections are made from, in their order.</summary>
    public IEnumerable<ShownRow> Values => Known.SelectMany(section => section.Rows).SelectMany(row => row.Pairs).SelectMany(pair => new[] { pair.First, pair.Second });

    /// <summary>Reads what a state shows.</summary>
    public static async Task<DividesModel> LoadAsync(PublishedView view, Catalog catalog, DividesState state)
    {
        var sections = new List<DivideSection>();
        foreach (var kind in DivideKinds.All.Where(kind => state.Split is null || kind == state.Split))
        {
            var split = catalog.Indicators.Where(indicator => ExploreData.SplitsOf(indicator).Contains(kind)).ToList();
            var rows = new List<DivideRow>();
            foreach (var indicator in split)
            {
                if (await RowAsync(view, catalog, state with { Split = kind }, indicator) is { } row)
                {
                    rows.Add(row);
                }
            }

            sections.Add(new(kind, rows, split.Count, catalog.Areas));
        }

        return new(state, sections);
    }

    private static async Task<DivideRow?> RowAsync(PublishedView view, Catalog catalog, DividesState state, Indicator indicator)
    {
        var facts = await view.FactsAsync(indicator);
        var data = new ExploreData
        {
            Catalog = catalog,
            State = new() { Indicator = indicator.Id, Tab = ExploreTab.Dumbbell, Split = state.Split, Group = state.Group, At = state.At },
            Facts = facts,
            Main = Variable.Of(facts, catalog.Areas),
            Sides = await ExploreData.SidesOfAsync(view, catalog, facts, state.Split),
        };
        var ratio = DivideKinds.Ratio(state.Split!) is { } measure && MeasureRegistry.IdsOf(indicator).Contains(measure.Id) ? measure : null;
        return DivideRow.Of(data, ratio is null ? [] : await view.GapsAsync(indicator.Id, [ratio.Id]));
    }
}
