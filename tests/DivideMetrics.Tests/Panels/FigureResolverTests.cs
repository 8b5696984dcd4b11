using DivideMetrics.Indicators;
using DivideMetrics.Observations;
using DivideMetrics.Panels;

namespace DivideMetrics.Tests.Panels;

public sealed class FigureResolverTests
{
    internal static readonly Indicator Indicator = new()
    {
        Id = "i",
        Title = "i",
        Definition = "i",
        Unit = "PT",
        UnitLabel = "%",
        Direction = Direction.Up,
        Community = "context",
        Dimension = "None",
        Series = [new("FIRST", "S"), new("SECOND", "S")],
        Measures = [],
        BySex = true,
    };

    [Fact]
    public void Point_comes_from_the_first_series_that_has_it()
    {
        var figures = Resolve(Indicator, [Point("AAA", 2020, 1, vintage: 7)], [Point("AAA", 2020, 2, vintage: 8), Point("AAA", 2021, 3, vintage: 9)]);
        Assert.Equal([(2020, 1, "FIRST", 7), (2021, 3, "SECOND", 9)], figures.Select(figure => (figure.Year, (int)figure.Value!, figure.Source, (int)figure.Vintage)));
    }

    [Fact]
    public void Value_of_a_later_series_fills_what_the_first_says_is_missing()
    {
        var figure = Assert.Single(Resolve(Indicator, [Point("AAA", 2020, null)], [Point("AAA", 2020, 2)]));
        Assert.Equal((2d, "SECOND", ObsStatus.A), (figure.Value, figure.Source, figure.Status));
    }

    [Fact]
    public void Missing_everywhere_stays_missing_from_the_first()
    {
        var figure = Assert.Single(Resolve(Indicator, [Point("AAA", 2020, null)], [Point("AAA", 2020, null)]));
        Assert.Equal((null, "FIRST", ObsStatus.O), (figure.Value, figure.Source, figure.Status));
    }

    [Fact]
    public void Factor_turns_the_series_unit_into_the_indicators()
    {
        var series = new SeriesPoints(new("FIRST", "S", Factor: 1000), [Point("AAA", 2020, 1.5), Point("BBB", 2020, null)]);
        Assert.Equal([1500, null], FigureResolver.Resolve(Indicator, [series]).Select(figure => figure.Value));
    }

    [Fact]
    public void Sexes_are_kept_apart()
    {
        var figures = Resolve(Indicator, [Point("AAA", 2020, 1, Sex.Male), Point("AAA", 2020, 2), Point("AAA", 2020, 3, Sex.Female)], []);
        Assert.Equal([(Sex.Total, 2d), (Sex.Female, 3d), (Sex.Male, 1d)], figures.Select(figure => (figure.Sex, figure.Value!.Value)));
    }

    [Fact]
    public void Sexes_are_left_out_of_an_indicator_that_is_not_split_by_sex()
    {
        var figures = Resolve(Indicator with { BySex = false }, [Point("AAA", 2020, 1, Sex.Female), Point("AAA", 2020, 2)], []);
        Assert.Equal(Sex.Total, Assert.Single(figures).Sex);
    }

    [Theory]
    [InlineData("Y15T24", "_T", "_T")]
    [InlineData("_T", "U", "_T")]
    [InlineData("_T", "_T", "SKILL=BASIC")]
    public void Other_breakdowns_are_no_points_of_the_indicator(string age, string urbanisation, string breakdown)
    {
        var point = new StoredObservation(new(new SeriesKey("S", Sex.Total, age, urbanisation, breakdown), "AAA", 2020, 1), 1);
        Assert.Empty(Resolve(Indicator, [point], []));
    }

    [Fact]
    public void Figures_are_ordered_by_area_and_year()
    {
        var figures = Resolve(Indicator, [Point("BBB", 2020, 1), Point("AAA", 2021, 1)], [Point("AAA", 2020, 1)]);
        Assert.Equal([("AAA", 2020), ("AAA", 2021), ("BBB", 2020)], figures.Select(figure => (figure.Area, figure.Year)));
    }

    /// <summary>Precedence, release years of the first and the second series, and the source of a point that both have.</summary>
    [Theory]
    [InlineData(Precedence.BySource, 2024, 2026, "FIRST")]
    [InlineData(Precedence.MostRecent, 2024, 2026, "SECOND")]
    [InlineData(Precedence.MostRecent, 2026, 2024, "FIRST")]
    [InlineData(Precedence.MostRecent, 2026, 2026, "FIRST")]
    public void Precedence_decides_who_gives_a_point_that_both_have(Precedence precedence, int first, int second, string source)
    {
        var figures = Released(Indicator with { Precedence = precedence }, (first, [Point("AAA", 2020, 1)]), (second, [Point("AAA", 2020, 2)]));
        Assert.Equal(source, Assert.Single(figures).Source);
    }

    [Fact]
    public void Value_of_an_older_release_fills_what_the_most_recent_says_is_missing()
    {
        var figures = Released(Indicator with { Precedence = Precedence.MostRecent }, (2024, [Point("AAA", 2020, 1)]), (2026, [Point("AAA", 2020, null), Point("AAA", 2021, 3)]));
        Assert.Equal([(2020, "FIRST"), (2021, "SECOND")], figures.Select(figure => (figure.Year, figure.Source)));
    }

    [Fact]
    public void Series_of_one_sex_gives_its_totals_as_that_sex()
    {
        var bySex = Indicator with { BySex = true };
        var women = new SeriesPoints(new("FIRST", "F") { As = Sex.Female }, [Point("AAA", 2020, 1), Point("AAA", 2021, 9, Sex.Male)]);
        var all = new SeriesPoints(new("FIRST", "S"), [Point("AAA", 2020, 2)]);
        Assert.Equal([(Sex.Total, 2.0), (Sex.Female, 1.0)], FigureResolver.Resolve(bySex, [all, women]).Select(figure => (figure.Sex, figure.Value!.Value)));
    }

    [Fact]
    public void Series_gives_only_the_part_that_it_names()
    {
        StoredObservation[] points =
        [
            Part(new("S"), 1), Part(new("S", Age: "Y15T24"), 2), Part(new("S", Urbanisation: "R"), 3), Part(new("S", Breakdown: "SKILL=X"), 4),
            Part(new("S", Age: "Y15T24", Breakdown: "SKILL=X"), 5),
        ];
        Assert.Equal(1, Value(new("FIRST", "S")));
        Assert.Equal(3, Value(new("FIRST", "S") { Urbanisation = "R" }));
        Assert.Equal(5, Value(new("FIRST", "S") { Age = "Y15T24", Breakdown = "SKILL=X" }));

        double? Value(IndicatorSeries series) => Assert.Single(FigureResolver.Resolve(Indicator, [new(series, points)])).Value;
        static StoredObservation Part(SeriesKey key, double value) => new(new(key, "AAA", 2020, value), 1);
    }

    private static IReadOnlyList<Figure> Released(Indicator indicator, (int Year, StoredObservation[] Points) first, (int Year, StoredObservation[] Points) second) =>
        FigureResolver.Resolve(
            indicator,
            [
                new(indicator.Series[0], first.Points) { Released = new(first.Year, 1, 1) },
                new(indicator.Series[1], second.Points) { Released = new(second.Year, 1, 1) },
            ]);

    private static IReadOnlyList<Figure> Resolve(Indicator indicator, StoredObservation[] first, StoredObservation[] second) =>
        FigureResolver.Resolve(indicator, [new(indicator.Series[0], first), new(indicator.Series[1], second)]);

    private static StoredObservation Point(string area, int year, double? value, Sex sex = Sex.Total, long vintage = 1) =>
        new(new(new SeriesKey("S", sex), area, year, value, value is null ? ObsStatus.O : ObsStatus.A), vintage);
}
