using DivideMetrics.Observations;
using DivideMetrics.Quality;
using DivideMetrics.Sources;
using DivideMetrics.Tests.Sources;

namespace DivideMetrics.Tests.Quality;

public sealed class CorrectionTests
{
    private static readonly SourceDefinition Source = Workbench.Source("delimited", "x", "S", "T");

    private static readonly Correction Plain = new()
    {
        Source = "TEST",
        Action = CorrectionAction.Drop,
        Series = new("S"),
        Areas = ["AAA"],
        Periods = [2020],
        Reason = "A slip of the pen",
        By = "Ada",
        Date = new(2026, 11, 25),
        File = "seeds/corrections/test.yml",
        Line = 3,
    };

    private static readonly Observation[] Rows =
    [
        Point("AAA", 2019, 1), Point("AAA", 2020, 20), Point("BBB", 2020, 3), Point("AAA", 2020, 20, new("S", Sex.Female)), Point("AAA", 2020, 5, new("T")),
    ];

    private readonly FindingSink _findings = new();

    /// <summary>A correction, and what becomes of the point of AAA in 2020 (S, both sexes).</summary>
    public static TheoryData<string, Correction, string> Actions => new()
    {
        { "drop", Plain, "" },
        { "override", Plain with { Action = CorrectionAction.Override, Value = 2 }, "2 E" },
        { "override with status", Plain with { Action = CorrectionAction.Override, Value = 2, Status = ObsStatus.A }, "2 A" },
        { "override by nothing", Plain with { Action = CorrectionAction.Override, Value = null, Status = ObsStatus.Q }, " Q" },
        { "scale", Plain with { Action = CorrectionAction.Scale, Factor = 0.5 }, "10 E" },
        { "flag", Plain with { Action = CorrectionAction.Flag, Status = ObsStatus.U }, "20 U" },
        { "another area", Plain with { Areas = ["CCC"] }, "20 E" },
        { "another period", Plain with { Periods = [2021] }, "20 E" },
        { "another sex", Plain with { Series = new("S", Sex.Male) }, "20 E" },
        { "another source", Plain with { Source = "OTHER" }, "20 E" },
    };

    [Theory]
    [MemberData(nameof(Actions))]
    public void Correction_does_what_it_says_to_its_point(string name, Correction correction, string expected)
    {
        var found = Apply(correction).Where(row => row is { Area: "AAA", Year: 2020, Series: { Code: "S", Sex: Sex.Total } });
        Assert.True(expected == string.Join(' ', found.Select(row => $"{row.Value} {row.Status}")), name);
    }

    [Theory]
    [MemberData(nameof(Actions))]
    public void Correction_leaves_all_other_points_alone(string name, Correction correction, string expected)
    {
        Assert.NotNull(expected);
        Assert.True(Rows.Where((_, index) => index != 1).SequenceEqual(Apply(correction).Where(row => row.Series != new SeriesKey("S") || row.Area != "AAA" || row.Year != 2020)), name);
    }

    [Fact]
    public void Correction_without_areas_and_periods_takes_the_whole_series() =>
        Assert.Equal([2, 40, 6], Apply(Plain with { Action = CorrectionAction.Scale, Factor = 2, Areas = [], Periods = [] }).Take(3).Select(row => row.Value));

    [Fact]
    public void Corrections_follow_each_other()
    {
        var found = Apply(Plain with { Action = CorrectionAction.Scale, Factor = 2 }, Plain with { Action = CorrectionAction.Flag, Status = ObsStatus.U });
        Assert.Equal((40d, ObsStatus.U), (found[1].Value, found[1].Status));
    }

    [Fact]
    public void Corrected_point_keeps_its_place_and_is_a_finding()
    {
        var found = Apply(Plain with { Action = CorrectionAction.Override, Value = 2 });
        var finding = Assert.Single(_findings.Kept);
        Assert.Equal(new(0, 7), found[1].Place);
        Assert.Equal(("corrected", Severity.Info, "S", "AAA", "2020", 20, 2), (finding.Code, finding.Severity, finding.Series, finding.Area, finding.Period, finding.Old, finding.New));
        Assert.Equal("Override by seeds/corrections/test.yml(3): 20 (E) became 2 (E). A slip of the pen (Ada, 2026-11-25)", finding.Note);
    }

    [Fact]
    public void Correction_that_meets_no_point_is_a_warning()
    {
        Apply(Plain with { Areas = ["CCC"] });
        var finding = Assert.Single(_findings.Kept);
        Assert.Equal(("correction-unused", Severity.Warning, "S"), (finding.Code, finding.Severity, finding.Series));
    }

    /// <summary>What is expected, and what the message says of it; null where the guard is met by 20 (E).</summary>
    public static TheoryData<CorrectionGuard, string?> Guards => new()
    {
        { new(false, 20, null, null), null },
        { new(false, 20.004, null, null), null },
        { new(false, 20, ObsStatus.E, null), null },
        { new(false, null, ObsStatus.E, null), null },
        { new(false, 25, null, 5), null },
        { new(false, 25, null, 4), "expected 25 from TEST, series S, for AAA in 2020, found 20 (E)." },
        { new(false, 20.01, null, null), "expected 20.01 from TEST, series S, for AAA in 2020, found 20 (E)." },
        { new(false, 20, ObsStatus.A, null), "expected 20 (A) from TEST, series S, for AAA in 2020, found 20 (E)." },
        { new(false, null, ObsStatus.P, null), "expected status P from TEST, series S, for AAA in 2020, found 20 (E)." },
        { new(true, null, null, null), "expected no value from TEST, series S, for AAA in 2020, found 20 (E)." },
    };

    [Theory]
    [MemberData(nameof(Guards))]
    public void Guard_that_is_not_met_stops_the_run(CorrectionGuard guard, string? message)
    {
        var correction = Plain with { Action = CorrectionAction.Override, Value = 2, Expect = guard };
        if (message is null)
        {
            Assert.Equal(2, Apply(correction)[1].Value);
            return;
        }

        var exception = Assert.Throws<SourceException>(() => Apply(correction));
        Assert.Equal(("seeds/corrections/test.yml", 3L), (exception.File, exception.Line));
        Assert.StartsWith("seeds/corrections/test.yml(3): " + message, exception.Message);
        Assert.EndsWith("check it, then remove or renew the correction.", exception.Message);
    }

    [Fact]
    public void Guard_looks_at_what_the_provider_sent_not_at_what_was_corrected_before() =>
        Assert.Equal(80, Apply(
            Plain with { Action = CorrectionAction.Scale, Factor = 2 },
            Plain with { Action = CorrectionAction.Scale, Factor = 2, Expect = new(false, 20, null, null) })[1].Value);

    [Fact]
    public void Guarded_point_that_is_gone_stops_the_run() =>
        Assert.Contains(
            "for CCC in 2020, found no such point",
            Assert.Throws<SourceException>(() => Apply(Plain with { Areas = ["AAA", "CCC"], Expect = new(false, 20, null, null) })).Message,
            StringComparison.Ordinal);

    [Fact]
    public void Absent_point_is_added_after_the_last_row()
    {
        var found = Apply(Plain with { Action = CorrectionAction.Override, Areas = ["CCC"], Value = 7, Expect = new(true, null, null, null) });
        Assert.Equal(Point("CCC", 2020, 7) with { Status = ObsStatus.A }, found[^1]);
        Assert.Equal((null, 7), _findings.Kept.Select(finding => (finding.Old, finding.New!.Value)).Single());
    }

    [Fact]
    public void Missing_value_counts_as_absent_and_is_filled_in_its_place()
    {
        var rows = Rows.Select(row => row is { Area: "AAA", Year: 2020 } ? row with { Value = null, Status = ObsStatus.O } : row);
        var found = Apply(rows, Plain with { Action = CorrectionAction.Override, Value = 7, Expect = new(true, null, null, null) });
        Assert.Equal((Rows.Length, 7, ObsStatus.A), (found.Count, found[1].Value, found[1].Status));
    }

    [Fact]
    public void Rows_are_read_lazily()
    {
        var first = new Corrections([Plain]).For(Source).Apply(Rows.Append(default).Select(row => row.Area is null ? throw new InvalidOperationException() : row), _findings).First();
        Assert.Equal(Rows[0], first);
    }

    [Fact]
    public void Fingerprint_changes_with_what_a_correction_says_and_not_with_where_it_stands()
    {
        string Of(params Correction[] corrections) => new Corrections(corrections).For(Source).Fingerprint;
        Assert.Equal("", Of());
        Assert.Equal("", Of(Plain with { Source = "OTHER" }));
        Assert.Equal(Of(Plain), Of(Plain with { File = "x", Line = 9 }));
        Assert.Equal(4, new[] { Of(Plain), Of(Plain, Plain), Of(Plain with { Areas = ["BBB"] }), Of(Plain with { Reason = "Another" }) }.Distinct().Count());
    }

    private static Observation Point(string area, int year, double value, SeriesKey? series = null) =>
        new(series ?? new("S"), area, year, value, ObsStatus.E) { Place = new(0, 7) };

    private List<Observation> Apply(params Correction[] corrections) => Apply(Rows, corrections);

    private List<Observation> Apply(IEnumerable<Observation> rows, params Correction[] corrections) =>
        new Corrections(corrections).For(Source).Apply(rows, _findings).ToList();
}
