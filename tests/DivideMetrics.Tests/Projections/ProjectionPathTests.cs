using DivideMetrics.Areas;
using DivideMetrics.Gaps;
using DivideMetrics.Observations;
using DivideMetrics.Projections;
using DivideMetrics.Tests.Gaps;

namespace DivideMetrics.Tests.Projections;

public sealed class ProjectionPathTests
{
    private static readonly AreaCatalog Areas = new([new("AAA", "AAA", AreaKind.Economy, null, null)], [], [], [], []);

    [Fact]
    public void Path_has_every_year_after_the_latest_observation_to_2030() =>
        Assert.Equal(Enumerable.Range(2023, 8), Path(Rising(2015, 2022)).Select(gap => gap.Year));

    [Fact]
    public void Path_follows_the_trend_and_not_the_latest_observation()
    {
        Figure[] figures = [.. Rising(2015, 2021), Value(2022, 20)];
        var trend = LogitTrend.Fit([.. figures.Select(figure => figure.Year)], [.. figures.Select(figure => figure.Value!.Value)], new(0, 100), out _)!;
        Assert.Equal(trend.At(2023).Value!.Value, Path(figures)[0].Value!.Value, 1e-9);
    }

    [Fact]
    public void Path_is_less_certain_with_every_year()
    {
        var widths = Path(Rising(2015, 2022)).Select(gap => Logits(gap.Upper!.Value) - Logits(gap.Lower!.Value)).ToList();
        Assert.All(widths.Zip(widths.Skip(1)), pair => Assert.True(pair.First < pair.Second));
    }

    [Fact]
    public void Path_without_a_trend_is_one_row_that_says_why()
    {
        var gap = Assert.Single(Path(Rising(2018, 2022)));
        Assert.Equal((2030, null, "no trend since 2015: 5 usable points, 6 needed"), (gap.Year, gap.Value, gap.Reason));
    }

    [Theory]
    [InlineData(2029, 1)]
    [InlineData(2030, 0)]
    [InlineData(2031, 0)]
    public void Path_ends_where_observations_reach_its_end(int latest, int rows) => Assert.Equal(rows, Path(Rising(2020, latest)).Count);

    private static double Logits(double value) => Math.Log(value / (100 - value));

    private static IReadOnlyList<Gap> Path(Figure[] figures) =>
        GapEngine.Compute(new(StarterFigures.InternetUsersIndicator("projection-path"), figures, [], Areas));

    private static Figure[] Rising(int from, int to) => [.. Enumerable.Range(from, to - from + 1).Select(year => Value(year, (2 * (year - 2000)) + (year % 2)))];

    private static Figure Value(int year, double value) => new("internet-users", "AAA", Sex.Total, year, value, ObsStatus.A, "S", 1);
}
