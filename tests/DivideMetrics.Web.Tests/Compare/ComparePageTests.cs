using System.Net;
using System.Text.RegularExpressions;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using DivideMetrics.Seeds;
using DivideMetrics.Storage.Observations;
using DivideMetrics.Web.Compare;
using DivideMetrics.Web.Reading;
using DivideMetrics.Web.Tests.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace DivideMetrics.Web.Tests.Compare;

/// <summary>The page and its file over the delivered figures.</summary>
[Collection(PublishedSiteTests.Name)]
public sealed partial class ComparePageTests(PublishedSite site)
{
    private const string Three = "?country=KEN~UGA~LIC";

    [Theory]
    [InlineData("KEN"), InlineData("KEN~UGA~RWA"), InlineData("WLD~LIC~HIC"), InlineData("KEN~UGA~RWA~DEU~WLD~LIC~BRA~IND")]
    public async Task Every_number_in_the_words_follows_from_the_rows(string codes)
    {
        var model = await ModelAsync(codes);
        var shared = model.Rows.Where(row => row.Points.All(point => point is not null) && model.Areas.Count > 1 && row.Indicator.Direction != Indicators.Direction.None).ToList();
        var sayable = model.Shown.SelectMany(row => NumbersIn(row.Variable.Text(row.Point.Value)).Append(Numbers.Year(row.Point.Year)))
            .Concat(model.Rows.SelectMany(row => NumbersIn(row.Indicator.Title)))
            .Concat(new[]
            {
                model.Areas.Count, model.Rows.Count, shared.Count, shared.Count(row => row.Known.Select(point => point.Year).Distinct().Count() > 1),
                shared.Count(row => row.Known.Select(point => row.Variable.Text(point.Value)).Distinct().Count() == 1),
            }.Select(count => Numbers.Count(count)))
            .Concat(model.Areas.Select(area => Numbers.Count(AheadOf(area.Index, shared)))).ToHashSet(StringComparer.Ordinal);

        Assert.All(NumbersIn(CompareWords.Of(model) + " " + CompareWords.Finding(model)), number => Assert.Contains(number, sayable));
        Assert.All(model.Areas, area => Assert.Equal(AheadOf(area.Index, shared), model.AheadOf(area)));
    }

    [Fact]
    public async Task Page_is_one_table_with_a_strip_and_a_trace_for_every_value()
    {
        var (page, model) = (await PageAsync("/compare" + Three), await ModelAsync("KEN~UGA~LIC"));

        var table = Assert.Single(page.QuerySelectorAll("table"));
        Assert.Equal(model.Rows.Count, table.QuerySelectorAll("th[scope=row]").Length);
        Assert.Equal(model.Rows.Count, table.QuerySelectorAll("svg[role=img][aria-label]").Length);
        Assert.Equal(model.Shown.Count, table.QuerySelectorAll("a.trace").Length);
        Assert.Equal(["Kenya", "Uganda", "Low income"], table.QuerySelectorAll("th.area").Select(head => head.TextContent.Trim()[1..].Trim()));
        Assert.All(table.QuerySelectorAll("th[scope=row] a"), link => Assert.Matches("^/explore/[a-z0-9-]+\\?tab=line&country=KEN~UGA~LIC$", Uri.UnescapeDataString(link.GetAttribute("href")!)));
        Assert.NotNull(table.QuerySelector("caption"));
    }

    [Fact]
    public async Task Trace_of_a_shown_value_is_there()
    {
        var page = await PageAsync("/compare" + Three);

        foreach (var link in new[] { page.QuerySelector("a.trace[href*='/trace']"), page.QuerySelector("a.trace[href^='/explain']") })
        {
            Assert.Equal(HttpStatusCode.OK, (await site.Client.GetAsync(link!.GetAttribute("href"))).StatusCode);
        }
    }

    [Theory]
    [InlineData(Three), InlineData(Three + "&community=context"), InlineData("?country=~KEN")]
    public async Task File_holds_exactly_what_the_page_shows(string query)
    {
        var page = await PageAsync("/compare" + query);
        var lines = (await site.Client.GetStringAsync("/compare.csv" + query)).Split('\n', StringSplitOptions.RemoveEmptyEntries);

        Assert.StartsWith("INDICATOR,MEASURE,REF_AREA,REF_AREA_NAME,SEX,TIME_PERIOD,OBS_VALUE,UNIT_MEASURE", lines[0], StringComparison.Ordinal);
        Assert.Equal(page.QuerySelectorAll("a.trace").Length, lines.Length - 1);
        Assert.True(lines.Length > 1);
        Assert.Equal(HttpStatusCode.OK, (await site.Client.GetAsync(page.QuerySelector("a[download]")!.GetAttribute("href"))).StatusCode);
    }

    [Theory]
    [InlineData(""), InlineData("?country=Atlantis"), InlineData("?country=KEN&community=luck"), InlineData("?country=KEN&tab=line"), InlineData("?country=KEN&asof=soon")]
    public async Task File_refuses_what_it_cannot_show(string query) => Assert.Equal(HttpStatusCode.BadRequest, (await site.Client.GetAsync("/compare.csv" + query)).StatusCode);

    [Fact]
    public async Task Unknown_values_fall_back_with_a_visible_note()
    {
        var page = await PageAsync("/compare?country=KEN~Atlantis&community=luck");

        Assert.Equal(2, page.QuerySelectorAll(".note p").Length);
        Assert.Single(page.QuerySelectorAll("table"));
    }

    [Fact]
    public async Task Start_offers_comparisons_that_work_and_a_plain_form()
    {
        var page = await PageAsync("/compare");

        var offers = page.QuerySelectorAll(".offers a").Select(link => link.GetAttribute("href")!).ToList();
        Assert.True(offers.Count > 2);
        Assert.Empty((await PageAsync(offers[^1])).QuerySelectorAll(".note"));
        Assert.Equal(("get", "/compare", "country"), (page.QuerySelector(".typed form")!.GetAttribute("method"), page.QuerySelector(".typed form")!.GetAttribute("action"), page.QuerySelector(".typed input")!.GetAttribute("name")));
        Assert.Empty(page.QuerySelectorAll("table"));
    }

    [Fact]
    public async Task Day_is_carried_into_links_file_and_form()
    {
        var day = QueryReading.Written(DateOnly.FromDateTime(DateTime.UtcNow));
        var page = await PageAsync($"/compare{Three}&asof={day}");

        Assert.Equal(day, page.QuerySelector(".typed input[name=asof]")!.GetAttribute("value"));
        Assert.All(page.QuerySelectorAll("th[scope=row] a, a.trace, a[download], .tabs a"), link => Assert.Contains("asof=" + day, link.GetAttribute("href"), StringComparison.Ordinal));
    }

    [Fact]
    public async Task Country_page_leads_to_a_comparison_with_its_peers()
    {
        var link = (await PageAsync("/countries/KEN")).QuerySelector("a[href^='/compare?country=KEN']");

        Assert.NotNull(link);
        Assert.Empty((await PageAsync(link.GetAttribute("href")!)).QuerySelectorAll(".note"));
    }

    private static int AheadOf(int index, IEnumerable<CompareRow> shared) => shared.Count(row =>
    {
        var shown = row.Points.Select(point => Math.Round(point!.Value, row.Indicator.Decimals)).ToList();
        var better = shown.Count(value => row.Indicator.Direction == Indicators.Direction.Up ? value > shown[index] : value < shown[index]);
        return better == 0 && shown.Distinct().Count() > 1;
    });

    private async Task<CompareModel> ModelAsync(string codes)
    {
        var view = (await site.Services.GetRequiredService<Published>().AtAsync(ReadAt.Now)).View!;
        return await CompareData.LoadAsync(view, site.Services.GetRequiredService<Catalog>(), new() { Areas = codes.Split('~') });
    }

    private async Task<IHtmlDocument> PageAsync(string address) => new HtmlParser().ParseDocument(await site.Client.GetStringAsync(address));

    private static List<string> NumbersIn(string words) => Number().Matches(words).Select(match => match.Value.TrimEnd('.')).ToList();

    [GeneratedRegex("−?[0-9][0-9.\u202f]*[0-9]|−?[0-9]")]
    private static partial Regex Number();
}
