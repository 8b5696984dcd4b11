using DivideMetrics.Observations;
using DivideMetrics.Quality;
using DivideMetrics.Sources;
using static DivideMetrics.Tests.Quality.GateBench;

namespace DivideMetrics.Tests.Quality;

/// <summary>Each check alone, on few points.</summary>
public sealed class GateCheckTests
{
    /// <summary>Values of 2G, 3G and 4G, and the series that stand above the one before them.</summary>
    public static TheoryData<double?, double?, double?, string> Chains => new()
    {
        { 99, 95, 80, "" },
        { 95, 95, 95, "" },
        { 95, 95.09, 80, "" },
        { 95, 96, 80, "3G" },
        { 95, 80, 90, "4G" },
        { 80, 90, 95, "3G 4G" },
        { 95, null, 96, "" },
    };

    [Theory]
    [MemberData(nameof(Chains))]
    public void Narrower_series_lies_nowhere_above_the_wider(double? second, double? third, double? fourth, string above)
    {
        var source = Source(Percent("2G"), Percent("3G"), Percent("4G")) with { Checks = new() { Nested = [["2G", "3G", "4G"]] } };
        var judged = Judge(source, [], [Point("2G", second), Point("3G", third), Point("4G", fourth)]);
        Assert.Equal(above, string.Join(' ', judged.Of("not-nested").Select(finding => finding.Series)));
    }

    /// <summary>Unit, female, male, total, and whether they fit.</summary>
    public static TheoryData<string, double?, double?, double?, bool> Sexes => new()
    {
        { "PT", 40, 60, 50, true },
        { "PT", 60, 40, 59.9, true },
        { "PT", 40, 60, 60.09, true },
        { "PT", 40, 60, 61, false },
        { "PT", 40, 60, 39, false },
        { "PT", 40, null, 61, true },
        { "IX", 0.4, 0.6, 0.602, false },
        { "PER_100_POP", 40, 60, 30, false },
        { "PS", 400, 600, 1000, true },
        { "PS", 400, 600, 500, false },
        { "USD", 400, 600, 1, true },
    };

    [Theory]
    [MemberData(nameof(Sexes))]
    public void Total_of_both_sexes_fits_by_the_rule_of_its_unit(string unit, double? female, double? male, double? total, bool fits)
    {
        var judged = Judge(
            Source(new SourceSeries("S", "S", unit, 0, null)), [],
            [Point("S", total), Point("S", female, Sex.Female), Point("S", male, Sex.Male)]);
        Assert.Equal(fits, !judged.Findings.Counts.ContainsKey("total-mismatch"));
    }

    /// <summary>Rule, parts, total, year, and whether they fit; declared to hold from 2014 on.</summary>
    public static TheoryData<TotalRule, double, double, double, int, bool> Totals => new()
    {
        { TotalRule.Sum, 10, 20, 30, 2020, true },
        { TotalRule.Sum, 10, 20, 30.2, 2020, false },
        { TotalRule.Sum, 10, 20, 35, 2013, true },
        { TotalRule.Mean, 10, 20, 15, 2020, true },
        { TotalRule.Mean, 10, 20, 16, 2020, false },
        { TotalRule.Between, 10, 20, 20, 2020, true },
        { TotalRule.Between, 10, 20, 9, 2020, false },
    };

    [Theory]
    [MemberData(nameof(Totals))]
    public void Total_fits_its_declared_parts(TotalRule rule, double first, double second, double total, int year, bool fits)
    {
        var source = Source(Percent("A"), Percent("B"), Percent("T")) with
        {
            Checks = new() { Totals = [new("T", ["A", "B"], rule) { From = 2014 }] },
        };
        var judged = Judge(source, [], [.. new[] { Point("A", first), Point("B", second), Point("T", total) }.Select(row => row with { Year = year })]);
        Assert.Equal(fits, !judged.Findings.Counts.ContainsKey("total-mismatch"));
    }

    [Fact]
    public void Declared_tolerance_of_a_total_decides()
    {
        var source = Source(Percent("A"), Percent("B"), Percent("T"));
        Judged With(double? tolerance) => Judge(
            source with { Checks = new() { Totals = [new("T", ["A", "B"], TotalRule.Sum) { Tolerance = tolerance }] } }, [],
            [Point("A", 10), Point("B", 20), Point("T", 30.4)]);
        Assert.Equal(("total-mismatch", ""), (With(null).Codes, With(0.5).Codes));
    }

    [Fact]
    public void Mismatch_says_what_was_expected_and_what_was_found()
    {
        var finding = Assert.Single(Judge(Source(Percent("S")), [], [Point("S", 70), Point("S", 40, Sex.Female), Point("S", 60, Sex.Male)]).Of("total-mismatch"));
        Assert.Equal("Expected 40 to 60, the range of S SEX F, S SEX M; found 70.", finding.Note);
        Assert.Equal(("S", "A00", "2020", 70), (finding.Series, finding.Area, finding.Period, finding.New));
    }

    [Fact]
    public void Order_that_fails_at_too_many_points_holds()
    {
        var source = Source(Percent("S"), Percent("T")) with { Checks = new() { Nested = [["S", "T"]] } };
        var higher = Usual("S").Select((row, index) => row with { Series = new("T"), Value = row.Value + (index % 4 == 0 ? 1 : -0.1) });
        Assert.Equal(
            "The order S ≥ T fails at 140 of 560 points (25.0 %), at most 20.0 % may fail.",
            Assert.Single(Judge(source, [], [.. Usual("S"), .. higher]).Verdict.Reasons));
    }

    /// <summary>Values from 2010 on, and the first period of a constant tail.</summary>
    public static TheoryData<double[], string?> Tails => new()
    {
        { [1, 2, 3, 4, 5, 5, 5, 5], "2014" },
        { [1, 2, 3, 4, 5, 5, 5], null },
        { [5, 5, 5, 5, 5, 5, 5, 5], null },
        { [1, 2, 5, 5, 5, 5], null },
        { [1, 1, 1, 2, 2, 3, 3, 4, 5, 5, 5, 5], "2018" },
        { [1, 1, 1, 1, 1, 2, 3, 5, 5, 5, 5], null },
        { [40, 60, 80, 90, 100, 100, 100, 100], null },
        { [4, 3, 2, 1, 0, 0, 0, 0], null },
        { [1, 2, 3, 4, double.NaN, 4, 4, 4], "2013" },
    };

    [Theory]
    [MemberData(nameof(Tails))]
    public void Tail_is_constant_when_four_values_repeat_after_others_moved(double[] values, string? first)
    {
        var rows = values.Select((value, index) => Point("S", double.IsNaN(value) ? null : value) with { Year = 2010 + index });
        Assert.Equal(first, Judge(Source(Percent("S")), [], rows).Of("constant-tail").SingleOrDefault()?.Period);
    }

    [Fact]
    public void Series_that_ends_so_in_a_third_of_its_areas_is_a_warning()
    {
        var rows = Usual("S").Select(row => row.Year >= 2020 && string.CompareOrdinal(row.Area, "A14") < 0 ? row with { Value = 50 } : row);
        var found = Judge(Source(Percent("S")), [], rows).Of("constant-tail").ToList();
        Assert.Equal((14, 1), (found.Count(finding => finding.Severity == Severity.Info), found.Count(finding => finding.Severity == Severity.Warning)));
    }

    [Fact]
    public void Area_that_is_gone_is_told_with_its_last_value()
    {
        var last = Usual("S").Last(row => row.Area == "A07");
        var finding = Assert.Single(Judge(Source(Percent("S")), Usual("S"), Usual("S").Where(row => row.Area != "A07")).Of("area-gone"));
        Assert.Equal(("A07", "2023", last.Value, Severity.Warning), (finding.Area, finding.Period, finding.Old, finding.Severity));
    }

    /// <summary>Factor from the values before to those now, and whether they slipped.</summary>
    public static TheoryData<double, bool> Factors => new()
    {
        { 10, true }, { 100, true }, { 1000, true }, { 1e6, true }, { 0.1, true }, { 0.001, true }, { 10.4, true },
        { 1, false }, { 2, false }, { 5, false }, { 30, false }, { 11, false },
    };

    [Theory]
    [MemberData(nameof(Factors))]
    public void Unit_slips_by_powers_of_ten(double factor, bool slipped)
    {
        var judged = Judge(Source(Count("S")), Usual("S"), Usual(new SeriesKey("S"), factor));
        Assert.Equal(slipped, judged.Findings.Counts.ContainsKey("unit-slip"));
        Assert.Equal(slipped, judged.Verdict.Reasons.Any(reason => reason.Contains("another unit", StringComparison.Ordinal)));
    }

    [Fact]
    public void Area_that_slipped_is_told_by_name()
    {
        var judged = Judge(Source(Percent("S")), Usual("S"), Usual("S").Select(row => row.Area == "A05" ? row with { Value = row.Value / 100 } : row));
        Assert.Equal(("A05", Severity.Warning), judged.Of("unit-slip").Select(finding => (finding.Area, finding.Severity)).Single());
    }

    private static Observation Point(string code, double? value, Sex sex = Sex.Total) =>
        new(new SeriesKey(code, sex), "A00", 2020, value, value is null ? ObsStatus.O : ObsStatus.A);
}
