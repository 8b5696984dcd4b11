using System.Globalization;
using DivideMetrics.Areas;
using DivideMetrics.Tests.Seeds;
using Sylvan.Data.Csv;

namespace DivideMetrics.Tests.Areas;

/// <summary>The seeds against the provider's lists, where these are at hand.</summary>
public sealed class SharedAreaTests
{
    private static readonly AreaCatalog Areas = SeedFiles.Catalog.Areas;

    [Fact]
    public void Codes_agree_with_the_M49_list() =>
        Assert.All(M49(), row => Assert.Equal((row["iso2"], int.Parse(row["m49"])), (Areas.Find(row["iso3"])!.Iso2, Areas.Find(row["iso3"])!.M49)));

    [Fact]
    public void Every_name_of_the_M49_list_resolves_to_its_code() =>
        Assert.All(M49(), row => Assert.Equal(row["iso3"], Areas.Resolve(row["country_name_en"])));

    [Fact]
    public void Every_World_Bank_name_resolves_to_its_code() =>
        Assert.All(M49().Where(row => row["wb_country_name"] != ""), row => Assert.Equal(row["iso3"], Areas.Resolve(row["wb_country_name"])));

    [Theory]
    [InlineData("is_ldc", "LDC")]
    [InlineData("is_lldc", "LLDC")]
    [InlineData("is_sids", "SIDS")]
    public void Status_groups_agree_with_the_M49_list(string column, string group) =>
        Assert.Equal(M49().Where(row => row[column] == "True").Select(row => row["iso3"]).Order(StringComparer.Ordinal), Areas.AllMembersOf(group));

    [Theory]
    [InlineData("region_code")]
    [InlineData("sub_region_code")]
    public void UN_regions_agree_with_the_M49_list(string column) =>
        Assert.All(
            M49().Where(row => row[column] != "").GroupBy(row => "UN" + int.Parse(row[column]).ToString("000", CultureInfo.InvariantCulture)),
            region => Assert.Equal(region.Select(row => row["iso3"]).Order(StringComparer.Ordinal), Areas.AllMembersOf(region.Key)));

    [Theory]
    [InlineData("wb_region_code", AreaGroupKind.WorldBankRegion)]
    [InlineData("wb_income_code", AreaGroupKind.IncomeGroup)]
    public void World_Bank_groups_agree_with_the_classification_of_2026(string column, AreaGroupKind kind) =>
        Assert.All(M49(), row => Assert.Equal(row[column], Areas.GroupOf(row["iso3"], kind)?.Code ?? ""));

    [Fact]
    public void Every_name_of_every_survey_resolves()
    {
        var unknown = Directory.EnumerateFiles(SeedFiles.Shared("un-egov"), "*.csv")
            .SelectMany(Rows).Select(row => row.GetValueOrDefault("Country Name") ?? row["Country"]).Where(name => Areas.Resolve(name) is null);
        Assert.Empty(unknown.Distinct());
    }

    [Fact]
    public void Every_code_of_the_development_indicators_is_known()
    {
        var rows = Rows(SeedFiles.Shared("worldbank/wdi/eg.elc.accs.zs.csv")).DistinctBy(row => row["Country Code"]);
        Assert.All(rows, row => Assert.Equal(row["Country Code"], Areas.Resolve(row["Country Name"])));
    }

    private static List<Dictionary<string, string>> M49() => Rows(SeedFiles.Shared("areas/countries_master.csv"));

    private static List<Dictionary<string, string>> Rows(string path)
    {
        using var reader = CsvDataReader.Create(path);
        var rows = new List<Dictionary<string, string>>();
        while (reader.Read())
        {
            rows.Add(Enumerable.Range(0, reader.FieldCount).ToDictionary(reader.GetName, reader.GetString));
        }

        return rows;
    }
}
