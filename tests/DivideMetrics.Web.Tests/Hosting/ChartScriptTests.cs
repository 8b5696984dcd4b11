using System.Net;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;
using System.Text.RegularExpressions;
using DivideMetrics.Web.Hosting;

namespace DivideMetrics.Web.Tests.Hosting;

/// <summary>Our chart script, at the address that Plotly.Blazor loads; see plotly.mjs.</summary>
[Collection(PublishedSiteTests.Name)]
public sealed partial class ChartScriptTests(PublishedSite site)
{
    private const string Address = "/_content/Plotly.Blazor/plotly-3.7.0.min.js";
    private const int GreatestLength = 1_150_000;

    [Fact]
    public async Task Script_holds_the_small_traces_only()
    {
        var script = await site.Client.GetStringAsync(Address);

        Assert.Equal(["bar", "choropleth", "heatmap", "scatter", "scattergeo"], TracesIn(script));
        Assert.InRange(script.Length, 1, GreatestLength);
    }

    [Fact]
    public async Task Script_holds_every_trace_that_a_figure_draws()
    {
        var drawn = TracesOfFigures();

        Assert.Contains("choropleth", drawn);
        Assert.Empty(drawn.Except(TracesIn(await site.Client.GetStringAsync(Address))));
    }

    [Fact]
    public void Script_is_at_the_address_that_the_component_loads() =>
        Assert.Contains("." + Address, StringsOf(typeof(Plotly.Blazor.PlotlyChart).Assembly.Location));

    [Fact]
    public async Task Script_needs_no_evaluation_of_text_and_keeps_its_licence()
    {
        var script = await site.Client.GetStringAsync(Address);

        Assert.DoesNotMatch(Evaluation(), script);
        Assert.StartsWith("/**\n* plotly.js v3.7.0\n", script, StringComparison.Ordinal);
        Assert.Contains("Licensed under the MIT license", script, StringComparison.Ordinal);
        Assert.Contains("@plotly/d3 3.8.2 (BSD-3-Clause)", script, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/_content/Plotly.Blazor/plotly-basic-3.7.0.min.js")]
    [InlineData("/_content/Plotly.Blazor/plotly-3.7.0.min.igedpioz73.js")]
    public async Task Scripts_of_the_package_are_left_out(string address)
    {
        using var response = await site.Client.GetAsync(address);

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
    }

    private static List<string> TracesIn(string script) => [.. TraceModule().Matches(script).Select(found => found.Groups[1].Value).Order(StringComparer.Ordinal)];

    /// <summary>The types of Plotly.Blazor.Traces that the program's own code names.</summary>
    private static List<string> TracesOfFigures()
    {
        using var file = new PEReader(File.OpenRead(typeof(WebHost).Assembly.Location));
        var metadata = file.GetMetadataReader();
        return
        [
            .. metadata.TypeReferences.Select(metadata.GetTypeReference)
                .Where(type => metadata.GetString(type.Namespace) == "Plotly.Blazor.Traces")
                .Select(type => metadata.GetString(type.Name).ToLowerInvariant()),
        ];
    }

    /// <summary>Every text in an assembly's code.</summary>
    private static List<string> StringsOf(string assembly)
    {
        using var file = new PEReader(File.OpenRead(assembly));
        var metadata = file.GetMetadataReader();
        var strings = new List<string>();
        for (var handle = MetadataTokens.UserStringHandle(1); !handle.IsNil; handle = metadata.GetNextHandle(handle))
        {
            strings.Add(metadata.GetUserString(handle));
        }

        return strings;
    }

    [GeneratedRegex("moduleType:\"trace\",name:\"(\\w+)\"")]
    private static partial Regex TraceModule();

    [GeneratedRegex(@"new Function\b|(?<![.\w])eval\(")]
    private static partial Regex Evaluation();
}
