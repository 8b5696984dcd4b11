using DivideMetrics.Indicators;
using DivideMetrics.Observations;
using DivideMetrics.Panels;

namespace DivideMetrics.Tests.Panels;

public sealed class BreakTableTests
{
    private static readonly Indicator Plain = FigureResolverTests.Indicator;

    [Fact]
    public void Series_without_a_break_stays_whole_and_says_nothing() =>
        Assert.Equal((4, null), Cut(Plain, Figures("AAAA")));

    [Fact]
    public void Series_is_cut_at_its_last_switch_of_source() =>
        Assert.Equal((2, "series since 2012, where the source switches from B to A"), Cut(Plain, Figures("ABAA")));

    [Fact]
    public void Series_is_cut_at_a_break_of_the_provider()
    {
        var figures = Figures("AAAA");
        figures[1] = figures[1] with { Status = ObsStatus.B };
        Assert.Equal((3, "series since 2011, where the provider marks a break"), Cut(Plain, figures));
    }

    [Fact]
    public void Break_at_the_first_point_cuts_nothing()
    {
        var figures = Figures("AAAA");
        figures[0] = figures[0] with { Status = ObsStatus.B };
        Assert.Equal((4, null), Cut(Plain, figures));
    }

    [Fact]
    public void Series_is_cut_at_a_declared_break_and_says_all_reasons_of_that_year() =>
        Assert.Equal(
            (2, "series since 2012, where the source switches from A to B and a break is declared (New questions)"),
            Cut(Plain with { Breaks = [new(2012, null, "New questions.")] }, Figures("AABB")));

    [Fact]
    public void Forecasts_make_no_break()
    {
        var figures = Figures("AAAB");
        figures[3] = figures[3] with { Status = ObsStatus.F };
        Assert.Equal((3, null), Cut(Plain, figures));
    }

    [Theory]
    [InlineData("AAA", 2012, true)]
    [InlineData("AAA", 2011, false)]
    [InlineData("BBB", 2012, false)]
    public void Table_knows_the_years_of_the_breaks(string area, int year, bool expected) =>
        Assert.Equal(expected, BreakTable.Of(Plain, Figures("AABB")).BreaksAt(area, year));

    [Theory]
    [InlineData(50.05, 4, "the source switches from FIRST to SECOND in 2012; both have the same figures there")]
    [InlineData(50.2, 2, "series since 2012, where the source switches from FIRST to SECOND")]
    [InlineData(null, 2, "series since 2012, where the source switches from FIRST to SECOND")]
    public void Switch_to_a_source_with_the_same_figures_cuts_nothing(double? overlap, int count, string remark)
    {
        SeriesPoints[] series =
        [
            new(Plain.Series[0], [Point(2010, 40), Point(2011, 50)]),
            new(Plain.Series[1], [Point(2010, 10), Point(2011, overlap), Point(2012, 60), Point(2013, 70)]),
        ];
        var figures = FigureResolver.Resolve(Plain, series);
        var table = BreakTable.Of(Plain, figures, SourceJoins.Of(Plain, series, figures));
        var found = table.Comparable(Panel.Of(figures).SeriesOf("AAA"), "AAA");
        Assert.Equal((count, remark), (found.Count, found.Remark));
    }

    [Theory]
    [InlineData(50.05, true)]
    [InlineData(50.2, false)]
    public void Switch_from_a_source_that_goes_on_with_the_same_figures_is_a_join(double overlap, bool joined)
    {
        SeriesPoints[] series = [new(Plain.Series[0], [Point(2011, 50)]), new(Plain.Series[1], [Point(2010, 40), Point(2011, overlap)])];
        Assert.Equal(joined, SourceJoins.Of(Plain, series, FigureResolver.Resolve(Plain, series)).Contains(new("AAA", Sex.Total, 2011, "SECOND", "FIRST")));
    }

    [Fact]
    public void Join_before_the_last_break_is_not_told()
    {
        var figures = Figures("ABBB");
        figures[2] = figures[2] with { Status = ObsStatus.B };
        var joins = new HashSet<SourceJoin> { new("AAA", Sex.Total, 2011, "A", "B") };
        Assert.Equal("series since 2012, where the provider marks a break",
            BreakTable.Of(Plain, figures, joins).Comparable(Panel.Of(figures).SeriesOf("AAA"), "AAA").Remark);
    }

    private static StoredObservation Point(int year, double? value) =>
        new(new(new SeriesKey("S"), "AAA", year, value, value is null ? ObsStatus.O : ObsStatus.A), 1);

    [Theory]
    [InlineData(2010, 2011, false)]
    [InlineData(2011, 2012, true)]
    [InlineData(2010, 2013, true)]
    [InlineData(2012, 2013, false)]
    public void Years_are_not_comparable_over_a_break(int from, int to, bool broken) =>
        Assert.Equal(broken, BreakTable.Of(Plain, Figures("AABB")).BreaksBetween("AAA", from, to));

    private static (int Count, string? Remark) Cut(Indicator indicator, Figure[] figures)
    {
        var series = BreakTable.Of(indicator, figures).Comparable(Panel.Of(figures).SeriesOf("AAA"), "AAA");
        return (series.Count, series.Remark);
    }

    private static Figure[] Figures(string sources) =>
        [.. sources.Select((source, i) => new Figure("i", "AAA", Sex.Total, 2010 + i, i, ObsStatus.A, source.ToString(), 1))];
}
