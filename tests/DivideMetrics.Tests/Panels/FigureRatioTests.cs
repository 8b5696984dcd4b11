using CsCheck;
using DivideMetrics.Observations;
using DivideMetrics.Panels;

namespace DivideMetrics.Tests.Panels;

public sealed class FigureRatioTests
{
    [Fact]
    public void Quotient_keeps_the_numerators_indicator_source_and_vintage() =>
        Assert.Equal(
            new Figure("patents", "AAA", Sex.Total, 2020, 50, ObsStatus.A, "WB", 7),
            Assert.Single(FigureRatio.Of([Numerator("AAA", 2020, 100)], [Denominator("AAA", 2020, 2_000_000)], 1_000_000)));

    [Theory]
    [InlineData(null, 2.0, ObsStatus.L, ObsStatus.L)]
    [InlineData(1.0, null, ObsStatus.A, ObsStatus.O)]
    [InlineData(1.0, 0.0, ObsStatus.E, ObsStatus.O)]
    [InlineData(1.0, -2.0, ObsStatus.A, ObsStatus.O)]
    public void Quotient_is_missing_where_either_is_or_nothing_can_be_divided_by(double? over, double? under, ObsStatus status, ObsStatus expected)
    {
        var quotient = Assert.Single(FigureRatio.Of([Numerator("AAA", 2020, over, status)], [Denominator("AAA", 2020, under)], 1));
        Assert.Equal((null, expected), (quotient.Value, quotient.Status));
    }

    [Theory]
    [InlineData(2019)]
    [InlineData(2021)]
    public void Denominator_of_another_year_is_not_taken(int year) =>
        Assert.Null(Assert.Single(FigureRatio.Of([Numerator("AAA", 2020, 1)], [Denominator("AAA", year, 2)], 1)).Value);

    [Fact]
    public void Denominator_of_another_area_or_sex_is_not_taken() =>
        Assert.Null(Assert.Single(FigureRatio.Of(
            [Numerator("AAA", 2020, 1)], [Denominator("BBB", 2020, 2), Denominator("AAA", 2020, 2) with { Sex = Sex.Female }], 1)).Value);

    [Theory]
    [InlineData(ObsStatus.A, ObsStatus.A, ObsStatus.A)]
    [InlineData(ObsStatus.A, ObsStatus.E, ObsStatus.E)]
    [InlineData(ObsStatus.P, ObsStatus.A, ObsStatus.P)]
    [InlineData(ObsStatus.E, ObsStatus.I, ObsStatus.I)]
    [InlineData(ObsStatus.B, ObsStatus.E, ObsStatus.B)]
    [InlineData(ObsStatus.A, ObsStatus.B, ObsStatus.B)]
    public void Status_is_the_weaker_of_both_and_a_break_is_kept(ObsStatus over, ObsStatus under, ObsStatus expected) =>
        Assert.Equal(expected, Assert.Single(FigureRatio.Of([Numerator("AAA", 2020, 1, over)], [Denominator("AAA", 2020, 2, under)], 1)).Status);

    [Fact]
    public void Quotient_that_overflows_is_missing() =>
        Assert.Null(Assert.Single(FigureRatio.Of([Numerator("AAA", 2020, double.MaxValue)], [Denominator("AAA", 2020, 0.5)], 100)).Value);

    [Fact]
    public void Quotient_does_not_depend_on_the_scale_that_both_share() =>
        Gen.Select(Gen.Double[1e-6, 1e9], Gen.Double[1e-6, 1e9], Gen.Double[1e-3, 1e3]).Sample((over, under, scale) =>
        {
            var plain = FigureRatio.Of([Numerator("AAA", 2020, over)], [Denominator("AAA", 2020, under)], 100)[0].Value!.Value;
            var scaled = FigureRatio.Of([Numerator("AAA", 2020, over * scale)], [Denominator("AAA", 2020, under * scale)], 100)[0].Value!.Value;
            return Math.Abs(plain - scaled) <= 1e-9 * plain;
        });

    private static Figure Numerator(string area, int year, double? value, ObsStatus status = ObsStatus.A) =>
        new("patents", area, Sex.Total, year, value, status, "WB", 7);

    private static Figure Denominator(string area, int year, double? value, ObsStatus status = ObsStatus.A) =>
        new("population", area, Sex.Total, year, value, status, "WB", 3);
}
