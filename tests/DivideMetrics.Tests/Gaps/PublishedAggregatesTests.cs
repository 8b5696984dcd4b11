using DivideMetrics.Gaps;
using DivideMetrics.Observations;
using DivideMetrics.Tests.Seeds;
using DivideMetrics.Tests.Sources;

namespace DivideMetrics.Tests.Gaps;

/// <summary>
/// Our means of electricity access against the World Bank's own group rows in the same file, over the seeds' groups. Skipped where the
/// provider's files are not at hand.
/// </summary>
public sealed class PublishedAggregatesTests
{
    private const string Access = "EG.ELC.ACCS.ZS";
    private const string People = "SP.POP.TOTL";

    private static readonly Lazy<(List<Observation> Rows, IReadOnlyList<Gap> Means)> Read = new(Compute);

    [Theory]
    [InlineData("WLD"), InlineData("HIC"), InlineData("UMC"), InlineData("LMC"), InlineData("LIC"), InlineData("SSF")]
    [InlineData("SAS"), InlineData("EAS"), InlineData("ECS"), InlineData("LCN"), InlineData("MEA"), InlineData("NAC")]
    public void Mean_of_a_group_is_the_one_that_the_World_Bank_publishes(string group)
    {
        SeedFiles.Shared(PathOf(Access));
        SeedFiles.Shared(PathOf(People));
        var (rows, means) = Read.Value;
        Assert.All([2020, 2022, 2023], year => Assert.Equal(
            rows.Single(row => row.Series.Code == Access && row.Area == group && row.Year == year).Value!.Value,
            means.Single(gap => gap.Subject == group && gap.Year == year).Value!.Value,
            0.001));
    }

    [Theory, InlineData("XKX", "UMC"), InlineData("XKX", "ECS"), InlineData("CHI", "HIC"), InlineData("CHI", "ECS")]
    public void Economies_that_are_not_on_the_M49_list_stand_in_the_groups_of_the_World_Bank(string area, string group) =>
        Assert.Contains(area, SeedFiles.Catalog.Areas.MembersOf(group));

    private static (List<Observation>, IReadOnlyList<Gap>) Compute()
    {
        using var bench = new ProviderBench();
        var source = ProviderBench.Only("WB_WDI", Access, People) with { Adapter = "worldbank-files", Options = new Dictionary<string, string>() };
        var rows = bench.Parse(source, [.. new[] { Access, People }.Select(code => Workbench.Raw(SeedFiles.Shared(PathOf(code))))]);
        var indicator = StarterFigures.InternetUsersIndicator("mean-weighted") with { Id = "electricity" };
        return (rows, GapEngine.Compute(new(indicator, Figures(rows, Access, "electricity"), Figures(rows, People, "population"), SeedFiles.Catalog.Areas)));
    }

    private static List<Figure> Figures(List<Observation> rows, string code, string indicator) =>
        [.. rows.Where(row => row.Series.Code == code).Select(row => new Figure(indicator, row.Area, Sex.Total, row.Year, row.Value, row.Status, "WB_WDI", 1))];

    private static string PathOf(string code) => $"worldbank/wdi/{code.ToLowerInvariant()}.csv";
}
