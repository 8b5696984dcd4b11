using DivideMetrics.Observations;
using DivideMetrics.Sources;
using static DivideMetrics.Tests.Quality.GateBench;

namespace DivideMetrics.Tests.Quality;

/// <summary>What happens to a vintage that follows a sound one of two series, fault by fault.</summary>
public sealed class QualityGateTests
{
    private static readonly SourceDefinition Two = Source(Percent("S"), Percent("T"));
    private static readonly List<Observation> Sound = [.. Usual("S"), .. Usual("T")];

    private static readonly Dictionary<string, Func<IEnumerable<Observation>, IEnumerable<Observation>>> Faults = new()
    {
        ["nothing"] = rows => rows,
        ["another order of rows"] = rows => rows.Reverse(),
        ["a further year"] = rows => rows.Concat(rows.Where(row => row.Year == 2023).Select(row => row with { Year = 2024, Value = row.Value + 1 })),
        ["8 % of the points revised"] = rows => rows.Select((row, index) => index % 13 == 0 ? row with { Value = row.Value + 0.4 } : row),
        ["every second row missing"] = rows => rows.Where((_, index) => index % 2 == 0),
        ["the rest of the file missing"] = rows => rows.Take(700),
        ["every second value missing"] = rows => rows.Select((row, index) => index % 2 == 0 ? row with { Value = null, Status = ObsStatus.O } : row),
        ["ten times less"] = rows => rows.Select(row => row with { Value = row.Value / 10 }),
        ["one series ten times less"] = rows => rows.Select(row => row.Series.Code == "S" ? row with { Value = row.Value / 10 } : row),
        ["one area ten times less"] = rows => rows.Select(row => row.Area == "A05" ? row with { Value = row.Value / 10 } : row),
        ["the greatest area out of a series"] = rows => rows.Where(row => row.Area != "A00" || row.Series.Code != "S"),
        ["a fifth of the areas out of a series"] = rows => rows.Where(row => row.Series.Code != "S" || string.CompareOrdinal(row.Area, "A32") < 0),
        ["the greatest area and two more out"] = rows => rows.Where(row => string.CompareOrdinal(row.Area, "A02") > 0),
        ["a series gone"] = rows => rows.Where(row => row.Series.Code == "S"),
        ["every row twice"] = rows => rows.Concat(rows),
        ["every row three times"] = rows => rows.Concat(rows).Concat(rows),
        ["some rows twice with another value"] = rows => rows.Concat(rows.Take(20).Select(row => row with { Value = row.Value + 1 })),
        ["many rows twice with another value"] = rows => rows.Concat(rows.Take(90).Select(row => row with { Value = row.Value + 1 })),
        ["all points revised a little"] = rows => rows.Select(row => row with { Value = row.Value + 0.3 }),
        ["values handed to other areas"] = rows => rows.Zip(rows.Skip(84).Concat(rows.Take(84)), (row, other) => row with { Value = other.Value }),
        ["no row"] = _ => [],
    };

    /// <summary>Fault, codes of the findings, and a piece of each reason to hold; none passes.</summary>
    public static TheoryData<string, string, string[]> Expected => new()
    {
        { "nothing", "", [] },
        { "another order of rows", "", [] },
        { "a further year", "", [] },
        { "8 % of the points revised", "revised", [] },
        { "every second row missing", "", ["560 of the 1120 points", "Too few points are left of S (280 of 560), T (280 of 560)"] },
        { "the rest of the file missing", "area-gone", ["700 of the 1120 points", "left of T (140 of 560)", "areas published before are left in T (10 of 40)"] },
        { "every second value missing", "", ["560 of the 1120 points", "Too few points are left of S"] },
        { "ten times less", "revised unit-slip", ["another unit than before: S (0.1 times", "points (100.0 %) were revised", "moved too far"] },
        { "one series ten times less", "revised unit-slip", ["another unit than before: S (0.1 times, over 560 common points)", "moved too far"] },
        { "one area ten times less", "revised unit-slip", [] },
        { "the greatest area out of a series", "area-gone", [] },
        { "a fifth of the areas out of a series", "area-gone", ["areas published before are left in S (32 of 40)"] },
        { "the greatest area and two more out", "area-gone", ["population of the areas published before is left in S (3.6 %), T (3.6 %), the source (3.6 %)"] },
        { "a series gone", "series-gone", [] },
        { "every row twice", "duplicate-key", [] },
        { "every row three times", "duplicate-key", ["2240 of 3360 rows (66.7 %) have a key that came before"] },
        { "some rows twice with another value", "duplicate-key", [] },
        { "many rows twice with another value", "duplicate-key", ["90 of 1210 rows (7.4 %) were refused"] },
        { "all points revised a little", "revised", ["1120 of 1120 common points (100.0 %) were revised"] },
        { "values handed to other areas", "revised", ["were revised", "moved too far"] },
        { "no row", "", ["No row could be read"] },
    };

    [Theory]
    [MemberData(nameof(Expected))]
    public void Fault_ends_as_expected(string fault, string codes, string[] reasons)
    {
        var judged = Judge(Two, Sound, Faults[fault](Sound));
        Assert.Equal((codes, reasons.Length), (judged.Codes, judged.Verdict.Reasons.Count));
        Assert.All(reasons.Zip(judged.Verdict.Reasons), pair => Assert.Contains(pair.First, pair.Second, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("nothing")]
    [InlineData("every row twice")]
    [InlineData("values handed to other areas")]
    public void First_import_is_not_held_by_what_compares(string fault) =>
        Assert.Empty(Judge(Two, [], Faults[fault](Sound)).Verdict.Reasons);

    [Fact]
    public void First_import_is_held_when_too_many_rows_were_refused() =>
        Assert.Contains("60 of 1180 rows (5.1 %) were refused", Judge(Two, [], Sound, refused: 60).Verdict.Message!, StringComparison.Ordinal);

    [Fact]
    public void Reasons_are_told_together_and_every_one()
    {
        var verdict = Judge(Two, Sound, Sound.Where((_, index) => index % 2 == 0), refused: 60).Verdict;
        Assert.True(verdict.Holds);
        Assert.Equal(3, verdict.Reasons.Count);
        Assert.StartsWith("Held back: 60 of 620 rows", verdict.Message);
    }

    [Fact]
    public void Sound_vintage_has_no_message() => Assert.Null(Judge(Two, Sound, Sound).Verdict.Message);

    [Fact]
    public void Most_of_the_series_gone_holds()
    {
        var three = Source(Percent("S"), Percent("T"), Percent("U"));
        var judged = Judge(three, [.. Sound, .. Usual("U")], Usual("S"));
        Assert.Equal("Nothing comes any more of 2 of 3 series (66.7 %), at most 50.0 % may be gone.", Assert.Single(judged.Verdict.Reasons));
    }

    [Fact]
    public void Series_that_left_the_seeds_is_not_looked_for() =>
        Assert.Equal("", Judge(Source(Percent("S")), Sound, Usual("S")).Codes);

    [Fact]
    public void Limits_of_the_source_decide()
    {
        var half = Sound.Where((_, index) => index % 2 == 0);
        Assert.Empty(Judge(Two with { Limits = new(MinCoverageShare: 0.5) }, Sound, half).Verdict.Reasons);
    }
}
