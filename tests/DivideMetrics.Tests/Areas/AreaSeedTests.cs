using DivideMetrics.Areas;
using DivideMetrics.Tests.Seeds;

namespace DivideMetrics.Tests.Areas;

public sealed class AreaSeedTests
{
    private static readonly string[] Languages = ["fr", "es", "ar", "zh", "ru"];
    private static readonly AreaCatalog Areas = SeedFiles.Catalog.Areas;

    [Fact]
    public void Economies_are_the_217_of_the_World_Bank() => Assert.Equal(217, Areas.Economies.Count());

    [Fact]
    public void M49_list_has_248_areas() => Assert.Equal(248, Areas.All.Count(area => area.M49 is not null));

    [Theory]
    [InlineData(AreaKind.Territory, 36)]
    [InlineData(AreaKind.Aggregate, 81)]
    public void Other_areas_are_counted(AreaKind kind, int count) => Assert.Equal(count, Areas.All.Count(area => area.Kind == kind));

    [Theory]
    [InlineData("XKX", AreaKind.Economy)]
    [InlineData("CHI", AreaKind.Economy)]
    [InlineData("TWN", AreaKind.Territory)]
    [InlineData("JEY", AreaKind.Territory)]
    [InlineData("YUG", AreaKind.Territory)]
    [InlineData("WLD", AreaKind.Aggregate)]
    public void Area_has_its_kind(string code, AreaKind kind) => Assert.Equal(kind, Areas.Find(code)!.Kind);

    [Theory]
    [InlineData("WLD", 217)]
    [InlineData("LDC", 44)]
    [InlineData("LLDC", 32)]
    [InlineData("SIDS", 53)]
    public void Group_has_its_members(string group, int count) => Assert.Equal(count, Areas.AllMembersOf(group).Count);

    [Fact]
    public void World_is_exactly_the_economies() => Assert.Equal(Areas.Economies.Select(area => area.Code), Areas.MembersOf("WLD"));

    [Fact]
    public void Measures_run_over_economies_only() =>
        Assert.All(Areas.Groups, group => Assert.All(Areas.MembersOf(group.Code), code => Assert.Equal(AreaKind.Economy, Areas.Find(code)!.Kind)));

    [Theory]
    [InlineData(AreaGroupKind.WorldBankRegion)]
    [InlineData(AreaGroupKind.IncomeGroup)]
    public void Every_economy_is_in_exactly_one_group_of_the_kind(AreaGroupKind kind) =>
        Assert.All(Areas.Economies, area => Assert.Single(Areas.GroupsOfArea(area.Code), group => group.Kind == kind));

    [Theory]
    [InlineData("XKX")]
    [InlineData("TWN")]
    public void Area_outside_the_UN_list_is_in_no_UN_group(string code) =>
        Assert.DoesNotContain(Areas.GroupsOfArea(code), group => group.Kind is AreaGroupKind.UnRegion or AreaGroupKind.UnStatus);

    [Fact]
    public void Every_listed_area_but_Antarctica_has_a_UN_region_and_a_sub_region() =>
        Assert.All(
            Areas.All.Where(area => area.M49 is not null && area.Code != "ATA"),
            area => Assert.Equal(2, Areas.GroupsOfArea(area.Code).Count(group => group.Kind == AreaGroupKind.UnRegion)));

    [Theory]
    [InlineData(null, "MEA")]
    [InlineData("2026-07-01", "MEA")]
    [InlineData("2026-06-30", "SAS")]
    [InlineData("2022-07-01", "SAS")]
    [InlineData("2022-06-30", null)]
    public void Afghanistan_moved_between_regions(string? day, string? region) =>
        Assert.Equal(region, Areas.GroupOf("AFG", AreaGroupKind.WorldBankRegion, day is null ? null : DateOnly.Parse(day))?.Code);

    [Fact]
    public void Dated_members_are_those_of_the_day()
    {
        var day = new DateOnly(2023, 1, 1);
        Assert.Equal(["AFG", "PAK"], Areas.MembersOf("SAS", day).Except(Areas.MembersOf("SAS")));
    }

    [Fact]
    public void Unclassified_economy_has_no_income_group_on_that_day() =>
        Assert.Null(Areas.GroupOf("VEN", AreaGroupKind.IncomeGroup, new DateOnly(2023, 1, 1)));

    [Fact]
    public void Every_economy_has_a_name_in_five_languages()
    {
        var lines = File.ReadLines(Path.Combine(SeedFiles.Folder, "area_names.yml"))
            .Where(line => line.Contains(": {", StringComparison.Ordinal)).ToDictionary(line => line.Trim().Split(':')[0]);
        Assert.All(Areas.Economies, area => Assert.All(Languages, language => Assert.Matches($"[ {{]{language}: \"[^\"]+\"", lines[area.Code])));
    }

    [Theory]
    [InlineData("PSE", "fr", "État de Palestine")]
    [InlineData("HKG", "zh", "中国香港特别行政区")]
    [InlineData("UN202", "es", "África Subsahariana")]
    [InlineData("DEU", "ru", "Германия")]
    [InlineData("PRK", "en", "Democratic People's Republic of Korea")]
    [InlineData("LIC", "ar", "الدخل المنخفض")]
    [InlineData("ASC", "ar", "Ascension")]
    public void Name_is_told_in_the_language_or_else_in_English(string code, string language, string name) => Assert.Equal(name, Areas.NameOf(code, language));

    [Fact]
    public void Every_starter_area_is_known()
    {
        var codes = new[] { "UNSD_17.8.1.csv", "GAPMINDER_fixed_broadband.csv", "WB_SP.POP.TOTL.csv", "WB_SP.URB.TOTL.csv" }
            .SelectMany(file => File.ReadLines(Path.Combine(SeedFiles.Root, "data", "starter", file)).Skip(1))
            .Select(line => line.Split(',')[0]).Distinct();
        Assert.All(codes, code => Assert.NotNull(Areas.Find(code)));
    }

    [Fact]
    public void Every_name_of_the_starter_survey_resolves_to_a_code_of_its_own()
    {
        var names = File.ReadLines(Path.Combine(SeedFiles.Root, "data", "starter", "UNEGOV_2022.csv")).Skip(1).Select(line => line.Split('"')[1]).ToList();
        var codes = names.Select(name => Areas.Resolve(name)).OfType<string>().Distinct().ToList();
        Assert.Equal((193, 193), (names.Count, codes.Count));
    }

    [Theory]
    [InlineData("Türkiye", "TUR")]
    [InlineData("Turkey", "TUR")]
    [InlineData("Korea, Rep.", "KOR")]
    [InlineData("Egypt, Arab Rep.", "EGY")]
    [InlineData("EL", "GRC")]
    [InlineData("UK", "GBR")]
    [InlineData("OWID_KOS", "XKX")]
    [InlineData("UNK", "XKX")]
    [InlineData("XK", "XKX")]
    [InlineData(" côte d’ivoire ", "CIV")]
    [InlineData("Hong Kong, China", "HKG")]
    [InlineData("Serbia and Montenegro", "YUG")]
    [InlineData("Sub-Saharan Africa ", "SSF")]
    [InlineData("Middle East & North Africa", "MEA")]
    [InlineData("Atlantis", null)]
    public void Spelling_resolves_to_its_code(string spelling, string? code) => Assert.Equal(code, Areas.Resolve(spelling));

    [Theory]
    [InlineData("XD", "HIC")]
    [InlineData("XK", "XKX")]
    [InlineData("JG", "CHI")]
    [InlineData("QQ", null)]
    public void Two_letter_code_finds_its_area(string iso2, string? code) => Assert.Equal(code, Areas.FindByIso2(iso2)?.Code);

    [Theory]
    [InlineData(4, "AFG")]
    [InlineData(158, null)]
    public void M49_number_finds_its_area(int number, string? code) => Assert.Equal(code, Areas.FindByM49(number)?.Code);
}
