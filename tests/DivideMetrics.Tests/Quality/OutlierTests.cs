using DivideMetrics.Observations;
using DivideMetrics.Quality;
using DivideMetrics.Sources;
using static DivideMetrics.Tests.Quality.GateBench;

namespace DivideMetrics.Tests.Quality;

public sealed class OutlierTests
{
    private static readonly SourceDefinition One = Source(Percent("S"));

    [Fact]
    public void Score_is_the_modified_z_score_of_first_differences()
    {
        // steps 1, 2, 3, 1, 2, 3, 1, 2, 3 and 42: median 2, and the median of the distances from it is 1
        double[] steps = [1, 2, 3, 1, 2, 3, 1, 2, 3, 42];
        var rows = steps.Aggregate(new List<double> { 0 }, (values, step) => [.. values, values[^1] + step]);
        var scores = OutlierScore.Of(SliceOf(rows), new("S", "S", "PT", null, null));
        Assert.True(double.IsNaN(scores[0]));
        Assert.Equal(0.6745 * (42 - 2) / 1, scores[^1], 12);
        Assert.Equal(0.6745 * (1 - 2) / 1, scores[1], 12);
    }

    [Fact]
    public void Nothing_is_scored_in_a_series_that_never_moves() =>
        Assert.All(OutlierScore.Of(SliceOf(Enumerable.Repeat(5.0, 30)), Percent("S")), score => Assert.True(double.IsNaN(score)));

    [Fact]
    public void Nothing_is_scored_in_a_series_of_few_steps() =>
        Assert.All(OutlierScore.Of(SliceOf([1, 2, 4, 5, 90]), Percent("S")), score => Assert.True(double.IsNaN(score)));

    [Fact]
    public void Spike_is_told_once_with_its_step()
    {
        var finding = Assert.Single(Judge(One, [], Spike()).Of("outlier"));
        Assert.Equal(("A06", "2016", Severity.Warning, 1.5), (finding.Area, finding.Period, finding.Severity, finding.New));
        Assert.Contains("in 2015 to 1.5: a step of score -", finding.Note, StringComparison.Ordinal);
    }

    [Fact]
    public void Outlier_that_was_published_before_is_not_told_again() => Assert.Empty(Judge(One, Spike(), Spike()).Of("outlier"));

    [Fact]
    public void Outlier_that_came_by_revision_is_told_with_the_value_before()
    {
        var before = Usual("S").Single(row => row is { Area: "A06", Year: 2016 }).Value;
        Assert.Equal((before, 1.5), Judge(One, Usual("S"), Spike()).Of("outlier").Select(finding => (finding.Old, finding.New!.Value)).Single());
    }

    [Fact]
    public void Score_of_the_source_decides() =>
        Assert.Empty(Judge(One with { Checks = new() { OutlierScore = 1000 } }, [], Spike()).Of("outlier"));

    [Fact]
    public void Further_year_that_follows_from_nothing_is_held()
    {
        var random = new Random(5);
        var next = Usual("S").Where(row => row.Year == 2023).Select(row => row with { Year = 2024, Value = random.Next(0, 5) });
        var judged = Judge(One, Usual("S"), [.. Usual("S"), .. next]);
        Assert.Contains("of 40 new and revised points", Assert.Single(judged.Verdict.Reasons), StringComparison.Ordinal);
    }

    /// <summary>Unit and bounds of a series, values of an area, and what they are on their scale.</summary>
    public static TheoryData<SourceSeries, double[], double[]> Scales => new()
    {
        { new("S", "S", "PT", 0, 100), [50, 0, 100, 20], [0, Math.Log(0.5 / 100.5), Math.Log(100.5 / 0.5), Math.Log(20.5 / 80.5)] },
        { new("S", "S", "IX", 0, 1), [0.5, 0.2], [0, Math.Log(0.205 / 0.805)] },
        { new("S", "S", "PT", null, null), [-3, 250], [-3, 250] },
        { new("S", "S", "PS", 0, 1e9), [100, 0, 300], [Math.Log(101), Math.Log(1), Math.Log(301)] },
        { new("S", "S", "USD", null, null), [-5, 100], [-5, 100] },
        { new("S", "S", "USD", null, null), [0, 0, 7], [0, 0, 7] },
    };

    [Theory]
    [MemberData(nameof(Scales))]
    public void Unit_and_bounds_decide_the_scale(SourceSeries series, double[] values, double[] expected)
    {
        var scaled = values.ToArray();
        ValueScale.Of(series, values).Transform(scaled);
        Assert.Equal(expected, scaled, (left, right) => Math.Abs(left - right) < 1e-12);
    }

    private static IEnumerable<Observation> Spike() => Usual("S").Select(row => row is { Area: "A06", Year: 2016 } ? row with { Value = 1.5 } : row);

    /// <summary>One area, a value a year.</summary>
    private static SeriesSlice SliceOf(IEnumerable<double> values)
    {
        var all = values.ToArray();
        return new(all.Select((_, index) => PackedKey.Of(0, 0, 2000 + index)).ToArray(), all);
    }
}
