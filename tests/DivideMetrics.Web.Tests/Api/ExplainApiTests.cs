using System.Net;
using DivideMetrics.Web.Tests.Hosting;

namespace DivideMetrics.Web.Tests.Api;

[Collection(PublishedSiteTests.Name)]
public sealed class ExplainApiTests(PublishedSite site)
{
    private const string Address = "/api/v1/explain";

    [Fact]
    public async Task Value_of_an_economy_comes_with_formula_goal_and_the_figure_that_entered()
    {
        var answer = await site.Client.JsonAsync($"{Address}?measure=gap-to-goal&indicator=internet-users&area=KEN&year=2020");

        var input = Assert.Single(answer.GetProperty("inputs").EnumerateArray());
        Assert.Contains("reference − x", answer.GetProperty("measure").Text("formula"), StringComparison.Ordinal);
        Assert.Contains("reference = goal, the gap at least 0", answer.GetProperty("measure").Text("formula"), StringComparison.Ordinal);
        Assert.Contains(answer.GetProperty("parameters").EnumerateArray(), parameter => parameter.Text("name") == "goal" && !parameter.GetProperty("assumption").GetBoolean());
        Assert.Equal(100 - input.GetProperty("obsValue").GetDouble(), answer.GetProperty("value").GetProperty("value").GetDouble(), 1e-9);
        Assert.Equal(("value", "UNSD", "IT_USE_ii99"), (input.Text("role"), input.Text("source"), Assert.Single(input.Texts("series"))));
        Assert.NotEmpty(input.GetProperty("vintage").Text("licence")!);
    }

    [Fact]
    public async Task Members_of_a_group_give_its_mean()
    {
        var answer = await site.Client.JsonAsync($"{Address}?measure=mean-weighted&indicator=internet-users&area=LIC&year=2020");

        var members = answer.GetProperty("members").EnumerateArray().ToList();
        var counted = members.Where(member => member.Text("missing") is null).ToList();
        var weights = counted.Sum(member => member.GetProperty("weight").GetDouble());
        var mean = counted.Sum(member => member.GetProperty("obsValue").GetDouble() * member.GetProperty("weight").GetDouble()) / weights;
        Assert.Equal(answer.GetProperty("value").GetProperty("value").GetDouble(), mean, 1e-9);
        Assert.Equal(("LIC", answer.GetProperty("value").GetProperty("coverage").GetProperty("areasOf").GetInt32()), (answer.Text("membersOf"), members.Count));
        Assert.Contains("WB_STARTER", answer.GetProperty("vintages").EnumerateArray().Select(vintage => vintage.Text("source")));
    }

    [Theory]
    [InlineData("", "measure")]
    [InlineData("?measure=gini", "indicator")]
    [InlineData("?measure=gini&indicator=internet-users", "area")]
    [InlineData("?measure=gini&indicator=internet-users&area=WLD", "year")]
    [InlineData("?measure=gini&indicator=internet-users&area=WLD&year=20", "year")]
    [InlineData("?measure=gini&indicator=internet-users&area=WLD&year=latest", "year")]
    [InlineData("?measure=gini&indicator=internet-users&area=WLD&year=2020&sex=both", "sex")]
    [InlineData("?measure=gini&indicator=internet-users&area=WLD&year=2020&asof=yesterday", "asof")]
    [InlineData("?measure=gini&indicator=internet-users&area=WLD&year=2020&country=KEN", "country")]
    public async Task Wrong_or_missing_parameter_is_a_problem(string query, string parameter)
    {
        using var response = await site.Client.GetAsync(Address + query);

        Assert.Equal((HttpStatusCode.BadRequest, "application/problem+json"), (response.StatusCode, response.Content.Headers.ContentType?.MediaType));
        Assert.Equal(parameter, (await response.JsonAsync()).Text("parameter"));
    }

    [Theory]
    [InlineData("measure=gini&indicator=internet-user&area=WLD&year=2020", "internet-users")]
    [InlineData("measure=ginny&indicator=internet-users&area=WLD&year=2020", "gini")]
    [InlineData("measure=gini&indicator=internet-users&area=DEX&year=2020", "DEU")]
    [InlineData("measure=gap-to-goal&indicator=internet-users&area=KEN&year=1950", "2000")]
    public async Task What_is_not_there_is_a_problem_with_suggestions(string query, string suggestion)
    {
        using var response = await site.Client.GetAsync($"{Address}?{query}");

        Assert.Equal((HttpStatusCode.NotFound, "application/problem+json"), (response.StatusCode, response.Content.Headers.ContentType?.MediaType));
        Assert.Contains(suggestion, (await response.JsonAsync()).Texts("suggestions"));
    }

    [Fact]
    public async Task Every_measure_of_an_indicator_can_be_explained()
    {
        var gaps = await site.Client.JsonAsync("/api/v1/indicators/internet-users/gaps?time=latest");
        var first = gaps.GetProperty("gaps").EnumerateArray().DistinctBy(gap => gap.Text("measure")).ToList();
        foreach (var gap in first)
        {
            var answer = await site.Client.JsonAsync(FormattableString.Invariant(
                $"{Address}?measure={gap.Text("measure")}&indicator=internet-users&area={gap.Text("refArea")}&year={gap.GetProperty("timePeriod").GetInt32()}&sex={gap.Text("sex")}"));
            Assert.Equal(gap.GetRawText(), answer.GetProperty("value").GetRawText());
        }

        Assert.True(first.Count > 10);
    }
}
