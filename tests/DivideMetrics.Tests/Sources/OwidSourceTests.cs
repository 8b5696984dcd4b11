using CsCheck;
using DivideMetrics.Observations;
using DivideMetrics.Quality;
using DivideMetrics.Seeds;
using DivideMetrics.Sources;

namespace DivideMetrics.Tests.Sources;

/// <summary>Specimens in the shape of the site's chart downloads.</summary>
public sealed class OwidSourceTests : IAsyncLifetime
{
    private const string Metadata = """{"chart":{"title":"T"},"columns":{"x_share":{"lastUpdated":"2031-02-03","unit":"%"},"y":{"lastUpdated":"2030-01-01"}},"dateDownloaded":"2031-05-05"}""";
    private static readonly Catalog Seeds = SeedLoader.Load(Path.Combine(Workbench.Root, "seeds"));
    private readonly Workbench _bench = new();
    private ScriptedServer _server = null!;

    public async ValueTask InitializeAsync() => _server = await ScriptedServer.StartAsync();

    public async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync();
        _bench.Dispose();
    }

    [Theory]
    [InlineData("Entity,Code,Year,Share of people")]
    [InlineData("entity,code,year,x_share")]
    [InlineData("\uFEFFEntity,Code,Year,Share of people")]
    public void Owid_reads_titles_and_short_names(string header)
    {
        var (taken, findings) = Parse($"{header}\nKenya,KEN,2020,12.5\nKosovo,OWID_KOS,2020,3\nWorld,OWID_WRL,2020,4\nIndia,IND,2020,\n", "x-chart");

        Assert.Equal([("KEN", 12.5), ("XKX", 3), ("WLD", 4)], taken.Select(row => (row.Area, row.Value!.Value)));
        Assert.All(taken, row => Assert.Equal(new SeriesKey("x-chart"), row.Series));
        Assert.Empty(findings.Kept);
    }

    [Theory]
    [InlineData("East Asia and Pacific (WB)", "", "EAS")]
    [InlineData("Sub-Saharan Africa (WB)", "", "SSF")]
    [InlineData("High-income countries", "", "HIC")]
    [InlineData("Micronesia (country)", "FSM", "FSM")]
    public void Owid_knows_the_banks_regions_by_their_names(string entity, string code, string area) =>
        Assert.Equal(area, Assert.Single(Parse($"Entity,Code,Year,T\n{entity},{code},2020,1\n", "x-chart").Taken).Area);

    [Theory]
    [InlineData("Oceania (SDG)", "")]
    [InlineData("Africa (ITU)", "")]
    [InlineData("Europe", "OWID_EUR")]
    public void Owid_leaves_out_regions_of_its_own_and_of_others_without_an_error(string entity, string code)
    {
        var (taken, findings) = Parse($"Entity,Code,Year,T\n{entity},{code},2020,1\n{entity},{code},2021,2\nKenya,KEN,2020,1\n", "x-chart");

        Assert.Single(taken);
        Assert.Equal(("other-area", Severity.Info), Assert.Single(findings.Kept.Select(finding => (finding.Code, finding.Severity))));
    }

    [Fact]
    public void Owid_leaves_out_states_that_are_no_more_with_one_warning()
    {
        var (_, findings) = Parse("Entity,Code,Year,T\nUSSR,OWID_USS,1990,1\nUSSR,OWID_USS,1991,1\nAtlantis,ATL,2020,1\n", "x-chart");

        Assert.Equal(["dissolved-area", "unknown-area"], findings.Kept.Select(finding => finding.Code));
    }

    [Fact]
    public void Owid_reads_projections_as_forecasts_and_passes_over_columns_beside()
    {
        var (taken, _) = Parse(
            "entity,code,year,x,x__projected,x__original_year,x__annotations,owid_region\nKenya,KEN,2020,1,,2020,a note,Africa\nKenya,KEN,2030,,2,,,Africa\n", "x-chart");

        Assert.Equal([(2020, 1d, ObsStatus.A), (2030, 2d, ObsStatus.F)], taken.Select(row => (row.Year, row.Value!.Value, row.Status)));
    }

    [Fact]
    public void Owid_reads_the_declared_columns_of_a_chart_with_several()
    {
        var (taken, findings) = Parse("entity,code,year,men,women\nKenya,KEN,2020,1,2\n", "x-chart/women");

        Assert.Equal(("x-chart/women", 2d), Assert.Single(taken.Select(row => (row.Series.Code, row.Value!.Value))));
        Assert.Empty(findings.Kept);
    }

    [Theory]
    [InlineData("entity,code,year,men,women\nKenya,KEN,2020,1,2\n", "x-chart/men")]
    [InlineData("Entity,Code,Day,T\nKenya,KEN,2020-01-01,1\n", "annual")]
    [InlineData("<!doctype html>\n", "Entity, Code, Year")]
    [InlineData("Entity,Code,Year,T\nKenya,KEN\n", "cut off")]
    [InlineData("", "Entity, Code, Year")]
    public void Owid_refuses_a_file_that_it_cannot_read_as_a_whole(string text, string reason) =>
        Assert.Contains(reason, Assert.Throws<SourceException>(() => Parse(text, "x-chart")).Message);

    [Fact]
    public void Owid_says_a_bad_year_and_a_text() =>
        Assert.Equal(
            ["not-a-year", "not-a-number"],
            Parse("Entity,Code,Year,T\nKenya,KEN,20,1\nKenya,KEN,2020,many\n", "x-chart").Findings.Kept.Select(finding => finding.Code));

    [Fact]
    public async Task Owid_fetches_table_and_metadata_follows_a_renamed_chart_and_leaves_out_a_lost_one()
    {
        _server
            .Then(301, headers: headers => headers.Location = "/grapher/new-name.csv")
            .Then(200, "Entity,Code,Year,T\nKenya,KEN,2020,1\n", "text/csv")
            .Then(200, Metadata)
            .Then(404, "no such chart", "text/plain");
        var source = Workbench.Source("owid", _server.Address + "/grapher", "x-chart", "lost-chart");

        var fetched = await _bench.FetchAsync(source);

        Assert.Equal(["x-chart.csv", "x-chart.metadata.json"], fetched.Files.Select(file => file.Name));
        Assert.Equal(new DateOnly(2031, 2, 3), fetched.Released);
        Assert.Equal("lost-chart", Assert.Single(fetched.Findings).Series);
        Assert.Equal("?v=1&csvType=full&useColumnShortNames=true", _server.Requests[0].Query);
        Assert.Equal(1, Assert.Single(_bench.Parse(source, fetched.Files)).Value);
    }

    [Fact]
    public void Text_of_any_kind_gives_rows_findings_or_says_what_is_wrong() =>
        Gen.String.Sample(
            text =>
            {
                try
                {
                    Parse("Entity,Code,Year,T\n" + text, "x-chart");
                }
                catch (SourceException failure)
                {
                    Assert.NotNull(failure.Line);
                }
            },
            iter: 200,
            threads: 1);

    private (List<Observation> Taken, FindingSink Findings) Parse(string text, string series)
    {
        var (source, findings) = (Workbench.Source("owid", "https://example.org", series), new FindingSink());
        RawFile[] files = [_bench.RawText("x-chart.csv", text), _bench.RawText("x-chart.metadata.json", Metadata)];
        return (_bench.Registry.For(source).Parse(new ParseRequest(source, files, Seeds.Areas, findings)).ToList(), findings);
    }
}
