using DivideMetrics.Areas;
using DivideMetrics.Quality;

namespace DivideMetrics.Tests.Sources;

public sealed class OtherAreaTests : IDisposable
{
    private readonly Workbench _bench = new();

    public void Dispose() => _bench.Dispose();

    [Theory]
    [InlineData("ANT")]
    [InlineData("SUN")]
    [InlineData("CSK")]
    [InlineData("DDR")]
    [InlineData("AN")]
    [InlineData("530")]
    [InlineData("Netherlands Antilles ")]
    [InlineData("Former USSR")]
    public void Area_that_is_no_more_is_left_out_with_one_warning_and_no_error(string text)
    {
        var taken = Parse("", text);

        Assert.Equal("KEN", Assert.Single(taken).Area);
        Assert.Equal(("dissolved-area", Severity.Warning, 3L), Assert.Single(_bench.Findings.Kept.Select(Facts)));
        Assert.Equal(0, _bench.Findings.Errors);
    }

    [Theory]
    [InlineData("XX1", "XX1;ZZ")]
    [InlineData("XX1", "zz; XX*")]
    [InlineData("Arab world (ITU)", "*(ITU)")]
    [InlineData("IND", "I*D")]
    public void Area_that_the_source_leaves_out_is_said_once_and_is_no_error(string text, string patterns)
    {
        var taken = Parse(patterns, text);

        Assert.Equal("KEN", Assert.Single(taken).Area);
        Assert.Equal(("other-area", Severity.Info, 3L), Assert.Single(_bench.Findings.Kept.Select(Facts)));
    }

    [Fact]
    public void Area_that_no_pattern_names_stays_an_error()
    {
        Parse("Y*", "XX1");

        Assert.Equal(2, _bench.Findings.Errors);
    }

    [Fact]
    public void Former_areas_stand_on_no_list_of_today()
    {
        var today = DivideMetrics.Seeds.SeedLoader.Load(Path.Combine(Workbench.Root, "seeds")).Areas;

        Assert.All(FormerArea.All, former => Assert.Null(today.Find(former.Code) ?? today.FindByIso2(former.Iso2) ?? today.FindByM49(former.M49)));
        Assert.All(FormerArea.All, former => Assert.Null(today.Resolve(former.Name)));
    }

    private List<DivideMetrics.Observations.Observation> Parse(string patterns, string text)
    {
        var source = Workbench.Source("delimited", "x", "S") with
        {
            Options = new Dictionary<string, string>
            {
                ["area"] = "a", ["period"] = "t", ["value"] = "v", ["series"] = "S", ["leave-out-areas"] = patterns,
            },
        };
        return _bench.Parse(source, _bench.RawText("x.csv", $"a,t,v\nKEN,2020,1\n{text},2020,2\n{text},2021,3\n"));
    }

    private static (string, Severity, long?) Facts(Finding finding) => (finding.Code, finding.Severity, finding.Line);
}
