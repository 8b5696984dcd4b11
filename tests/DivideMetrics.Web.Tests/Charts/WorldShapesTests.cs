using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using DivideMetrics.Web.Components.Charts;
using DivideMetrics.Web.Tests.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace DivideMetrics.Web.Tests.Charts;

/// <summary>The outlines of the server-drawn map.</summary>
[Collection(PublishedSiteTests.Name)]
public sealed partial class WorldShapesTests(PublishedSite site)
{
    [Theory]
    [InlineData(10, 0, 600, 308)]
    [InlineData(-170, 0, 0, 308)]
    [InlineData(190, 0, 1200, 308)]
    [InlineData(37, -1, 690, 311)]
    [InlineData(140, -30, 1015, 424)]
    [InlineData(-100, 60, 300, 78)]
    public void Place_is_where_the_script_drawn_map_has_it(double longitude, double latitude, int x, int y) =>
        Assert.Equal((x, y), WorldProjection.Whole(longitude, latitude));

    [Fact]
    public void Every_place_lies_in_the_box()
    {
        var places = from longitude in Enumerable.Range(-170, 361) from latitude in Enumerable.Range(-58, 143) select WorldProjection.Whole(longitude, latitude);

        Assert.All(places, place => Assert.True(place is { X: >= 0 and <= WorldProjection.Width, Y: >= 0 and <= WorldProjection.Height }, $"{place}"));
    }

    [Theory]
    [InlineData("[[0]]", "M567 308l0-39 33 0 0 39-33 0z")]
    [InlineData("[[-1]]", "M567 308l33 0 0-39-33 0 0 39z")]
    public void Arc_is_walked_forwards_or_backwards(string arcs, string path)
    {
        var topology = $$$"""
            {"transform": {"scale": [10, 10], "translate": [0, 0]}, "arcs": [[[0, 0], [0, 1], [1, 0], [0, -1], [-1, 0]]],
             "objects": {"countries": {"geometries": [{"id": "AAA", "type": "Polygon", "arcs": {{{arcs}}} } ] } } }
            """;

        var world = WorldShapes.Read(new MemoryStream(Encoding.UTF8.GetBytes(topology)));

        Assert.Equal(path, world.Paths["AAA"]);
    }

    [Fact]
    public void No_outline_runs_around_the_world()
    {
        var world = site.Services.GetRequiredService<WorldShapes>();

        var steps = world.Paths.Values.SelectMany(path => path.Split('M')).SelectMany(ring => Step().Matches(ring.Split('l')[^1]));
        Assert.All(steps, step => Assert.InRange(Math.Abs(int.Parse(step.Value, CultureInfo.InvariantCulture)), 0, WorldProjection.Width / 4));
    }

    [Fact]
    public void Delivered_map_draws_large_economies_and_leaves_antarctica_out()
    {
        var world = site.Services.GetRequiredService<WorldShapes>();

        Assert.All(new[] { "USA", "RUS", "KEN", "BRA", "FJI", "NZL" }, code => Assert.StartsWith("M", world.Paths[code], StringComparison.Ordinal));
        Assert.False(world.Paths.ContainsKey("ATA"));
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/indicators/internet-users")]
    public async Task First_html_holds_the_map_in_at_most_120_kilobytes(string page)
    {
        var html = await site.Client.GetStringAsync(page);

        var map = html.Split("<svg class=\"static-map\"")[1].Split("</svg>")[0];
        Assert.InRange(map.Length, 20_000, 120_000);
        Assert.Contains("class=\"level-6\"", map, StringComparison.Ordinal);
        Assert.Contains("class=\"blank\"", map, StringComparison.Ordinal);
    }

    [GeneratedRegex("-?[0-9]+")]
    private static partial Regex Step();
}
