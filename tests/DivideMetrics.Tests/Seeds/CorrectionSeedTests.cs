using DivideMetrics.Observations;
using DivideMetrics.Quality;
using DivideMetrics.Seeds;

namespace DivideMetrics.Tests.Seeds;

public sealed class CorrectionSeedTests
{
    private const string File = "corrections/test.yml";

    private const string Good = """
        source: WB_WDI
        corrections:
          - action: override
            series: IT.NET.USER.ZS
            sex: F
            age: Y15T24
            areas: [IND]
            periods: [2020, 2021]
            value: 43.4
            status: E
            reason: A decimal point was lost
            by: Ada
            date: "2026-11-25"
            link: https://example.org/note
            expect: { value: 434, tolerance: 0.5, status: A }
          - action: drop
            series: SP.POP.TOTL
            reason: Counted twice
            by: Ada
            date: "2026-11-25"
        """;

    /// <summary>Text to replace, its replacement, and the whole message that is expected.</summary>
    public static TheoryData<string, string, string> Damages => new()
    {
        { "source: WB_WDI", "source: WB_XXX", "seeds/corrections/test.yml(1): unknown source 'WB_XXX'; it must stand in seeds/sources" },
        { "IT.NET.USER.ZS", "IT.NET", "seeds/corrections/test.yml(4): source 'WB_WDI' does not declare the series 'IT.NET'" },
        { "[IND]", "[INX9]", "seeds/corrections/test.yml(7): unknown area 'INX9'; it must stand in areas.csv" },
        { "2026-11-25", "2026-11-31", "seeds/corrections/test.yml(13): expected a day (yyyy-MM-dd), found '2026-11-31'" },
        { "action: drop", "action: delete", "seeds/corrections/test.yml(16): 'corrections[1].action' must be one of drop, override, scale, flag; found 'delete'" },
        { "action: drop", "action: scale", "seeds/corrections/test.yml(16): a correction 'scale' needs 'factor'" },
        { "action: drop", "action: flag", "seeds/corrections/test.yml(16): a correction 'flag' needs 'status'" },
        { "action: drop", "action: flag\n    status: Q", "seeds/corrections/test.yml(17): a flag keeps the value; to take it away, override it by 'value: null' with this status" },
        { "action: override", "action: flag", "seeds/corrections/test.yml(9): a correction 'flag' has no 'value'" },
        { "    value: 43.4\n", "", "seeds/corrections/test.yml(3): a correction 'override' needs 'value'" },
        { "value: 43.4", "value: null", "seeds/corrections/test.yml(9): a value has no status that says missing (L, M, O, Q), and a missing value has one" },
        { "status: E", "status: O", "seeds/corrections/test.yml(9): a value has no status that says missing (L, M, O, Q), and a missing value has one" },
        { "{ value: 434, ", "{ absent: true, value: 434, ", "seeds/corrections/test.yml(15): expected either 'absent: true', or a value, a status or both" },
        { "{ value: 434, tolerance: 0.5, status: A }", "{ tolerance: 0.5 }", "seeds/corrections/test.yml(15): expected either 'absent: true', or a value, a status or both" },
        { "reason: Counted twice", "reason: Counted twice\n    expect: { absent: true }", "seeds/corrections/test.yml(19): 'absent' belongs to an override that names its areas and periods: the points are added" },
        { "    by: Ada\n", "", "seeds/corrections/test.yml(3): 'by' is missing" },
    };

    [Theory]
    [MemberData(nameof(Damages))]
    public void Broken_correction_is_told_with_file_line_and_reason(string old, string replacement, string expected)
    {
        using var seeds = Seeds();
        seeds.Replace(File, old, replacement);
        Assert.Equal(expected, Assert.Throws<SeedException>(() => SeedLoader.Load(seeds.Folder)).Message);
    }

    [Fact]
    public void Correction_is_read_with_all_that_it_says()
    {
        using var seeds = Seeds();
        var found = SeedLoader.Load(seeds.Folder).Corrections.All;
        var first = found[0];
        Assert.Equal(2, found.Count);
        Assert.Equal(("WB_WDI", CorrectionAction.Override, new SeriesKey("IT.NET.USER.ZS", Sex.Female, "Y15T24")), (first.Source, first.Action, first.Series));
        Assert.Equal((43.4, ObsStatus.E, "A decimal point was lost", "Ada", new DateOnly(2026, 11, 25), "https://example.org/note"), (first.Value, first.Status, first.Reason, first.By, first.Date, first.Link));
        Assert.Equal(["IND"], first.Areas);
        Assert.Equal([2020, 2021], first.Periods);
        Assert.Equal(new(false, 434, ObsStatus.A, 0.5), first.Expect);
        Assert.Equal(("seeds/corrections/test.yml", 3L, 16L), (first.File, first.Line, found[1].Line));
    }

    [Fact]
    public void Correction_changes_the_fingerprints_of_the_seeds_and_of_its_source_alone()
    {
        using var seeds = Seeds();
        var catalog = SeedLoader.Load(seeds.Folder);
        Assert.NotEqual(SeedFiles.Catalog.Fingerprint, catalog.Fingerprint);
        Assert.NotEqual("", catalog.Corrections.For(catalog.FindSource("WB_WDI")!).Fingerprint);
        Assert.Equal("", catalog.Corrections.For(catalog.FindSource("UNSD")!).Fingerprint);
    }

    private static TemporarySeeds Seeds()
    {
        var seeds = SeedFiles.Copy();
        seeds.Write(File, Good + "\n");
        return seeds;
    }
}
