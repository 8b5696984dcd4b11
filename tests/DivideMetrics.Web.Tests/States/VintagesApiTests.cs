using System.Net;
using DivideMetrics.Web.Tests.Api;

namespace DivideMetrics.Web.Tests.States;

/// <summary>The list of releases.</summary>
[Collection(ReleasedSiteTests.Name)]
public sealed class VintagesApiTests(ReleasedSite site)
{
    [Fact]
    public async Task Vintages_stand_in_the_order_of_release_with_their_three_dates()
    {
        var vintages = await site.Client.JsonAsync("/api/v1/vintages?source=UNSD");

        Assert.Equal(
            ["2025-06-10 2025-06-15 2025-06-15 published", "2025-01-15 2025-01-20 2025-01-20 published", "2024-09-01 2025-08-01 2025-08-01 published"],
            vintages.EnumerateArray().Select(vintage => $"{vintage.Text("released")} {vintage.Text("retrievedAt")![..10]} {vintage.Text("publishedAt")![..10]} {vintage.Text("status")}"));
    }

    [Fact]
    public async Task Vintage_says_what_it_changed()
    {
        var june = (await site.Client.JsonAsync("/api/v1/vintages?source=UNSD"))[0].GetProperty("changes");

        Assert.Equal(
            [("created", 1), ("updated", 1), ("withdrawn", 0), ("revised", 1), ("precision", 0), ("status", 0)],
            june.EnumerateObject().Select(count => (count.Name, count.Value.GetInt32())));
    }

    [Theory]
    [InlineData("status=published", 4)]
    [InlineData("status=quarantined", 0)]
    [InlineData("status=trial", 0)]
    [InlineData("source=UNSD&status=published", 3)]
    [InlineData("source=UNEGOV", 1)]
    public async Task Vintages_are_chosen_by_source_and_status(string query, int count) =>
        Assert.Equal(count, (await site.Client.JsonAsync($"/api/v1/vintages?{query}")).GetArrayLength());

    [Fact]
    public async Task Unknown_status_is_refused()
    {
        using var response = await site.Client.GetAsync("/api/v1/vintages?status=late");

        Assert.Equal((HttpStatusCode.BadRequest, "status"), (response.StatusCode, (await response.JsonAsync()).Text("parameter")));
    }

    [Fact]
    public async Task Vintage_names_its_files()
    {
        var newest = (await site.Client.JsonAsync("/api/v1/vintages?source=UNSD"))[0];

        var vintage = await site.Client.JsonAsync($"/api/v1/vintages/{newest.GetProperty("id")}");

        Assert.Equal(newest.Text("sha256"), vintage.Text("sha256"));
        var file = Assert.Single(vintage.GetProperty("files").EnumerateArray());
        Assert.Equal(("UNSD_17.8.1.csv", 64), (Path.GetFileName(file.Text("name")), file.Text("sha256")!.Length));
        Assert.NotEqual(0, file.GetProperty("length").GetInt32());
        Assert.DoesNotContain(Path.GetTempPath(), vintage.GetRawText(), StringComparison.Ordinal);
    }
}
