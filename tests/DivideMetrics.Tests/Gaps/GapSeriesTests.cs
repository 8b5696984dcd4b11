using CsCheck;
using DivideMetrics.Gaps;
using DivideMetrics.Observations;
using DivideMetrics.Panels;

namespace DivideMetrics.Tests.Gaps;

public sealed class GapSeriesTests
{
    private static readonly Gen<string?> Text = Gen.OneOf(Gen.Const((string?)null), Gen.String.Select(text => (string?)text), Gen.Const((string?)"").Select(_ => (string?)"no data"), Gen.Const((string?)""));
    private static readonly Gen<double?> Number = Gen.OneOf(Gen.Const((double?)null), Gen.Double.Where(double.IsFinite).Select(value => (double?)value));

    private static readonly Gen<Coverage?> Covered = Gen.OneOf(
        Gen.Const((Coverage?)null),
        Gen.Select(Gen.Int[0, 200], Gen.Int[0, 200], Gen.Double[0, 1], Gen.Double[0, 1])
            .Select((areas, of, share, estimated) => (Coverage?)new Coverage(areas, of, share, estimated)));

    private static readonly Gen<Gap> AnyGap = Gen.Select(
        Gen.OneOf(Gen.Const("gini"), Gen.Const("gap-to-goal")), Gen.OneOf(Gen.Const("AAA"), Gen.Const("WLD")), Gen.Enum<Sex>(), Gen.Int[1900, 2100], Gen.Select(Number, Number, Number),
        Gen.Select(Text, Text, Covered)).Select((measure, subject, sex, year, numbers, words) =>
            new Gap(measure, "i", subject, sex, year, numbers.Item1, numbers.Item2, numbers.Item3, words.Item1, words.Item2, words.Item3));

    private static readonly Gen<Figure> AnyFigure = Gen.Select(
        Gen.OneOf(Gen.Const("AAA"), Gen.Const("WLD")), Gen.Enum<Sex>(), Gen.Int[1900, 2100], Number, Gen.Enum<ObsStatus>(), Gen.OneOf(Gen.Const("A"), Gen.Const("B")), Gen.Long[1, 4])
        .Select((area, sex, year, value, status, source, vintage) => new Figure("i", area, sex, year, value, status, source, vintage));

    [Fact]
    public void Packed_gaps_come_back_as_they_were() => AnyGap.Array[0, 60].Sample(found =>
    {
        var gaps = found.DistinctBy(gap => (gap.Measure, gap.Subject, gap.Sex, gap.Year)).ToList();
        Assert.Equal(Sorted(gaps), Sorted(GapSeries.Pack(gaps).SelectMany(series => series.Unpack())));
    });

    [Fact]
    public void Packed_figures_come_back_as_they_were() => AnyFigure.Array[0, 60].Sample(found =>
    {
        var figures = found.DistinctBy(figure => (figure.Area, figure.Sex, figure.Year)).ToList();
        var unpacked = FigureSeries.Pack(figures).SelectMany(series => series.Unpack());
        Assert.Equal(
            figures.OrderBy(figure => (figure.Area, figure.Sex, figure.Year)), unpacked.OrderBy(figure => (figure.Area, figure.Sex, figure.Year)));
    });

    [Fact]
    public void Order_of_the_gaps_does_not_change_what_is_packed() => AnyGap.Array[1, 40].Sample(found =>
    {
        var gaps = found.DistinctBy(gap => gap.Year).Select(gap => gap with { Measure = "gini", Subject = "AAA", Sex = Sex.Total }).ToList();
        var (one, other) = (GapSeries.Pack(gaps).Single(), GapSeries.Pack(gaps.AsEnumerable().Reverse()).Single());
        Assert.Equal(one.Unpack(), other.Unpack());
        Assert.Equal(one.Reasons.Texts, other.Reasons.Texts);
        Assert.Equal(one.Reasons.At, other.Reasons.At);
    });

    [Fact]
    public void Gap_of_a_year_is_found()
    {
        var series = GapSeries.Pack([new("gini", "i", "WLD", Sex.Total, 2021, 2), new("gini", "i", "WLD", Sex.Total, 2019, 1)]).Single();
        Assert.Equal([1, null, 2, null], new[] { 2019, 2020, 2021, int.MaxValue }.Select(year => series.Find(year)?.Value));
    }

    [Fact]
    public void Texts_that_repeat_stand_once()
    {
        var series = GapSeries.Pack(Enumerable.Range(2000, 20).Select(year => new Gap("gini", "i", "WLD", Sex.Total, year, null, Reason: "no data"))).Single();
        Assert.Equal(["no data"], series.Reasons.Texts);
        Assert.Empty(series.Categories.At);
        Assert.Null(series.Lower);
    }

    [Fact]
    public void Year_that_stands_twice_is_refused()
    {
        var gap = new Gap("gini", "i", "WLD", Sex.Total, 2021, 2);
        Assert.Contains("gini, i, WLD, _T, 2021", Assert.Throws<ArgumentException>(() => GapSeries.Pack([gap, gap with { Value = 3 }])).Message, StringComparison.Ordinal);
    }

    private static IEnumerable<Gap> Sorted(IEnumerable<Gap> gaps) =>
        gaps.OrderBy(gap => gap.Measure, StringComparer.Ordinal).ThenBy(gap => gap.Subject, StringComparer.Ordinal).ThenBy(gap => gap.Sex).ThenBy(gap => gap.Year);
}
