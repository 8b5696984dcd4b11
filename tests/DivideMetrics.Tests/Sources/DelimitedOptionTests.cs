using CsCheck;
using DivideMetrics.Observations;
using DivideMetrics.Quality;
using DivideMetrics.Sources;

namespace DivideMetrics.Tests.Sources;

/// <summary>What the delimited adapter copes with when its options say so: hand-written tables in the shapes of national offices.</summary>
public sealed class DelimitedOptionTests : IDisposable
{
    private static readonly string[] Pieces = ["a,t,v\n", "KEN", "2020", ",", "\"", "\n", "\r\n", "1.5", "\uFEFF", "#", "é", "\0", " ", "IND,2021,3\n"];
    private readonly Workbench _bench = new();

    public void Dispose() => _bench.Dispose();

    [Theory]
    [InlineData("a,t,v\nKEN,2020,1.5\n", "")]
    [InlineData("\uFEFFa;t;v\r\nKEN;2020;1.5\r\n", "delimiter=;")]
    [InlineData("a|t|v\nKEN|2020|1.5\n", "delimiter=|")]
    [InlineData("a\tt\tv\nKEN\t2020\t1.5\n", "delimiter=tab")]
    [InlineData("a;t;v\nKEN;2020;1,5\n", "delimiter=;&decimal=comma")]
    [InlineData("a,t,v\nKEN,2020,1.5000000000000000\n", "")]
    [InlineData("a,t,v\nKEN,2020.0,15e-1\n", "")]
    [InlineData("My \"table\", 2020\n\nsecond line\na,t,v\nKEN,2020,1.5\n", "skip-lines=3")]
    [InlineData("# by hand, \"so\"\na,t,v\n#x\nKEN,2020,1.5\n", "comment=#")]
    [InlineData("a,t,v,\nKEN,2020,1.5,\n", "")]
    [InlineData("a,t,v,,\nKEN,2020,1.5\n", "")]
    [InlineData("a,t,v\nKEN,2020,1.5,,\n", "strict=false")]
    [InlineData("a,t,v\n,,\n\nKEN,2020,1.5\n", "")]
    [InlineData("a,t,v\nKEN,2020,1.5\n\"Source: the office, 2021\",,\n", "footnotes=skip")]
    [InlineData("a,t,v\nKEN,2020,1.5\nNote: estimates\n", "footnotes=skip")]
    [InlineData("a,t,v\nKEN,2019,NA\nKEN,2018,..\nKEN,2017,\nKEN,2020,1.5\n", "missing=NA;..")]
    [InlineData(",a,t,v\n1,KEN,2020,1.5\n", "")]
    [InlineData("a,2020,x\nKEN,1.5,y\n", "year-columns=true")]
    [InlineData("a,t,v,s\nKEN,2020,1.5,b\n", "status=s&status-codes=b=A")]
    [InlineData("a,t,v\nKEN,2020,1.5%\n", "percent=shown")]
    [InlineData("a,t,v,c\nKEN,2020,1.5,S\n", "series-column=c")]
    public void Table_is_read_as_its_options_say(string text, string options)
    {
        var taken = Parse(text, options);

        Assert.Equal(("S", "KEN", 2020, 1.5), Assert.Single(taken.Select(row => (row.Series.Code, row.Area, row.Year, row.Value!.Value))));
        Assert.Equal(0, _bench.Findings.Errors);
    }

    [Theory]
    [InlineData("1,234.5", "point", "Thousands separators are not read")]
    [InlineData("1 234", "point", "Thousands separators are not read")]
    [InlineData("1'234'567", "point", "Thousands separators are not read")]
    [InlineData("1.234,5", "comma", "Thousands separators are not read")]
    [InlineData("1,5", "point", "'decimal' to comma")]
    [InlineData("1.5", "comma", "'decimal' to point")]
    [InlineData("45%", "point", "option 'percent'")]
    [InlineData("<5", "point", "found '<5'")]
    public void Number_that_could_mean_two_things_is_refused_with_what_to_do(string text, string point, string advice)
    {
        Parse($"a;t;v\nKEN;2020;{text}\nKEN;2021;1\n", $"delimiter=;&strict=false&decimal={point}");

        var finding = Assert.Single(_bench.Findings.Kept);
        Assert.Equal(("not-a-number", Severity.Error, 2L), (finding.Code, finding.Severity, finding.Line!.Value));
        Assert.Contains(advice, finding.Note);
    }

    [Theory]
    [InlineData("code", "IND", "IND")]
    [InlineData("name", " India ", "IND")]
    [InlineData("iso2", "IN", "IND")]
    [InlineData("iso2", "in", "IND")]
    [InlineData("m49", "356", "IND")]
    [InlineData("m49", "004", "AFG")]
    [InlineData("m49", "4", "AFG")]
    [InlineData("m49", "1", "WLD")]
    [InlineData("any", "ind", "IND")]
    [InlineData("any", "XK", "XKX")]
    [InlineData("any", "UNK", "XKX")]
    [InlineData("any", "EL", "GRC")]
    [InlineData("any", "Côte d'Ivoire", "CIV")]
    public void Area_column_holds_what_its_kind_says(string kind, string text, string area)
    {
        var source = Source($"delimiter=;&area-kind={kind}");
        var findings = new FindingSink();
        var areas = DivideMetrics.Seeds.SeedLoader.Load(Path.Combine(Workbench.Root, "seeds")).Areas;

        var taken = _bench.Registry.For(source).Parse(new ParseRequest(source, [_bench.RawText("x.csv", $"a;t;v\n{text};2020;1\n")], areas, findings)).ToList();

        Assert.Equal(area, Assert.Single(taken).Area);
    }

    [Fact]
    public void Dimensions_are_read_with_the_words_of_the_table()
    {
        var text = "a,t,v,sex,age,place,q,w\nKEN,2020,1,Women,15-24,urban,Q1,rich\nKEN,2020,2,All,_T,all,,all\n";
        var options = "sex=sex&sex-codes=Women=F;Men=M;All=_T&age=age&age-codes=15-24=Y15T24&urbanisation=place"
            + "&urbanisation-codes=urban=U;rural=R;all=_T&breakdown=WEALTH=w;QUINTILE=q&breakdown-codes=all=_T";

        Assert.Equal(
            [new SeriesKey("S", Sex.Female, "Y15T24", "U", "QUINTILE=Q1;WEALTH=rich"), new SeriesKey("S")],
            Parse(text, options).Select(row => row.Series));
    }

    [Theory]
    [InlineData("sex=x", "unknown-sex")]
    [InlineData("urbanisation=x", "unknown-urbanisation")]
    [InlineData("status=x", "unknown-status")]
    public void Code_that_is_none_is_a_finding(string options, string code)
    {
        Parse("a,t,v,x\nKEN,2020,1,odd\n", "strict=false&" + options);

        Assert.Equal(code, Assert.Single(_bench.Findings.Kept, finding => finding.Severity == Severity.Error).Code);
    }

    [Theory]
    [InlineData("skip-lines=x", "whole number")]
    [InlineData("comment=##", "one character")]
    [InlineData("decimal=dot", "point or comma")]
    [InlineData("sex-codes=F&sex=s", "word=CODE")]
    [InlineData("breakdown=x", "NAME=column")]
    [InlineData("year-columns=true&value-columns=a=S", "without year-columns")]
    [InlineData("area-kind=iso3", "code or name or iso2 or m49 or any")]
    public void Option_that_is_wrong_is_told(string options, string reason) =>
        Assert.Contains(reason, Assert.Throws<SourceException>(() => Parse("a,t,v\nKEN,2020,1\n", options)).Message);

    [Fact]
    public void Text_of_any_kind_gives_rows_findings_or_says_what_is_wrong() =>
        Gen.Select(Gen.Int[0, Pieces.Length - 1].Array[0, 30], Gen.Bool)
            .Sample(
                (parts, strict) =>
                {
                    try
                    {
                        Parse("a,t,v\n" + string.Concat(parts.Select(part => Pieces[part])), $"strict={(strict ? "true" : "false")}&comment=#&footnotes=skip");
                    }
                    catch (SourceException failure)
                    {
                        Assert.Equal("x.csv", failure.File);
                    }
                },
                iter: 500,
                threads: 1);

    private static SourceDefinition Source(string options)
    {
        var all = new Dictionary<string, string> { ["area"] = "a", ["period"] = "t", ["value"] = "v", ["series"] = "S" };
        foreach (var option in options.Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            var at = option.IndexOf('=', StringComparison.Ordinal);
            all[option[..at]] = option[(at + 1)..];
        }

        return Workbench.Source("delimited", "x.csv", "S") with { Options = all };
    }

    private List<Observation> Parse(string text, string options) => _bench.Parse(Source(options), _bench.RawText("x.csv", text));
}
