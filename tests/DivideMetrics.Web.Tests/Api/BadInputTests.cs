using System.Net;
using DivideMetrics.Web.Tests.Hosting;

namespace DivideMetrics.Web.Tests.Api;

[Collection(PublishedSiteTests.Name)]
public sealed class BadInputTests(PublishedSite site)
{
    [Theory]
    [InlineData("/api/v1/indicators/internet-users/observations?time=20x2", "time", "20x2")]
    [InlineData("/api/v1/indicators/internet-users/observations?time=2000..2010..2020", "time", "2000..2010..2020")]
    [InlineData("/api/v1/indicators/internet-users/observations?country=KEN~ATLANTIS", "country", "ATLANTIS")]
    [InlineData("/api/v1/indicators/internet-users/observations?sex=X", "sex", "X")]
    [InlineData("/api/v1/indicators/internet-users/gaps?measure=gap-to-nowhere", "measure", "gap-to-nowhere")]
    [InlineData("/api/v1/indicators/internet-users/gaps?time=soon", "time", "soon")]
    [InlineData("/api/v1/indicators/internet-users/gaps?country=XXX", "country", "XXX")]
    [InlineData("/api/v1/areas/KEN/gaps?indicator=happiness", "indicator", "happiness")]
    [InlineData("/api/v1/areas/KEN/gaps?measure=x", "measure", "x")]
    [InlineData("/api/v1/areas/KEN/gaps?time=x", "time", "x")]
    [InlineData("/api/v1/vintages?source=NOBODY", "source", "NOBODY")]
    [InlineData("/api/v1/runs?source=NOBODY", "source", "NOBODY")]
    [InlineData("/indicators/internet-users.csv?time=x", "time", "x")]
    [InlineData("/indicators/internet-users.csv?country=XXX", "country", "XXX")]
    [InlineData("/api/v1/groups?on=2023", "on", "2023")]
    [InlineData("/indicators/internet-users.csv?sex=both", "sex", "both")]
    [InlineData("/indicators/internet-users.csv?region=Nowhere", "region", "Nowhere")]
    [InlineData("/indicators/internet-users.gaps.csv?region=Nowhere", "region", "Nowhere")]
    [InlineData("/indicators/internet-users.gaps.csv?measure=gap-to-nowhere", "measure", "gap-to-nowhere")]
    [InlineData("/api/v1/indicators/internet-users/observations?region=Nowhere", "region", "Nowhere")]
    [InlineData("/api/v1/indicators/internet-users/gaps?region=Nowhere", "region", "Nowhere")]
    [InlineData("/search.json", "q", "")]
    [InlineData("/search.json?q=%20", "q", " ")]
    [InlineData("/search.json?q=kenya&lang=de", "lang", "de")]
    public async Task Wrong_value_is_a_problem_that_names_the_parameter(string address, string parameter, string found)
    {
        using var response = await site.Client.GetAsync(address);

        var problem = await ProblemAsync(response, HttpStatusCode.BadRequest);
        Assert.Equal((parameter, found), (problem.Text("parameter"), problem.Text("found")));
    }

    [Theory]
    [InlineData("/api/v1/indicators?page=2", "page")]
    [InlineData("/api/v1/indicators/internet-users/observations?year=2020", "year")]
    [InlineData("/api/v1/indicators/internet-users/observations?measure=gini", "measure")]
    [InlineData("/api/v1/areas?q=x", "q")]
    [InlineData("/api/v1/areas/KEN?x=1", "x")]
    [InlineData("/api/v1/groups?x=1", "x")]
    [InlineData("/api/v1/goals?x=1", "x")]
    [InlineData("/api/v1/measures?x=1", "x")]
    [InlineData("/api/v1/sources?x=1", "x")]
    [InlineData("/indicators/internet-users.csv?tab=map", "tab")]
    [InlineData("/indicators/internet-users.gaps.csv?tab=map", "tab")]
    [InlineData("/indicators/internet-users.metadata.json?x=1", "x")]
    [InlineData("/search.json?q=kenya&limit=3", "limit")]
    public async Task Unknown_parameter_is_a_problem_that_names_it(string address, string parameter)
    {
        using var response = await site.Client.GetAsync(address);

        Assert.Equal(parameter, (await ProblemAsync(response, HttpStatusCode.BadRequest)).Text("parameter"));
    }

    [Fact]
    public async Task Answer_does_not_grow_with_a_wrong_value()
    {
        using var response = await site.Client.GetAsync($"/api/v1/indicators/internet-users/observations?time={new string('x', 3000)}");

        Assert.Equal(101, (await ProblemAsync(response, HttpStatusCode.BadRequest)).Text("found")!.Length);
    }

    [Fact]
    public async Task More_areas_than_there_are_is_a_problem()
    {
        var areas = string.Join('~', Enumerable.Repeat("KEN", 401));

        using var response = await site.Client.GetAsync($"/indicators/internet-users.csv?country={areas}");

        Assert.Equal("country", (await ProblemAsync(response, HttpStatusCode.BadRequest)).Text("parameter"));
    }

    [Fact]
    public async Task Parameter_that_stands_twice_is_a_problem()
    {
        using var response = await site.Client.GetAsync("/api/v1/indicators/internet-users/observations?time=2020&time=2021");

        Assert.Equal("2020 and 2021", (await ProblemAsync(response, HttpStatusCode.BadRequest)).Text("found"));
    }

    [Theory]
    [InlineData("/api/v1/indicators/internet-user", "internet-users")]
    [InlineData("/api/v1/indicators/internet-user/observations", "internet-users")]
    [InlineData("/api/v1/indicators/internet-user/gaps", "internet-users")]
    [InlineData("/api/v1/areas/Kenia", "KEN")]
    [InlineData("/api/v1/areas/DEX/gaps", "DEU")]
    [InlineData("/indicators/fixed-brodband.csv", "fixed-broadband")]
    [InlineData("/indicators/fixed-brodband.gaps.csv", "fixed-broadband")]
    [InlineData("/api/v1/indicators/zzzzzzzzzzzz", "internet-users")]
    [InlineData("/indicators/internet-user.metadata.json", "internet-users")]
    public async Task Unknown_id_is_a_problem_with_suggestions(string address, string suggestion)
    {
        using var response = await site.Client.GetAsync(address);

        Assert.Contains(suggestion, (await ProblemAsync(response, HttpStatusCode.NotFound)).Texts("suggestions"));
    }

    [Theory]
    [InlineData("GET", "/api/v1/nothing", 404)]
    [InlineData("GET", "/api/v2/indicators", 404)]
    [InlineData("GET", "/api/v1/vintages/x", 404)]
    [InlineData("GET", "/api/v1/vintages/999999", 404)]
    [InlineData("POST", "/api/v1/indicators", 405)]
    [InlineData("DELETE", "/indicators/internet-users.csv", 405)]
    public async Task Whatever_else_is_wrong_is_a_problem_too(string method, string address, int status)
    {
        using var request = new HttpRequestMessage(new(method), address);
        request.Headers.Accept.ParseAdd("text/html");
        using var response = await site.Client.SendAsync(request);

        Assert.Equal(status, (await ProblemAsync(response, (HttpStatusCode)status)).GetProperty("status").GetInt32());
    }

    private static async Task<System.Text.Json.JsonElement> ProblemAsync(HttpResponseMessage response, HttpStatusCode status)
    {
        Assert.Equal((status, "application/problem+json"), (response.StatusCode, response.Content.Headers.ContentType?.MediaType));
        return await response.JsonAsync();
    }
}
