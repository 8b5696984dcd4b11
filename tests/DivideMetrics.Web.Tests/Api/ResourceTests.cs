using DivideMetrics.Quality;
using DivideMetrics.Storage.Runs;
using DivideMetrics.Web.Tests.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace DivideMetrics.Web.Tests.Api;

[Collection(PublishedSiteTests.Name)]
public sealed class ResourceTests(PublishedSite site)
{
    [Theory]
    [InlineData("/api/v1/indicators")]
    [InlineData("/api/v1/indicators/internet-users")]
    [InlineData("/api/v1/indicators/internet-users/observations")]
    [InlineData("/api/v1/indicators/internet-users/observations?time=2022&country=WLD&sex=F")]
    [InlineData("/api/v1/indicators/egdi/observations?time=latest")]
    [InlineData("/api/v1/indicators/internet-users/gaps")]
    [InlineData("/api/v1/indicators/internet-users/gaps?measure=gap-to-goal~gini&country=KEN~LIC&time=2010..2022&sex=_T")]
    [InlineData("/api/v1/areas")]
    [InlineData("/api/v1/areas/KEN")]
    [InlineData("/api/v1/areas/KEN/gaps")]
    [InlineData("/api/v1/areas/LIC/gaps?measure=mean-weighted&indicator=internet-users&time=latest")]
    [InlineData("/api/v1/groups")]
    [InlineData("/api/v1/groups?on=2023-06-30")]
    [InlineData("/api/v1/measures")]
    [InlineData("/api/v1/goals")]
    [InlineData("/api/v1/sources")]
    [InlineData("/api/v1/vintages")]
    [InlineData("/api/v1/vintages?source=UNSD")]
    [InlineData("/api/v1/runs")]
    [InlineData("/api/v1/runs?source=UNSD")]
    [InlineData("/indicators/internet-users.metadata.json")]
    public async Task Resource_answers_with_json(string address)
    {
        using var response = await site.Client.GetAsync(address);

        Assert.Equal((200, "application/json"), ((int)response.StatusCode, response.Content.Headers.ContentType?.MediaType));
    }

    [Theory]
    [InlineData("gini")]
    [InlineData("index-score")]
    [InlineData("index-loss")]
    public async Task Every_measure_is_listed_those_of_composites_too(string id) =>
        Assert.Contains($"\"id\":\"{id}\"", await site.Client.GetStringAsync("/api/v1/measures"), StringComparison.Ordinal);

    [Fact]
    public async Task Findings_of_a_run_say_file_line_and_reason()
    {
        var runs = site.Services.GetRequiredService<RunStore>();
        var run = await runs.StartAsync("ingest", "NOBODY", "hand", CancellationToken.None);
        var sink = new FindingSink();
        sink.Add(new("out-of-bounds", Severity.Error, "Expected 0 to 100, found 101.", "S", "KEN", "2020", "some.csv", 7));
        await runs.AddFindingsAsync(run, sink, CancellationToken.None);

        var finding = Assert.Single((await site.Client.JsonAsync($"/api/v1/runs/{run}/findings")).EnumerateArray());

        Assert.Equal(
            ("out-of-bounds", "error", "KEN", "some.csv", 7),
            (finding.Text("code"), finding.Text("severity"), finding.Text("refArea"), finding.Text("file"), finding.GetProperty("line").GetInt32()));
    }

    [Fact]
    public async Task Findings_of_an_unknown_run_are_not_found()
    {
        using var response = await site.Client.GetAsync("/api/v1/runs/999999/findings");

        Assert.Equal((404, "application/problem+json"), ((int)response.StatusCode, response.Content.Headers.ContentType?.MediaType));
    }

    [Theory]
    [InlineData("_T", 66.3)]
    [InlineData("F", 63.4)]
    [InlineData("M", 69.2)]
    public async Task Observations_are_those_of_the_provider(string sex, double value)
    {
        var answer = await site.Client.JsonAsync($"/api/v1/indicators/internet-users/observations?time=2022&country=WLD&sex={sex}");

        var row = Assert.Single(answer.GetProperty("observations").EnumerateArray());
        Assert.Equal(
            (value, "PT", "UNSD", sex),
            (row.GetProperty("obsValue").GetDouble(), row.Text("unitMeasure"), row.Text("source"), row.Text("sex")));
    }

    [Theory]
    [InlineData("", "MEA", "latest")]
    [InlineData("?on=2023-06-30", "SAS", "dated")]
    public async Task Groups_are_of_the_latest_classification_or_of_a_day(string query, string regionOfAfghanistan, string classification)
    {
        var groups = await site.Client.JsonAsync($"/api/v1/groups{query}");

        var region = Assert.Single(
            groups.EnumerateArray(),
            group => group.Text("kind") == "world-bank-region" && group.GetProperty("members").EnumerateArray().Any(member => member.GetString() == "AFG"));
        Assert.Equal((regionOfAfghanistan, classification), (region.Text("code"), region.Text("classification")));
    }

    [Fact]
    public async Task Metadata_does_not_repeat_the_host_that_a_caller_names()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/indicators/internet-users.metadata.json") { Headers = { Host = "elsewhere.example" } };

        using var response = await site.Client.SendAsync(request);

        Assert.DoesNotContain("elsewhere.example", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Observations_of_a_year_without_data_are_none()
    {
        var answer = await site.Client.JsonAsync("/api/v1/indicators/internet-users/observations?time=1850");

        Assert.Empty(answer.GetProperty("observations").EnumerateArray());
    }

    [Fact]
    public async Task Observations_keep_to_the_span_and_the_areas()
    {
        var answer = await site.Client.JsonAsync("/api/v1/indicators/internet-users/observations?time=2020..2021&country=KEN~ken~Brazil&sex=_T");

        Assert.Equal(
            ["BRA 2020", "BRA 2021", "KEN 2020", "KEN 2021"],
            answer.GetProperty("observations").EnumerateArray().Select(row => $"{row.Text("refArea")} {row.GetProperty("timePeriod")}"));
    }

    [Fact]
    public async Task Gap_to_goal_is_the_distance_to_one_hundred()
    {
        var answer = await site.Client.JsonAsync("/api/v1/indicators/internet-users/gaps?measure=gap-to-goal&country=KEN&time=latest");
        var year = Assert.Single(answer.GetProperty("gaps").EnumerateArray());
        var observed = await site.Client.JsonAsync($"/api/v1/indicators/internet-users/observations?country=KEN&sex=_T&time={year.GetProperty("timePeriod")}");

        var value = Assert.Single(observed.GetProperty("observations").EnumerateArray()).GetProperty("obsValue").GetDouble();
        Assert.Equal(100 - value, year.GetProperty("value").GetDouble(), 1e-9);
    }

    [Fact]
    public async Task World_mean_of_2021_comes_with_its_coverage()
    {
        var answer = await site.Client.JsonAsync("/api/v1/indicators/internet-users/gaps?measure=mean-weighted&country=WLD&time=2021&sex=_T");

        var mean = Assert.Single(answer.GetProperty("gaps").EnumerateArray());
        Assert.Equal(63.50, mean.GetProperty("value").GetDouble(), 0.01);
        Assert.Equal((179, 217), (mean.GetProperty("coverage").GetProperty("areas").GetInt32(), mean.GetProperty("coverage").GetProperty("areasOf").GetInt32()));
    }

    [Fact]
    public async Task Area_has_the_measures_that_its_indicator_has()
    {
        var ofIndicator = await site.Client.JsonAsync("/api/v1/indicators/internet-users/gaps?country=KEN");
        var ofArea = await site.Client.JsonAsync("/api/v1/areas/KEN/gaps?indicator=internet-users");

        Assert.Equal(ofIndicator.GetProperty("gaps").GetRawText(), ofArea.GetProperty("gaps").GetRawText());
    }

    [Fact]
    public async Task Vintage_of_an_observation_can_be_looked_up()
    {
        var answer = await site.Client.JsonAsync("/api/v1/indicators/egdi/observations?country=DEU&time=latest");
        var row = Assert.Single(answer.GetProperty("observations").EnumerateArray());

        var vintage = await site.Client.JsonAsync($"/api/v1/vintages/{row.GetProperty("vintageId")}");

        Assert.Equal((row.Text("source"), row.Text("vintage")), (vintage.Text("source"), vintage.Text("date")));
    }

    [Fact]
    public async Task Every_starter_source_serves_a_vintage()
    {
        var sources = await site.Client.JsonAsync("/api/v1/sources");
        var declared = site.Services.GetCatalog().Sources.Where(source => source.Starter).Select(source => source.Id);

        var serving = sources.EnumerateArray().Where(source => source.GetProperty("served").ValueKind != System.Text.Json.JsonValueKind.Null).Select(source => source.Text("id"));

        Assert.Superset(declared.ToHashSet(), serving.ToHashSet()!);
    }
}
