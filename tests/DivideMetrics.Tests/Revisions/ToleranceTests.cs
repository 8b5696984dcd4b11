using DivideMetrics.Observations;
using DivideMetrics.Revisions;
using DivideMetrics.Sources;
using DivideMetrics.Tests.Sources;

namespace DivideMetrics.Tests.Revisions;

public sealed class ToleranceTests
{
    /// <summary>Unit, old and new value, and whether the point counts as revised.</summary>
    public static TheoryData<string, double, double, bool> Moves => new()
    {
        { "PT", 54.3, 54.305, false },
        { "PT", 54.3, 54.295, false },
        { "PT", 54.3, 54.3051, true },
        { "PT", 0.1, 0.105, false },
        { "PER_100_POP", 12.34, 12.345, false },
        { "PER_100_POP", 12.34, 12.35, true },
        { "IX", 0.4383, 0.43835, false },
        { "IX", 0.4383, 0.4384, true },
        { "PS", 1_000_000, 1_000_050, false },
        { "PS", 1_000_000, 1_000_060, true },
        { "PS", -1_000_000, -1_000_060, true },
        { "USD", 0, 0, false },
        { "USD", 0, 1e-9, true },
    };

    [Theory]
    [MemberData(nameof(Moves))]
    public void Unit_decides_what_counts_as_revised(string unit, double old, double now, bool revised) =>
        Assert.Equal(revised, Tolerance.Of(new SourceSeries("S", "S", unit, null, null)).IsExceeded(old, now));

    [Fact]
    public void Declared_tolerance_of_a_series_comes_before_its_unit()
    {
        var source = Workbench.Source("delimited", "x", "S", "T");
        var tolerance = Tolerance.Of(source with { Series = [source.Series[0] with { Tolerance = 0.5 }, source.Series[1]] });
        Assert.Equal((0.5, 0.005), (tolerance(new("S", Sex.Female)).Absolute, tolerance(new("T")).Absolute));
    }

    [Fact]
    public void Series_that_is_not_declared_has_none() =>
        Assert.Equal(default, Tolerance.Of(Workbench.Source("delimited", "x", "S"))(new("T")));

    [Theory]
    [InlineData(0.005, 1, 0)]
    [InlineData(0.0001, 0, 1)]
    public void Difference_counts_by_the_tolerance_that_it_is_given(double tolerance, int precision, int revised)
    {
        var keys = new ObservationKeys();
        var counts = VintageDiff.Compare(Table(keys, 54.3), Table(keys, 54.304), _ => tolerance).Counts;
        Assert.Equal((precision, revised), (counts.Precision, counts.Revised));
    }

    private static ObservationTable Table(ObservationKeys keys, double value)
    {
        var builder = new ObservationTableBuilder(keys);
        builder.Add(new(new SeriesKey("S"), "AAA", 2020, value));
        return builder.Build();
    }
}
