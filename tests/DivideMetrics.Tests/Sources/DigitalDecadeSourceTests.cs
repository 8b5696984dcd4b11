using CsCheck;
using DivideMetrics.Observations;
using DivideMetrics.Quality;
using DivideMetrics.Seeds;
using DivideMetrics.Sources;

namespace DivideMetrics.Tests.Sources;

public sealed class DigitalDecadeSourceTests : IAsyncLifetime
{
    private const string Header = "period,country,indicator,breakdown,unit,value,flags\n";
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
    [InlineData("2021,EL,x_a,ind_total,pc_ind,12.5,\"\"", "GRC", 2021, 12.5, ObsStatus.A)]
    [InlineData("2021,UK,x_a,hh_total,pc_hh,12.5,", "GBR", 2021, 12.5, ObsStatus.A)]
    [InlineData("desi_2022,EU,x_a,total_pophh,pc_hh,12.5,b", "EUU", 2021, 12.5, ObsStatus.B)]
    [InlineData("2021,SE,x_a,ind_total,pc_ind,12.5,u", "SWE", 2021, 12.5, ObsStatus.U)]
    [InlineData("2021,SE,x_a,ind_total,pc_ind,12.5,bu", "SWE", 2021, 12.5, ObsStatus.B)]
    [InlineData("2021,SE,x_a,ind_total,pc_ind,12.5,ep", "SWE", 2021, 12.5, ObsStatus.P)]
    [InlineData("2021,SE,x_a,ind_total,pc_ind,,x", "SWE", 2021, null, ObsStatus.O)]
    [InlineData("2021,SE,x_a,ind_total,pc_ind,,c", "SWE", 2021, null, ObsStatus.Q)]
    [InlineData("2021,SE,x_a,ind_total,pc_ind,,u", "SWE", 2021, null, ObsStatus.O)]
    public void Decade_reads_area_period_value_and_flags(string row, string area, int year, double? value, ObsStatus status)
    {
        var (taken, findings) = Parse(row);

        Assert.Equal(new Observation(new SeriesKey("x_a"), area, year, value, status), Assert.Single(taken));
        Assert.Empty(findings.Kept);
    }

    [Theory]
    [InlineData("ind_total", Sex.Total, "_T", "_T", "_T")]
    [InlineData("total_pophh", Sex.Total, "_T", "_T", "_T")]
    [InlineData("f_total", Sex.Female, "_T", "_T", "_T")]
    [InlineData("m_y16_74", Sex.Male, "_T", "_T", "_T")]
    [InlineData("f_y16_24", Sex.Female, "Y16T24", "_T", "_T")]
    [InlineData("Y55_74", Sex.Total, "Y55T74", "_T", "_T")]
    [InlineData("hh_deg3", Sex.Total, "_T", "R", "_T")]
    [InlineData("hh_deg1", Sex.Total, "_T", "_T", "BREAKDOWN=hh_deg1")]
    [InlineData("5g_pb", Sex.Total, "_T", "_T", "BREAKDOWN=5g_pb")]
    public void Decade_reads_breakdowns_as_dimensions(string breakdown, Sex sex, string age, string urbanisation, string other) =>
        Assert.Equal(
            new SeriesKey("x_a", sex, age, urbanisation, other), Assert.Single(Parse($"2021,SE,x_a,{breakdown},pc,1,").Taken).Series);

    [Theory]
    [InlineData("2021Q1,SE,x_a,ind_total,pc,1,", "not-a-year", Severity.Error)]
    [InlineData("desi_22,SE,x_a,ind_total,pc,1,", "not-a-year", Severity.Error)]
    [InlineData("2021,SE,x_a,ind_total,pc,n/a,", "not-a-number", Severity.Error)]
    [InlineData("2021,QQ,x_a,ind_total,pc,1,", "unknown-area", Severity.Error)]
    [InlineData("2021,SE,x_a,ind_total,pc,1,?", "unknown-status", Severity.Warning)]
    [InlineData("2021,SE,x_a,ind_total,pc,1,\n2022,SE,x_a,ind_total,pc_other,1,", "other-unit", Severity.Warning)]
    [InlineData("2021,SE,x_a,ind_total,pc,1,\n2022,SE,x_b,ind_total,pc,1,", "unknown-series", Severity.Info)]
    public void Decade_makes_findings_of_what_it_cannot_take(string rows, string code, Severity severity) =>
        Assert.Contains((code, severity), Parse(rows).Findings.Kept.Select(finding => (finding.Code, finding.Severity)));

    [Theory]
    [InlineData("", 1)]
    [InlineData("period,country,value\n", 1)]
    [InlineData(Header + "2021,SE,x_a,ind_total,pc,1,\n2021,SE,x_a\n", 3)]
    [InlineData(Header + "2021,SE,\"x_a,ind_total\n", 2)]
    public void Decade_refuses_a_file_that_is_none_with_its_line(string text, long line)
    {
        var failure = Assert.Throws<SourceException>(() => _bench.Parse(Source(), _bench.RawText("x.csv", text)));

        Assert.Equal(("x.csv", line), (failure.File, failure.Line));
    }

    [Fact]
    public async Task Decade_fetches_every_chart_group_and_leaves_out_one_that_is_no_more()
    {
        _server.Then(200, Header + "2021,SE,x_a,ind_total,pc,1,\n", "text/csv").Then(404, "gone");
        var source = Source() with { Location = _server.Address + "/api/v1", Options = new Dictionary<string, string> { ["groups"] = "desi-2022;other" } };

        var fetched = await _bench.FetchAsync(source);

        Assert.Equal(["/api/v1/chart-groups/desi-2022/facts/", "/api/v1/chart-groups/other/facts/"], _server.Requests.Select(request => request.Path));
        Assert.Equal("desi-2022-data.csv", Assert.Single(fetched.Files).Name);
        Assert.Equal("series-refused", Assert.Single(fetched.Findings).Code);
    }

    [Fact]
    public void Decade_reads_the_commissions_own_files_as_the_seeds_declare_them()
    {
        var source = Seeds.FindSource("ECDD")!;
        var findings = new FindingSink();
        var files = Directory.GetFiles(Workbench.Shared("ec-digital-decade"), "*.csv").Order(StringComparer.Ordinal).Select(file => Workbench.Raw(file)).ToList();

        var taken = _bench.Registry.For(source).Parse(new ParseRequest(source, files, Seeds.Areas, findings)).ToList();

        Assert.Empty(findings.Kept);
        Assert.Equal((1809, 3), (taken.Count, taken.Count(row => row.Value is null)));
        Assert.Equal(14, taken.Select(row => row.Series.Code).Distinct().Count());
        Assert.Equal(81.186603, taken.Single(row => row is { Series: { Code: "desi_2b2", Urbanisation: "_T" }, Area: "EUU", Year: 2022 }).Value);
        Assert.Equal(51.45063, taken.Single(row => row is { Series: { Code: "desi_2b2", Urbanisation: "R" }, Area: "EUU", Year: 2022 }).Value);
    }

    [Fact]
    public void Text_of_any_kind_gives_rows_findings_or_says_what_is_wrong() =>
        Gen.String.Sample(
            text =>
            {
                try
                {
                    _bench.Parse(Source(), _bench.RawText("x.csv", Header + text));
                }
                catch (SourceException failure)
                {
                    Assert.NotNull(failure.Line);
                }
            },
            iter: 200,
            threads: 1);

    private static SourceDefinition Source() => Workbench.Source("digital-decade", "https://example.org", "x_a");

    private (List<Observation> Taken, FindingSink Findings) Parse(string rows)
    {
        var (source, findings) = (Source(), new FindingSink());
        var file = _bench.RawText("x.csv", Header + rows + "\n");
        return (_bench.Registry.For(source).Parse(new ParseRequest(source, [file], Seeds.Areas, findings)).ToList(), findings);
    }
}
