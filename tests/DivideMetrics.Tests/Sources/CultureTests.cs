using System.Globalization;
using DivideMetrics.Observations;
using DivideMetrics.Sources;

namespace DivideMetrics.Tests.Sources;

public sealed class CultureTests : IDisposable
{
    private readonly Workbench _bench = new();

    public void Dispose() => _bench.Dispose();

    [Theory]
    [InlineData("ar-SA")]
    [InlineData("fr-FR")]
    [InlineData("tr-TR")]
    [InlineData("fa-IR")]
    public void Every_parser_reads_the_same_in_any_culture(string culture)
    {
        var expected = EveryParser();
        var before = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);
        try
        {
            Assert.Equal(expected, EveryParser());
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    private List<string> EveryParser()
    {
        var delimited = Workbench.Source("delimited", "x.csv", "S") with
        {
            Series = [new SourceSeries("S", "S", "PT", -1.5, 1000.5)],
            Options = new Dictionary<string, string> { ["area"] = "a", ["period"] = "t", ["value"] = "v", ["series"] = "S" },
        };
        var texts = new List<string>();
        texts.AddRange(_bench.Parse(delimited, _bench.RawText("x.csv", "a,t,v\nIND,2020,-1.25\nKEN,2020,1234.5\n")).Select(Exact));
        texts.AddRange(_bench.Findings.Kept.Select(finding => finding.ToString()));
        texts.AddRange(_bench.Parse(Workbench.Source("worldbank-api", "x", "X.ONE", "X.TWO"), Workbench.Pages()).Select(Exact));
        texts.AddRange(_bench.Parse(
            Workbench.Source("worldbank-bulk", "x", "X.ONE"), Workbench.Raw(Workbench.Specimen("worldbank-wide.csv"))).Select(Exact));
        return texts;
    }

    private static string Exact(Observation taken) =>
        string.Create(CultureInfo.InvariantCulture, $"{taken.Series.Code} {taken.Area} {taken.Year} {taken.Value:R} {taken.Status}");
}
