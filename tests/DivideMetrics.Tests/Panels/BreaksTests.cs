using DivideMetrics.Indicators;
using DivideMetrics.Observations;
using DivideMetrics.Panels;

namespace DivideMetrics.Tests.Panels;

public sealed class BreaksTests
{
    private static readonly Indicator Plain = FigureResolverTests.Indicator;

    /// <summary>Sources of the points from 2010 on (small letter: no value; empty: no point), and the years at which the source switches.</summary>
    public static TheoryData<string, int[]> Switches => new()
    {
        { "AAAA", [] },
        { "AABB", [2012] },
        { "AABA", [2012, 2013] },
        { "A BB", [2012] },
        { "AbBA", [2012, 2013] },
        { "AAAb", [] },
        { "bAAA", [] },
        { "B", [] },
        { "", [] },
    };

    [Theory]
    [MemberData(nameof(Switches))]
    public void Source_breaks_where_it_differs_from_that_of_the_value_before(string sources, int[] years)
    {
        var figures = sources.Select((source, index) => Figure("AAA", 2010 + index, char.ToUpperInvariant(source).ToString(), char.IsUpper(source) ? 1 : null))
            .Where(figure => figure.Source != " ");
        var found = Breaks.Of(Plain, figures);
        Assert.Equal(years, found.Select(found => found.Year));
        Assert.All(found, found => Assert.Equal(BreakKind.Source, found.Kind));
    }

    [Fact]
    public void Source_break_says_from_which_to_which() =>
        Assert.Equal(
            new SeriesBreak("AAA", Sex.Total, 2011, BreakKind.Source, "A", "B"),
            Assert.Single(Breaks.Of(Plain, [Figure("AAA", 2011, "B"), Figure("AAA", 2010, "A")])));

    [Fact]
    public void Areas_and_sexes_are_looked_at_apart() =>
        Assert.Empty(Breaks.Of(Plain, [Figure("AAA", 2010, "A"), Figure("BBB", 2011, "B"), Figure("AAA", 2012, "C") with { Sex = Sex.Female }]));

    [Fact]
    public void Break_of_the_provider_stands_beside_that_of_the_source() =>
        Assert.Equal(
            [BreakKind.Source, BreakKind.Provider],
            Breaks.Of(Plain, [Figure("AAA", 2010, "A"), Figure("AAA", 2011, "B") with { Status = ObsStatus.B }]).Select(found => found.Kind));

    [Theory]
    [InlineData(2010, null, new int[0])]
    [InlineData(2011, null, new[] { 2012 })]
    [InlineData(2012, "AAA", new[] { 2012 })]
    [InlineData(2012, "BBB", new int[0])]
    [InlineData(2014, null, new int[0])]
    public void Declared_break_is_told_at_the_first_value_from_its_year_on(int year, string? area, int[] expected)
    {
        var indicator = Plain with { Breaks = [new(year, area, "New method")] };
        var found = Breaks.Of(indicator, [Figure("AAA", 2010, "A"), Figure("AAA", 2012, "A"), Figure("AAA", 2013, "A")]);
        Assert.Equal(expected, found.Select(found => found.Year));
        Assert.All(found, found => Assert.Equal((BreakKind.Declared, "New method"), (found.Kind, found.Reason)));
    }

    [Fact]
    public void Breaks_change_no_status() =>
        Assert.Equal(
            [ObsStatus.E, ObsStatus.P],
            FigureResolver.Resolve(
                Plain,
                [
                    new(Plain.Series[0], [new(new(new SeriesKey("S"), "AAA", 2010, 1, ObsStatus.E), 1)]),
                    new(Plain.Series[1], [new(new(new SeriesKey("S"), "AAA", 2011, 2, ObsStatus.P), 1)]),
                ]).Select(figure => figure.Status));

    private static Figure Figure(string area, int year, string source, double? value = 1) =>
        new("i", area, Sex.Total, year, value, value is null ? ObsStatus.O : ObsStatus.A, source, 1);
}
