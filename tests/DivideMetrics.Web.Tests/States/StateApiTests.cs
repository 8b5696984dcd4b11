using System.Net;
using System.Text.Json;
using DivideMetrics.Web.Tests.Api;

namespace DivideMetrics.Web.Tests.States;

/// <summary>The API and the downloads as of a day, and as this site showed it on a day.</summary>
[Collection(ReleasedSiteTests.Name)]
public sealed class StateApiTests(ReleasedSite site)
{
    private const string Indicator = "/api/v1/indicators/internet-users";

    /// <summary>Each state with the value of KEN in 2021: the figure of the release, its gap to 100.</summary>
    public static TheoryData<string, double> States => new()
    {
        { "", 30.5 },
        { "asof=2025-09-01", 30.5 },
        { "asof=2031-01-01", 30.5 },
        { "seen=2031-01-01", 30.5 },
        { "asof=2025-06-10", 30.5 },
        { "asof=2025-06-09", 28.5 },
        { "asof=2025-01-15", 28.5 },
        { "asof=2025-01-14", 25.5 },
        { "asof=2024-09-01", 25.5 },
        { "seen=2025-01-20", 28.5 },
        { "seen=2025-06-14", 28.5 },
        { "seen=2025-06-15", 30.5 },
        { "seen=2025-08-31", 30.5 },
        { "asof=2025-03-01&seen=2025-07-01", 28.5 },
        { "asof=2025-07-01&seen=2025-03-01", 28.5 },
        { "asof=2024-12-01&seen=2025-08-01", 25.5 },
    };

    [Theory]
    [MemberData(nameof(States))]
    public async Task State_has_the_figure_of_its_release(string state, double value)
    {
        var answer = await site.Client.JsonAsync($"{Indicator}/observations?country=KEN&time=2021&sex=_T&{state}");
        var lines = await LinesAsync($"/indicators/internet-users.csv?country=KEN&time=2021&sex=_T&{state}");

        Assert.Equal(value, Assert.Single(answer.GetProperty("observations").EnumerateArray()).GetProperty("obsValue").GetDouble());
        Assert.StartsWith(FormattableString.Invariant($"KEN,_T,2021,{value},A,PT,UNSD,"), Assert.Single(lines[1..]), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(States))]
    public async Task State_has_the_measures_of_its_figures(string state, double value)
    {
        var ofIndicator = await site.Client.JsonAsync($"{Indicator}/gaps?country=KEN&time=2021&measure=gap-to-goal&{state}");
        var ofArea = await site.Client.JsonAsync($"/api/v1/areas/KEN/gaps?indicator=internet-users&time=2021&measure=gap-to-goal&{state}");
        var lines = await LinesAsync($"/indicators/internet-users.gaps.csv?country=KEN&time=2021&measure=gap-to-goal&{state}");

        Assert.Equal(100 - value, Assert.Single(ofIndicator.GetProperty("gaps").EnumerateArray()).GetProperty("value").GetDouble(), 1e-9);
        Assert.Equal(ofIndicator.GetRawText(), ofArea.GetRawText());
        Assert.Contains(FormattableString.Invariant($",2021,{100 - value},"), Assert.Single(lines[1..]), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Point_that_came_later_is_not_there_before()
    {
        var before = await site.Client.JsonAsync($"{Indicator}/observations?country=~BDI&asof=2025-06-09");
        var after = await site.Client.JsonAsync($"{Indicator}/observations?country=~BDI&asof=2025-06-10");

        Assert.Empty(before.GetProperty("observations").EnumerateArray());
        Assert.Single(after.GetProperty("observations").EnumerateArray());
    }

    [Theory]
    [InlineData("asof=2024-08-31")]
    [InlineData("asof=2024-12-01&seen=2025-07-31")]
    public async Task Indicator_of_which_nothing_was_released_has_no_rows(string state)
    {
        var answer = await site.Client.JsonAsync($"{Indicator}/observations?{state}");

        Assert.Empty(answer.GetProperty("observations").EnumerateArray());
        Assert.Equal("UNEGOV", Assert.Single(answer.GetProperty("state").GetProperty("vintages").EnumerateArray()).Text("source"));
    }

    [Fact]
    public async Task Rows_of_a_computed_state_stand_in_the_order_of_a_published_one()
    {
        var published = await KeysAsync("seen=2025-03-01");
        var computed = await KeysAsync("asof=2024-12-01");

        Assert.Equal(published, computed);
    }

    [Theory]
    [InlineData("", null, null, true)]
    [InlineData("asof=2025-03-01", "2025-03-01", null, true)]
    [InlineData("asof=2024-12-01", "2024-12-01", null, false)]
    [InlineData("seen=2025-03-01", null, "2025-03-01", true)]
    [InlineData("seen=2031-03-01", null, null, true)]
    public async Task Answer_says_which_state_it_shows(string state, string? asOf, string? seen, bool published)
    {
        using var response = await site.Client.GetAsync($"{Indicator}/gaps?measure=gap-to-goal&{state}");
        var answer = await response.JsonAsync();

        Assert.Equal((asOf, seen), (answer.GetProperty("state").Text("asOf"), answer.GetProperty("state").Text("seen")));
        Assert.Equal(published, answer.GetProperty("computation").GetProperty("id").ValueKind == JsonValueKind.Number);
        Assert.Equal(Gaps.GapEngine.MethodVersion, answer.GetProperty("computation").Text("methodVersion"));
        var header = Assert.Single(response.Headers.GetValues("DivideMetrics-State"));
        Assert.Equal((asOf is not null, seen is not null, published), (header.Contains($"asof=\"{asOf}\""), header.Contains($"seen=\"{seen}\""), header.Contains("computation=")));
        var vintages = answer.GetProperty("state").GetProperty("vintages").EnumerateArray().Select(vintage => vintage.GetProperty("id").GetInt64());
        Assert.Contains($"vintages=({string.Join(' ', vintages.Order())})", header);
    }

    [Theory]
    [InlineData("asof=2024-01-31", "asof", "2024-02-01")]
    [InlineData("seen=2025-01-19", "seen", "2025-01-20")]
    [InlineData("asof=2024-01-31&seen=2025-07-31", "asof", "2024-02-01")]
    [InlineData("asof=2025-03-01&seen=2024-12-31", "seen", "2025-01-20")]
    public async Task Day_before_everything_is_404_with_the_first_day(string state, string parameter, string first)
    {
        foreach (var address in new[] { $"{Indicator}/observations", $"{Indicator}/gaps", "/api/v1/areas/KEN/gaps", "/indicators/internet-users.csv", "/indicators/internet-users.gaps.csv", "/indicators/internet-users.metadata.json" })
        {
            using var response = await site.Client.GetAsync($"{address}?{state}");
            var problem = await response.JsonAsync();

            Assert.Equal((HttpStatusCode.NotFound, parameter, first), (response.StatusCode, problem.Text("parameter"), problem.Text("first")));
        }
    }

    [Theory]
    [InlineData("asof=2025", "asof", "2025")]
    [InlineData("asof=2025-02-30", "asof", "2025-02-30")]
    [InlineData("seen=yesterday", "seen", "yesterday")]
    [InlineData("seen=01.03.2025", "seen", "01.03.2025")]
    [InlineData("asof=2025-03-01&asof=2025-04-01", "asof", "2025-03-01 and 2025-04-01")]
    public async Task Day_that_cannot_be_read_is_refused(string state, string parameter, string found)
    {
        foreach (var address in new[] { $"{Indicator}/observations", "/api/v1/areas/KEN/gaps", "/indicators/internet-users.csv", "/indicators/internet-users.metadata.json" })
        {
            using var response = await site.Client.GetAsync($"{address}?{state}");
            var problem = await response.JsonAsync();

            Assert.Equal((HttpStatusCode.BadRequest, parameter, found), (response.StatusCode, problem.Text("parameter"), problem.Text("found")));
        }
    }

    [Fact]
    public async Task Every_state_has_its_own_tag()
    {
        var tags = new List<string?>();
        foreach (var state in new[] { "", "asof=2025-03-01", "asof=2025-03-02", "seen=2025-03-01", "asof=2024-12-01", "asof=2025-03-01&seen=2025-03-01" })
        {
            using var response = await site.Client.GetAsync($"{Indicator}/gaps?measure=gini&{state}");
            tags.Add(response.Headers.ETag?.Tag);
        }

        Assert.Equal(tags.Count, tags.Distinct().Count());
        using var again = await site.Client.SendAsync(new(HttpMethod.Get, $"{Indicator}/gaps?measure=gini&asof=2024-12-01") { Headers = { { "If-None-Match", $"W/{tags[4]}" } } });
        Assert.Equal(HttpStatusCode.NotModified, again.StatusCode);
    }

    [Theory]
    [InlineData("", "internet-users.csv", "</indicators/internet-users.metadata.json>")]
    [InlineData("?asof=2025-03-01", "internet-users-asof-2025-03-01.csv", "</indicators/internet-users.metadata.json?asof=2025-03-01>")]
    [InlineData("?seen=2025-03-01", "internet-users-seen-2025-03-01.csv", "</indicators/internet-users.metadata.json?seen=2025-03-01>")]
    public async Task File_bears_its_day_and_leads_to_its_metadata(string query, string name, string link)
    {
        using var response = await site.Client.GetAsync("/indicators/internet-users.csv" + query);

        Assert.Equal(name, response.Content.Headers.ContentDisposition?.FileName);
        Assert.Contains(response.Headers.GetValues("Link"), one => one.StartsWith(link, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("", "release 2025-06-10", "as of 2025-09-01", "?asof=2025-09-01")]
    [InlineData("?asof=2025-03-01", "release 2025-01-15", "as of 2025-03-01", "?asof=2025-03-01")]
    [InlineData("?asof=2024-12-01", "release 2024-09-01", "as of 2024-12-01", "?asof=2024-12-01")]
    [InlineData("?seen=2025-03-01", "release 2025-01-15", "as shown on 2025-03-01", "?seen=2025-03-01")]
    public async Task Citation_names_the_release_and_lasts(string query, string release, string day, string permalink)
    {
        var citation = (await site.Client.JsonAsync("/indicators/internet-users.metadata.json" + query)).GetProperty("citation");

        Assert.StartsWith("United Nations Statistics Division", citation.Text("text"));
        Assert.Contains($"({release})", citation.Text("text"));
        Assert.EndsWith($"“Individuals using the Internet”, via DivideMetrics, {day}", citation.Text("text"));
        Assert.Equal("/indicators/internet-users" + permalink, citation.Text("permalink"));
    }

    private async Task<List<string>> KeysAsync(string state) =>
        (await LinesAsync($"/indicators/internet-users.gaps.csv?{state}")).Select(line => string.Join(',', line.Split(',')[..4])).ToList();

    private async Task<string[]> LinesAsync(string address) => (await site.Client.GetStringAsync(address)).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
}
