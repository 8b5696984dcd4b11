using DivideMetrics.Seeds;

namespace DivideMetrics.Tests.Seeds;

/// <summary>Indicators, goals and the framework that do not fit together.</summary>
public sealed class BrokenFrameworkTests
{
    private const string Users = "indicators/internet-users.yml";
    private const string Goal = "goals/internet-users.yml";

    /// <summary>File, text to replace, its replacement, and the whole message that is expected.</summary>
    public static TheoryData<string, string, string, string> Damages => new()
    {
        // membership
        { "indicators/languages.yml", "Ethnic groups and languages", "Languages", "seeds/indicators/languages.yml(14): 'Languages' is no dimension of 'shared-interests' in seeds/framework.yml; known are Schools and public institutions, Micro, small and medium enterprises, Barriers to use, Vulnerable groups, Ethnic groups and languages" },
        { "framework.yml", "id: penetration, title: Penetration", "id: infrastructure, title: Penetration", "seeds/framework.yml(12): 'infrastructure' stands twice in the framework" },
        { "framework.yml", "title: Volumes", "title: Economy", "seeds/framework.yml(52): 'Economy' stands twice in the framework\nseeds/indicators/fixed-broadband-number.yml(13): 'Volumes' is no dimension of 'context' in seeds/framework.yml; known are Population, Economy, Economy, Composite indices" },
        { "indicators/literacy-youth.yml", "part_of: literacy", "part_of: letters", "seeds/indicators/literacy-youth.yml(18): unknown indicator 'letters'; it must stand in seeds/indicators" },
        { "indicators/literacy-youth.yml", "part_of: literacy", "part_of: eu-content-skills", "seeds/indicators/literacy-youth.yml(18): 'eu-content-skills' is itself a part; name the indicator that stands for itself" },
        { "indicators/literacy-youth.yml", "part_of: literacy", "part_of: tertiary-enrolment", "seeds/indicators/literacy-youth.yml(18): a part stands in the dimension of its whole: expected development, Skills" },

        // figures
        { "indicators/idi.yml", "composite:", "series: [{ source: WB_WDI, code: SP.POP.TOTL }]\ncomposite:", "seeds/indicators/idi.yml(20): a composite is computed and has neither series nor a divisor" },
        { "indicators/literacy.yml", "by_sex: true", "by_sex: false", "seeds/indicators/literacy.yml(22): a series for one sex needs by_sex: true\nseeds/indicators/literacy.yml(23): a series for one sex needs by_sex: true" },
        { "indicators/articles.yml", "indicator: population", "indicator: people", "seeds/indicators/articles.yml(18): unknown indicator 'people'; it must stand in seeds/indicators" },
        { "indicators/articles.yml", "indicator: population", "indicator: patents-resident", "seeds/indicators/articles.yml(18): 'patents-resident' is itself computed; divide by an indicator with series" },
        { "indicators/articles.yml", "per: {", "by_sex: true\nper: {", "seeds/indicators/articles.yml(19): a quotient is of all people: leave out by_sex" },

        // contrasts
        { Users, "advantaged: internet-users-urban", "advantaged: internet-users-city", "seeds/indicators/internet-users.yml(33): unknown indicator 'internet-users-city'; it must stand in seeds/indicators" },
        { Users, "kind: age", "kind: location", "seeds/indicators/internet-users.yml(34): the contrast 'location' stands twice" },
        { Users, "disadvantaged: internet-users-rural", "disadvantaged: internet-users-urban", "seeds/indicators/internet-users.yml(33): 'internet-users-urban' cannot be compared with itself" },
        { Users, "disadvantaged: internet-users-rural", "disadvantaged: population", "seeds/indicators/internet-users.yml(33): expected an indicator in PT; 'population' is in PS" },
        { Users, "kind: age", "kind: height", "seeds/indicators/internet-users.yml(34): 'contrasts[1].kind' must be one of location, age, income, education, size; found 'height'" },

        // scores
        { Users, "{ low: 0, high: 95 }", "{ low: 95, high: 0 }", "seeds/indicators/internet-users.yml(31): goalposts from 95 to 0 do not fit its direction (Up); expected high above low where higher is better, below it where lower is" },
        { Users, "{ low: 0, high: 95 }", "{ low: -1, high: 95, log: true }", "seeds/indicators/internet-users.yml(31): ln(x + 1) needs goalposts above -1, found -1 and 95" },
        { "indicators/idi.yml", "composite:", "goalposts: { low: 0, high: 100 }\ncomposite:", "seeds/indicators/idi.yml(18): composites are never scored in the gap index; take its goalposts away\nseeds/indicators/idi.yml(18): context is never scored; take its goalposts or its community away" },
        { "indicators/literacy-youth.yml", "part_of: literacy", "part_of: literacy\ngoalposts: { low: 0, high: 100 }", "seeds/indicators/literacy-youth.yml(19): it is a part of 'literacy', and both have goalposts; take them from one of the two" },
        { "indicators/idi.yml", "u1: internet-users", "u1: users", "seeds/indicators/idi.yml(21): role 'u1' names 'users', which is no declared indicator; expected an indicator with figures in seeds/indicators" },
        { "indicators/idi.yml", "u1: internet-users", "u1: b2c-index", "seeds/indicators/idi.yml(21): role 'u1' names 'b2c-index', which is a composite itself; expected an indicator with figures in seeds/indicators" },
        { "indicators/idi.yml", "kind: idi", "kind: index", "seeds/indicators/idi.yml(19): 'composite.kind' must be one of gap-index, idi, egdi, b2c, idi-2017; found 'index'" },

        // measures
        { Users, "by_sex: true", "by_sex: true\nmeasures: [gini]\nexcept: [theil-t]", "seeds/indicators/internet-users.yml(23): 'except' takes away from the usual measures; with a list of measures leave it out" },
        { "indicators/population.yml", "decimals: 0", "decimals: 0\nmeasures: [gap-to-goal]", "seeds/indicators/population.yml(15): indicator 'population': measure 'gap-to-goal' needs a direction (up or down); declare it or leave the measure out\nseeds/indicators/population.yml(15): indicator 'population': measure 'gap-to-goal' needs a goal; declare it or leave the measure out" },

        // goals
        { Goal, "year: 2030", "year: 2030\ngroup: RICH", "seeds/goals/internet-users.yml(10): unknown group 'RICH'; it must stand in area_groups.csv" },
        { Goal, "met_from: 95", "met_from: 101", "seeds/goals/internet-users.yml(8): the goal of 100 cannot count as met only from 101" },
        { Goal, "indicator: internet-users", "indicator: population", "seeds/goals/internet-users.yml(3): 'population' has no direction: nothing can be ahead of or behind a goal" },
        { Goal, "year: 2030", "year: 2030\nclosed: true\nprimary: true", "seeds/goals/internet-users.yml(11): the goal that an indicator is measured against is open and for all economies" },
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

    [Fact]
    public void Published_index_cannot_be_scored_where_a_composite_recomputes_it()
    {
        using var seeds = SeedFiles.Copy();
        seeds.Replace("indicators/egdi.yml", "decimals: 3", "decimals: 3\ngoalposts: { low: 0, high: 1 }");
        var exception = Assert.Throws<SeedException>(() => SeedLoader.Load(seeds.Folder));
        Assert.Equal(
            "seeds/indicators/egdi.yml(17): an index that a composite recomputes is never scored in the gap index; take its goalposts away",
            exception.Message);
    }

    [Theory]
    [InlineData("hci: human-capital", "hdi: human-capital", "seeds/indicators/egdi-from-parts.yml(20): 'egdi' needs the role 'hci': human capital index, 0 to 1\n"
        + "seeds/indicators/egdi-from-parts.yml(22): 'egdi' has no role 'hdi'; its roles are osi, tii, hci, published")]
    public void Roles_that_the_formula_asks_for_are_told_at_load(string old, string replacement, string expected)
    {
        using var seeds = SeedFiles.Copy();
        seeds.Replace("indicators/egdi-from-parts.yml", old, replacement);
        Assert.Equal(expected, Assert.Throws<SeedException>(() => SeedLoader.Load(seeds.Folder)).Message);
    }

    [Fact]
    public void Indicator_without_series_must_say_why()
    {
        using var seeds = SeedFiles.Copy();
        var text = seeds.Text("indicators/languages.yml");
        seeds.Write("indicators/languages.yml", text[..text.IndexOf("awaiting:", StringComparison.Ordinal)]);
        var exception = Assert.Throws<SeedException>(() => SeedLoader.Load(seeds.Folder));
        Assert.Equal(
            "seeds/indicators/languages.yml(1): expected series, a composite, or under 'awaiting' why there are no figures", exception.Message);
    }

    [Fact]
    public void Two_goals_cannot_both_be_the_one_that_is_measured_against()
    {
        using var seeds = SeedFiles.Copy();
        seeds.Replace(Goal, "year: 2030", "year: 2030\nprimary: true");
        seeds.Write("goals/zz.yml", seeds.Text(Goal).Replace("id: internet-users-2030", "id: other", StringComparison.Ordinal));
        var exception = Assert.Throws<SeedException>(() => SeedLoader.Load(seeds.Folder));
        Assert.Equal("seeds/goals/zz.yml(10): 'internet-users' is already measured against the goal in seeds/goals/internet-users.yml", exception.Message);
    }
}
