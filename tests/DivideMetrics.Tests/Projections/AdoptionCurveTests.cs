using DivideMetrics.Indicators;
using DivideMetrics.Observations;
using DivideMetrics.Panels;
using DivideMetrics.Projections;
using DivideMetrics.Tests.Gaps;

namespace DivideMetrics.Tests.Projections;

/// <summary>Vectors of the methodology: Bass p = .003, q = .35, m = 90; Gompertz K = 95, b = 5, c = .12.</summary>
public sealed class AdoptionCurveTests
{
    private static readonly double[] BassVector = [.003, Math.Log(.35), -50];
    private static readonly double[] GompertzVector = [Math.Log(5), Math.Log(.12)];

    [Theory]
    [InlineData(1, .322634), InlineData(5, 3.556834), InlineData(10, 19.770174), InlineData(15, 56.487797), InlineData(20, 81.733743), InlineData(30, 89.734268)]
    public void Bass_has_the_values_of_the_methodology(double t, double expected) =>
        Assert.Equal(expected, new BassCurve(Frame(90)).At(t, BassVector, new double[3]), 5e-7);

    [Fact]
    public void Bass_peaks_where_the_methodology_says() => Assert.Equal(13.482495, new BassCurve(Frame(90)).Inflection(BassVector), 5e-7);

    [Fact]
    public void Bass_is_0_before_the_introduction() => Assert.Equal(0, new BassCurve(Frame(90)).At(-1, BassVector, new double[3]));

    [Theory]
    [InlineData(0, .640105), InlineData(5, 6.109340), InlineData(10, 21.071172), InlineData(20, 60.357615), InlineData(30, 82.868771)]
    [InlineData(13.411983, 34.948547)]
    public void Gompertz_has_the_values_of_the_methodology(double t, double expected) =>
        Assert.Equal(expected, new GompertzCurve(Frame(95)).At(t, GompertzVector, new double[2]), 2e-6);

    [Fact]
    public void Gompertz_has_the_inflection_of_the_methodology() => Assert.Equal(13.411983, new GompertzCurve(Frame(95)).Inflection(GompertzVector), 5e-7);

    public static TheoryData<bool, int, bool> Frames => new() { { true, 1, true }, { true, -1, true }, { false, 1, true }, { true, 1, false }, { false, 1, false } };

    [Theory, MemberData(nameof(Frames))]
    public void Gradient_of_bass_is_that_of_small_steps(bool isBounded, int sign, bool isFree)
    {
        var frame = Frame(90, isBounded, sign) with { IsFree = isFree };
        CheckGradient(new BassCurve(frame), [.01, Math.Log(.3), -2, .5]);
    }

    [Theory, MemberData(nameof(Frames))]
    public void Gradient_of_gompertz_is_that_of_small_steps(bool isBounded, int sign, bool isFree)
    {
        var frame = Frame(90, isBounded, sign) with { IsFree = isFree };
        CheckGradient(new GompertzCurve(frame), [.7, Math.Log(.15), .5]);
    }

    [Fact]
    public void Bass_curve_without_noise_is_found_again_with_its_ceiling()
    {
        var curve = new BassCurve(Frame(90));
        var fit = Fit("bass", 2000, [.. Enumerable.Range(1, 24).Select(t => curve.At(t, BassVector, new double[3]))], max: 100)!;
        Assert.Equal(curve.At(31, BassVector, new double[3]), fit.At(2030, .95).Value!.Value, 0.01);
        Assert.Contains("ceiling 90 estimated", fit.Basis, StringComparison.Ordinal);
    }

    [Fact]
    public void Gompertz_curve_without_noise_is_found_again_with_its_ceiling()
    {
        var curve = new GompertzCurve(Frame(95));
        var fit = Fit("gompertz", 2000, [.. Enumerable.Range(0, 24).Select(t => curve.At(t, GompertzVector, new double[2]))], max: null)!;
        Assert.Equal(curve.At(30, GompertzVector, new double[2]), fit.At(2030, .95).Value!.Value, 0.01);
        Assert.Contains("ceiling 95 estimated", fit.Basis, StringComparison.Ordinal);
    }

    [Fact]
    public void Ceiling_is_the_bound_before_the_inflection()
    {
        var curve = new GompertzCurve(Frame(100));
        var fit = Fit("gompertz", 2010, [.. Enumerable.Range(0, 9).Select(t => curve.At(t, GompertzVector, new double[2]))], max: 100)!;
        Assert.EndsWith("ceiling 100", fit.Basis, StringComparison.Ordinal);
    }

    [Fact]
    public void Ceiling_of_a_series_without_bound_and_inflection_is_not_made_up()
    {
        var curve = new GompertzCurve(Frame(100));
        Assert.Null(Fit("gompertz", 2010, [.. Enumerable.Range(0, 9).Select(t => curve.At(t, GompertzVector, new double[2]))], max: null));
    }

    [Theory, InlineData("bass"), InlineData("gompertz")]
    public void Series_that_falls_is_no_adoption(string model) => Assert.Null(Fit(model, 2010, [9, 8, 7, 6, 5, 4, 3, 2], max: 100));

    private static AdoptionFrame Frame(double ceiling, bool isBounded = false, int sign = 1) =>
        new(new ProjectionScale(0, isBounded ? 100 : null), sign > 0 ? 0 : 100, sign, ceiling, 60);

    private static ProjectionFit? Fit(string model, int from, double[] values, double? max)
    {
        var series = new YearSeries([.. Enumerable.Range(from, values.Length)], values, [.. values.Select(_ => ObsStatus.A)]);
        var indicator = StarterFigures.InternetUsersIndicator() with { Max = max, Goal = null, Direction = Direction.Up };
        return ProjectionModels.All.Single(one => one.Id == model).Fit(new ProjectionSeries(series, indicator).UpTo(series.Count), null, out _);
    }

    private static void CheckGradient<TCurve>(TCurve curve, double[] parameters)
        where TCurve : struct, IAdoptionCurve<TCurve>
    {
        var at = parameters[..curve.Parameters];
        foreach (var x in new[] { -3.0, 0, 4, 11 })
        {
            var (gradient, spare) = (new double[at.Length], new double[at.Length]);
            curve.At(x, at, gradient);
            for (var i = 0; i < at.Length; i++)
            {
                const double Step = 1e-6;
                double[] above = [.. at], below = [.. at];
                (above[i], below[i]) = (at[i] + Step, at[i] - Step);
                var expected = (curve.At(x, above, spare) - curve.At(x, below, spare)) / (2 * Step);
                Assert.Equal(expected, gradient[i], 1e-4 * Math.Max(1, Math.Abs(expected)));
            }
        }
    }
}
