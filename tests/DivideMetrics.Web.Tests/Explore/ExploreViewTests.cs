using System.Text.RegularExpressions;
using DivideMetrics.Seeds;
using DivideMetrics.Storage.Observations;
using DivideMetrics.Web.Components.Charts.Plots;
using DivideMetrics.Web.Explore;
using DivideMetrics.Web.Languages;
using DivideMetrics.Web.Reading;
using DivideMetrics.Web.Tests.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace DivideMetrics.Web.Tests.Explore;

/// <summary>Every view of Explore over the delivered figures: what its words say is in its rows, and what it draws as well.</summary>
[Collection(PublishedSiteTests.Name)]
public sealed partial class ExploreViewTests(PublishedSite site)
{
    private const string Online = "internet-users";

    /// <summary>Every view, of both sexes and of a measure.</summary>
    public static TheoryData<ExploreTab, string?> Views => [.. ExploreTabs.All.SelectMany(tab => new (ExploreTab, string?)[] { (tab, null), (tab, "gap-to-goal"), (tab, "gini") })];

    [Theory]
    [MemberData(nameof(Views))]
    public async Task Every_number_in_the_words_follows_from_the_rows(ExploreTab tab, string? measure)
    {
        var (data, chart) = await ChartAsync(new() { Indicator = Online, Tab = tab, Measure = measure });

        var said = NumbersIn(chart.Words + " " + chart.Finding);

        Assert.All(said, number => Assert.Contains(number, Sayable(data, chart)));
    }

    [Theory]
    [InlineData(ExploreTab.Map), InlineData(ExploreTab.Line), InlineData(ExploreTab.Slope), InlineData(ExploreTab.DiscreteBar), InlineData(ExploreTab.Dumbbell)]
    [InlineData(ExploreTab.Scatter), InlineData(ExploreTab.Distribution), InlineData(ExploreTab.StackedBar), InlineData(ExploreTab.HeatMap)]
    public async Task Every_view_draws_and_lists_what_it_draws(ExploreTab tab)
    {
        var (_, chart) = await ChartAsync(new() { Indicator = Online, Tab = tab });

        Assert.NotNull(chart.Figure);
        Assert.NotEmpty(chart.Rows);
        Assert.Equal(chart.Words, chart.Figure.Summary);
    }

    [Theory]
    [InlineData(ExploreTab.DiscreteBar, 1), InlineData(ExploreTab.Dumbbell, 2), InlineData(ExploreTab.Scatter, 2), InlineData(ExploreTab.Distribution, 1)]
    public async Task Marks_and_rows_are_the_same_economies(ExploreTab tab, int rowsOfOne)
    {
        var (_, chart) = await ChartAsync(new() { Indicator = Online, Tab = tab });

        var drawn = AreasOf(((PlotFigure)chart.Figure!).PlotOf(narrow: false)).ToHashSet();

        Assert.Equal(chart.Rows.Select(row => row.Point.Area).ToHashSet(), drawn);
        Assert.Equal(drawn.Count * rowsOfOne, chart.Rows.Count);
    }

    [Fact]
    public async Task Rows_stand_by_name_unless_another_order_is_asked_for()
    {
        var (_, named) = await ChartAsync(new() { Indicator = Online, Tab = ExploreTab.Table });
        var (_, most) = await ChartAsync(new() { Indicator = Online, Tab = ExploreTab.Table, Order = RowOrder.Most });

        var catalog = site.Services.GetRequiredService<Catalog>();
        Assert.Equal(named.Rows.Select(row => catalog.Areas.NameOf(row.Point.Area)).Order(Names.Order), named.Rows.Select(row => catalog.Areas.NameOf(row.Point.Area)));
        Assert.Equal(most.Rows.Select(row => row.Point.Value).OrderDescending(), most.Rows.Select(row => row.Point.Value));
    }

    [Fact]
    public async Task Span_on_the_map_shows_two_years_on_one_scale()
    {
        var (_, chart) = await ChartAsync(new() { Indicator = Online, Time = new(2005, 2015) });

        Assert.Equal(("2005", "2015"), chart.Headings);
        Assert.NotNull(chart.Second);
        Assert.Equal([2005, 2015], chart.Rows.Select(row => row.Point.Year).Distinct());
    }

    [Fact]
    public async Task Shares_of_contributions_add_up_to_the_whole()
    {
        var (_, chart) = await ChartAsync(new() { Indicator = Online, Tab = ExploreTab.StackedBar, Relative = true });

        var bars = ((PlotFigure)chart.Figure!).PlotOf(false).Panels[0].Marks.OfType<BarsMark>().ToList();

        Assert.All(bars[^1].Bars, bar => Assert.Equal(1, bar.Top, 9));
    }

    [Theory]
    [InlineData("idi"), InlineData("price-fixed"), InlineData("hdi")]
    public async Task Indicator_without_figures_says_why_in_every_view(string indicator)
    {
        foreach (var tab in ExploreTabs.All)
        {
            var (_, chart) = await ChartAsync(new() { Indicator = indicator, Tab = tab });

            Assert.StartsWith("No data", chart.Finding, StringComparison.Ordinal);
            Assert.Null(chart.Figure);
        }
    }

    private async Task<(ExploreData Data, ExploreChart Chart)> ChartAsync(ExploreState state)
    {
        var view = (await site.Services.GetRequiredService<Published>().AtAsync(ReadAt.Now)).View!;
        var data = await ExploreData.LoadAsync(view, site.Services.GetRequiredService<Catalog>(), state);
        return (data, ExploreViews.Of(data));
    }

    private static IEnumerable<string> AreasOf(Plot plot) => plot.Panels.SelectMany(panel => panel.Marks).SelectMany(mark => mark switch
    {
        DotsMark dots => dots.Dots.Select(dot => dot.Said.Area),
        BarsMark bars => bars.Bars.Select(bar => bar.Said.Area),
        _ => [],
    }).OfType<string>();

    // Digits inside names (an indicator's, a group's) are no numbers of the chart.
    private static List<string> NumbersIn(string words) => Number().Matches(words).Select(match => match.Value.TrimEnd('.')).ToList();

    /// <summary>Every number that may be said of the rows: values, counts of any part of them, middles, shares, years.</summary>
    private static HashSet<string> Sayable(ExploreData data, ExploreChart chart)
    {
        var sayable = new HashSet<string>(StringComparer.Ordinal);
        void Add(string text) => sayable.UnionWith(NumbersIn(text));

        foreach (var row in chart.Rows)
        {
            Add(row.Variable.Text(row.Point.Value));
            Add(Numbers.Year(row.Point.Year));
        }

        foreach (var group in chart.Rows.GroupBy(row => row.Variable))
        {
            var ofGroups = new[] { group.ToList() }.Concat(group.GroupBy(row => row.Point.Year).Select(year => year.ToList()))
                .Concat(group.GroupBy(row => data.Catalog.Areas.GroupOf(row.Point.Area, DivideMetrics.Areas.AreaGroupKind.IncomeGroup)?.Code).Select(income => income.ToList())).ToList();
            foreach (var rows in ofGroups)
            {
                Add(group.Key.Text(rows.Select(row => row.Point.Value).Order().ElementAt((rows.Count - 1) / 2)));
                var whole = rows.Sum(row => row.Point.Value);
                Add(group.Key.Text(whole));
                rows.ForEach(row => Add(Numbers.Share(row.Point.Value / whole)));
            }
        }

        Enumerable.Range(0, chart.Rows.Count + chart.Missing.Count + 1).ToList().ForEach(count => Add(Numbers.Count(count)));
        Add(Correlation(chart));
        Add("−1 and 1");
        return sayable;
    }

    // Spearman's coefficient by its difference formula, corrected for no ties: an independent way to the same number.
    private static string Correlation(ExploreChart chart)
    {
        var variables = chart.Rows.Select(row => row.Variable).Distinct().ToList();
        if (variables.Count != 2)
        {
            return "";
        }

        var pairs = chart.Rows.GroupBy(row => row.Point.Area).Where(area => area.Count() == 2)
            .Select(area => (X: area.Single(row => row.Variable == variables[1]).Point.Value, Y: area.Single(row => row.Variable == variables[0]).Point.Value)).ToList();
        double Rank(IEnumerable<double> all, double value) => all.Count(other => other < value) + ((all.Count(other => other == value) + 1) / 2.0);
        var (x, y) = (pairs.ConvertAll(pair => Rank(pairs.Select(other => other.X), pair.X)), pairs.ConvertAll(pair => Rank(pairs.Select(other => other.Y), pair.Y)));
        var (meanX, meanY) = (x.Average(), y.Average());
        var covariance = x.Zip(y).Sum(pair => (pair.First - meanX) * (pair.Second - meanY));
        return Numbers.Exact(covariance / Math.Sqrt(x.Sum(rank => Math.Pow(rank - meanX, 2)) * y.Sum(rank => Math.Pow(rank - meanY, 2))), 2);
    }

    [GeneratedRegex("\u2212?[0-9][0-9.\u202f]*(?<=[0-9])")]
    private static partial Regex Number();
}
