using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using DivideMetrics.Documentation;
using DivideMetrics.Gaps;
using DivideMetrics.Indices;
using DivideMetrics.Seeds;
using DivideMetrics.Web.Methods;
using DivideMetrics.Web.Tests.States;
using Microsoft.Extensions.DependencyInjection;

namespace DivideMetrics.Web.Tests.Methods;

/// <summary>The page of methods says what the registries and the comments of the code say, and every link to it arrives.</summary>
[Collection(ReleasedSiteTests.Name)]
public sealed class MethodologyPageTests(ReleasedSite site)
{
    private static readonly string[] Linking =
    [
        "/", "/methodology", "/about", "/indicators/internet-users", "/indicators/gap-index", "/countries/KEN/internet-users", "/groups/WLD/internet-users",
        "/explain?measure=gap-to-goal&indicator=internet-users&area=KEN&year=2021",
    ];

    [Fact]
    public async Task Texts_of_a_measure_are_those_of_the_registry_and_of_the_comments()
    {
        var (page, comments) = (await PageAsync("/methodology"), new CodeComments(AppContext.BaseDirectory));
        foreach (var measure in MeasureRegistry.All.Concat(MeasureRegistry.OfComposites))
        {
            var entry = page.GetElementById(measure.Id);
            Assert.NotNull(entry);
            var texts = measure.Documented.Select(member => CodeComment.Plain(comments.Of(member).Summary))
                .Concat([measure.Title, measure.Formula, measure.Unit, measure.Range, measure.Reference]);
            Assert.All(texts, text => Assert.Contains(text, Words(entry), StringComparison.Ordinal));
            Assert.Equal(measure.Formula, entry.QuerySelector("code.formula")!.TextContent);
        }
    }

    [Fact]
    public async Task Texts_of_models_composites_and_checks_are_those_of_the_code()
    {
        var (page, comments) = (await PageAsync("/methodology"), new CodeComments(AppContext.BaseDirectory));
        var methods = MethodRegistry.ProjectionModels.Select(model => (Anchor: Anchors.OfModel(model.Id), model.Documented))
            .Concat(MethodRegistry.GateChecks.Select(check => (Anchor: Anchors.OfCheck(check.Id), check.Documented)))
            .Concat(CompositeRegistry.All.Select(kind => (Anchor: Anchors.OfComposite(kind.Id), kind.Documented)));

        Assert.All(methods, method => Assert.All(
            method.Documented, member => Assert.Contains(CodeComment.Plain(comments.Of(member).Summary), Words(page.GetElementById(method.Anchor)!), StringComparison.Ordinal)));
        Assert.All(CompositeRegistry.All, kind => Assert.Equal(kind.Formula, page.GetElementById(Anchors.OfComposite(kind.Id))!.QuerySelector("code.formula")!.TextContent));
    }

    [Fact]
    public async Task Page_says_the_version_of_the_methods() =>
        Assert.Contains($"Methods, version {GapEngine.MethodVersion}.", Words((await PageAsync("/methodology")).Body!), StringComparison.Ordinal);

    [Fact]
    public async Task Number_of_a_rule_is_the_one_that_the_rule_uses() =>
        Assert.Contains("carried forward 5 years at the most", Words((await PageAsync("/methodology")).GetElementById("figures-weights")!), StringComparison.Ordinal);

    [Fact]
    public async Task Places_are_there_once()
    {
        var ids = (await PageAsync("/methodology")).All.Select(element => element.Id).OfType<string>().Where(id => id.Length > 0).ToList();

        Assert.Equal(ids.Distinct(), ids);
    }

    [Fact]
    public async Task Every_place_that_is_linked_to_exists()
    {
        var there = (await PageAsync("/methodology")).All.Select(element => element.Id).ToHashSet();
        foreach (var address in Linking)
        {
            var places = (await PageAsync(address)).QuerySelectorAll("a[href^='/methodology#']").Select(link => link.GetAttribute("href")!.Split('#')[1]).ToList();
            Assert.All(places, place => Assert.Contains(place, there));
            Assert.True(places.Count > 0 || address is "/" or "/about", $"{address} leads to no method");
        }
    }

    [Fact]
    public async Task Assumed_goals_are_marked()
    {
        var (page, catalog) = (await PageAsync("/methodology"), site.Services.GetRequiredService<Catalog>());
        var goals = catalog.Indicators.SelectMany(indicator => indicator.Goals).ToList();

        Assert.Contains(goals, goal => goal.Assumption);
        Assert.All(goals, goal => Assert.Equal(
            goal.Assumption, Words(page.GetElementById($"goal-{goal.Id}")!).Contains("DivideMetrics: an assumption", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("/methodology")]
    [InlineData("/about")]
    public async Task Footer_leads_there(string address) => Assert.NotNull((await PageAsync("/")).QuerySelector($"footer a[href='{address}']"));

    private static string Words(IElement element) => string.Join(' ', element.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private async Task<IDocument> PageAsync(string address) => new HtmlParser().ParseDocument(await site.Client.GetStringAsync(address));
}
