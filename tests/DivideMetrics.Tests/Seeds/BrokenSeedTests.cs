using CsCheck;
using DivideMetrics.Gaps;
using DivideMetrics.Seeds;

namespace DivideMetrics.Tests.Seeds;

public sealed class BrokenSeedTests
{
    private const string Users = "indicators/internet-users.yml";
    private const string Goal = "goals/internet-users.yml";
    private const string Youth = "indicators/literacy-youth.yml";
    private const string Wdi = "sources/wb-wdi.yml";
    private static readonly string[] Junk = ["\"", "{", "\t", "- ", ": ", "\n", "#", "&a", "\0", "é", "9", ",", "---\n", "!"];

    /// <summary>File, text to replace, its replacement, and the whole message that is expected.</summary>
    public static TheoryData<string, string, string, string> Damages => new()
    {
        // YAML
        { Users, "unit: PT", "unit: [PT", "seeds/indicators/internet-users.yml(10): not readable as YAML: the text breaks off after this; check brackets, quotes and indents" },
        { Users, "unit: PT", "\tunit: PT", "seeds/indicators/internet-users.yml(10): not readable as YAML: While scanning a mapping, found invalid tab as indentation." },
        { Users, "unit: PT", "unit: PT\nunit: IX", "seeds/indicators/internet-users.yml(11): not readable as YAML: the key 'unit' stands twice" },
        { Users, "unit: PT", "unit: &u PT", "seeds/indicators/internet-users.yml(10): not readable as YAML: anchors (&name) and tags (!name) are not used in seeds; write the value out" },
        { Users, "unit: PT", "unit: *u", "seeds/indicators/internet-users.yml(10): not readable as YAML: aliases (*name) are not used in seeds; write the value out" },
        { Goal, "year: 2030", "---\nyear: 2030", "seeds/goals/internet-users.yml(10): expected one document, found a second one" },

        // schema
        { Users, "unit: PT\n", "", "seeds/indicators/internet-users.yml(2): 'unit' is missing" },
        { Users, "unit: PT", "units: PT", "seeds/indicators/internet-users.yml(2): 'unit' is missing\nseeds/indicators/internet-users.yml(10): 'units' is not known here; expected one of id, order, title, definition, unit, unit_label, unit_short, direction, min, max, community, dimension, sdg_indicator, synonyms, decimals, role, weights, by_sex, series, measures, precedence, breaks, except, awaiting, part_of, per, goalposts, contrasts, composite" },
        { Users, "direction: up", "direction: upward", "seeds/indicators/internet-users.yml(13): 'direction' must be one of up, down, none; found 'upward'" },
        { Users, "max: 100", "max: hundred", "seeds/indicators/internet-users.yml(15): 'max' must be a number; found 'hundred'" },
        { Users, "max: 100", "max: 1e999", "seeds/indicators/internet-users.yml(15): 'max' must be a number; found '1e999'" },
        { Users, "order: 10", "order: 99999999999", "seeds/indicators/internet-users.yml(3): 'order' must be at most 100000; found '99999999999'" },
        { Users, "decimals: 1", "decimals: 9", "seeds/indicators/internet-users.yml(19): 'decimals' must be at most 6; found '9'" },
        { Users, "by_sex: true", "by_sex: yes", "seeds/indicators/internet-users.yml(21): 'by_sex' must be true or false; found 'yes'" },
        { Users, "code: IT_USE_ii99 }", "codes: IT_USE_ii99 }", "seeds/indicators/internet-users.yml(25): 'code' is missing\nseeds/indicators/internet-users.yml(25): 'codes' is not known here; expected one of source, code, factor, as, age, urbanisation, breakdown" },
        { Users, "by_sex: true", "by_sex: true\nmeasures: [gini, Gap to frontier]", "seeds/indicators/internet-users.yml(22): 'measures[1]' must match ^[a-z0-9]+(-[a-z0-9]+)*$; found 'Gap to frontier'" },
        { Goal, "year: 2030", "year: soon", "seeds/goals/internet-users.yml(9): 'year' must be a whole number; found 'soon'" },
        { Wdi, "  source: \"2\"", "  source: 2", "seeds/sources/wb-wdi.yml(17): 'options.source' must be text (in quotes if it looks like a number); found '2'" },

        // what must fit together
        { Youth, "id: literacy-youth", "id: youth", "seeds/goals/literacy-youth-2030.yml(3): unknown indicator 'literacy-youth'; it must stand in seeds/indicators\nseeds/indicators/literacy-youth.yml(2): the file must be named after the id: expected 'youth.yml'" },
        { Users, "weights: population", "weights: people", "seeds/indicators/internet-users.yml(20): unknown indicator 'people'; it must stand in seeds/indicators" },
        { Users, "source: UNSD_SDG", "source: UNDS", "seeds/indicators/internet-users.yml(25): unknown source 'UNDS'; it must stand in seeds/sources" },
        { Users, "IT.NET.USER.ZS", "IT.NET.USER.P2", "seeds/indicators/internet-users.yml(27): source 'WB_WDI' does not declare the series 'IT.NET.USER.P2'" },
        { Users, "max: 100", "max: -1", "seeds/indicators/internet-users.yml(15): max (-1) is below min (0)" },
        { Goal, "indicator: internet-users", "indicator: internet", "seeds/goals/internet-users.yml(3): unknown indicator 'internet'; it must stand in seeds/indicators" },
        { Wdi, "20 4 * * 1", "20 4 * *", "seeds/sources/wb-wdi.yml(15): expected a cron expression of five fields, found '20 4 * *'" },
        { Wdi, "id: WB_WDI", "id: WB_BULK", "seeds/sources/wb-wdi.yml(2): the id 'WB_BULK' is already taken by seeds/sources/wb-bulk.yml" },
        { Wdi, "IT.NET.BBND.P2", "IT.NET.USER.ZS", "seeds/indicators/fixed-broadband.yml(21): source 'WB_WDI' does not declare the series 'IT.NET.BBND.P2'\nseeds/sources/wb-wdi.yml(21): the series 'IT.NET.USER.ZS' stands twice" },
        { "sources/unsd.yml", "starter: true", "starter: true\nreleased: \"2023-02-30\"", "seeds/sources/unsd.yml(17): expected a day (yyyy-MM-dd), found '2023-02-30'" },

        // tables
        { "areas.csv", "code,iso2", "code,iso", "seeds/areas.csv(4): expected the header code,iso2,m49,kind,name, found code,iso,m49,kind,name" },
        { "areas.csv", "ABW,AW,533,economy,Aruba", "ABW,AW,533,economy", "seeds/areas.csv(5): expected 5 fields, found 4" },
        { "areas.csv", "ABW,AW,533,economy", "ABW,AW,533,country", "seeds/areas.csv(5): kind must be one of economy, territory, aggregate; found 'country'" },
        { "areas.csv", "AFG,AF,004", "AFG,AF,4", "seeds/areas.csv(7): m49 must be three digits or empty; found '4'" },
        { "areas.csv", "AFE,ZH,", "ABW,ZH,", "seeds/areas.csv(6): the area 'ABW' stands twice" },
        { "areas.csv", "AFE,ZH,", "AFE,AW,", "seeds/areas.csv(6): iso2 'AW' already stands for 'ABW'" },
        { "areas.csv", "AFG,AF,004", "AFG,AF,533", "seeds/areas.csv(7): m49 '533' already stands for 'ABW'" },
        { "areas.csv", "economy,Aruba", "economy,\"Aruba", "seeds/areas.csv(5): not readable as CSV: A delimiter, newline or EOF was expected after a closing quote." },
        { "area_groups.csv", "LIC,income-group", "LIC,income", "seeds/area_groups.csv(5): kind must be one of world, income-group, world-bank-region, un-status, un-region; found 'income'" },
        { "area_memberships.csv", "WLD,ABW,,", "WLD,ABX,,", "seeds/area_memberships.csv(6): unknown area 'ABX'; it must stand in areas.csv" },
        { "area_memberships.csv", "WLD,ABW,,", "WRL,ABW,,", "seeds/area_memberships.csv(6): unknown group 'WRL'; it must stand in area_groups.csv" },
        { "area_memberships.csv", "WLD,ABW,,", "WLD,ARB,,", "seeds/area_memberships.csv(6): 'ARB' is an aggregate and cannot be a member of a group" },
        { "area_memberships.csv", "WLD,ABW,,", "WLD,ABW,2022,", "seeds/area_memberships.csv(6): valid_from and valid_to must be days (yyyy-MM-dd) in order, or empty; found '2022' and ''" },
        { "area_memberships.csv", "WLD,AFG,,", "WLD,ABW,,", "seeds/area_memberships.csv(7): 'ABW' is already in 'WLD' at that time; rows of one area and group must follow each other" },
        { "area_spellings.csv", "UAE,ARE,", "UAE,AR,", "seeds/area_spellings.csv(4): unknown area 'AR'; it must stand in areas.csv" },
        { "area_spellings.csv", "UAE,ARE,", "aruba,ARE,", "seeds/area_spellings.csv(4): 'aruba' already stands for 'ABW'; a spelling names one area" },
        { "area_names.yml", "  AFG: {", "  AFX: {", "seeds/area_names.yml(10): unknown area or group 'AFX'" },
        { "area_names.yml", "{ fr:", "{ de:", "seeds/area_names.yml(9): 'de' is not known here; expected one of en, fr, es, ar, zh, ru" },
        { "schema/goal.schema.json", "{", "[", "seeds/schema/goal.schema.json(1): expected a JSON Schema: Cannot populate JSON array onto type 'NJsonSchema.JsonSchema'. Path '', line 1, position 1." },
    };

    [Theory]
    [MemberData(nameof(Damages))]
    public void Broken_seed_is_told_with_file_line_and_reason(string file, string old, string replacement, string expected)
    {
        using var seeds = SeedFiles.Copy();
        seeds.Replace(file, old, replacement);
        var exception = Assert.Throws<SeedException>(() => SeedLoader.Load(seeds.Folder));
        Assert.Equal(expected, string.Join('\n', exception.Problems));
    }

    [Theory]
    [InlineData("areas.csv")]
    [InlineData("area_names.yml")]
    [InlineData("schema/source.schema.json")]
    public void Missing_file_is_told(string file)
    {
        using var seeds = SeedFiles.Copy();
        File.Delete(Path.Combine(seeds.Folder, file));
        var exception = Assert.Throws<SeedException>(() => SeedLoader.Load(seeds.Folder));
        Assert.Equal($"seeds/{file}(1): the file is missing", exception.Message);
    }

    [Theory]
    [InlineData("areas.csv", "expected the header code,iso2,m49,kind,name, found an empty file")]
    [InlineData(Goal, "expected keys with values, found none")]
    public void Empty_file_is_told(string file, string reason)
    {
        using var seeds = SeedFiles.Copy();
        seeds.Write(file, "");
        Assert.Equal($"seeds/{file}(1): {reason}", Assert.Throws<SeedException>(() => SeedLoader.Load(seeds.Folder)).Message);
    }

    [Fact]
    public void Missing_folder_is_told() => Assert.Throws<SeedException>(() => SeedLoader.Load(Path.Combine(SeedFiles.Folder, "nowhere")));

    [Fact]
    public void Unknown_measure_is_told_when_the_registry_is_given()
    {
        using var seeds = SeedFiles.Copy();
        seeds.Replace(Users, "by_sex: true", "by_sex: true\nmeasures: [gini, gender-gap]");
        var known = MeasureRegistry.Ids.Where(id => id != "gender-gap").ToHashSet();
        var exception = Assert.Throws<SeedException>(() => SeedLoader.Load(seeds.Folder, known));
        Assert.Equal(
            $"seeds/indicators/internet-users.yml(22): unknown measure 'gender-gap'; known are {string.Join(", ", known.Order(StringComparer.Ordinal))}",
            exception.Message);
    }

    [Fact]
    public void All_problems_of_a_load_are_told_by_file_and_line()
    {
        using var seeds = SeedFiles.Copy();
        seeds.Replace(Users, "max: 100", "max: hundred");
        seeds.Replace(Users, "by_sex: true", "by_sex: yes");
        seeds.Replace("area_memberships.csv", "WLD,ABW,,", "WLD,ABX,,");
        var exception = Assert.Throws<SeedException>(() => SeedLoader.Load(seeds.Folder));
        Assert.Equal(
            [("seeds/area_memberships.csv", 6L), ("seeds/indicators/internet-users.yml", 15L), ("seeds/indicators/internet-users.yml", 21L)],
            exception.Problems.Select(problem => (problem.File, problem.Line)));
    }

    [Fact]
    public void Damaged_seed_never_fails_with_anything_but_a_SeedException()
    {
        using var seeds = SeedFiles.Copy();
        seeds.KeepOnly("internet-users", "population");
        string[] files = [Users, Wdi, Goal, "area_groups.csv", "area_spellings.csv"];
        Gen.Select(Gen.Int[0, files.Length - 1], Gen.Int[0, 5000], Gen.Int[0, Junk.Length - 1])
            .Sample((file, at, junk) => FailsPolitely(seeds, files[file], at, Junk[junk]), iter: 150, threads: 1);
    }

    private static bool FailsPolitely(TemporarySeeds seeds, string file, int at, string junk)
    {
        var good = seeds.Text(file);
        seeds.Write(file, good.Insert(at % good.Length, junk));
        try
        {
            SeedLoader.Load(seeds.Folder);
            return true;
        }
        catch (SeedException exception)
        {
            return exception.Problems.All(problem => problem.Line >= 1 && problem.Reason.Length > 0);
        }
        finally
        {
            seeds.Write(file, good);
        }
    }
}
