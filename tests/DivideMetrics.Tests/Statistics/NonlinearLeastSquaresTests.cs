using CsCheck;
using DivideMetrics.Statistics;

namespace DivideMetrics.Tests.Statistics;

public sealed class NonlinearLeastSquaresTests
{
    private static readonly double[] X = [0, 1, 2, 3, 4, 5, 6, 7];

    [Fact]
    public void Straight_line_has_the_parameters_and_the_error_of_ordinary_least_squares() =>
        Gen.Double[-100, 100].Array[8].Sample(y =>
        {
            var line = LeastSquares.Fit(X, y)!.Value;
            var fit = NonlinearLeastSquares.Fit(new Line(1000), X, y, new double[2])!;
            var (value, error) = fit.At(12);
            return Math.Abs(fit.Parameters[1] - line.Slope) < 1e-3 && Math.Abs(value - line.At(12)) < 1e-2 && Math.Abs(error - line.ErrorAt(12)) < 1e-2;
        });

    [Fact]
    public void Parameter_at_the_end_of_its_box_stands_still_while_the_others_are_fitted()
    {
        // The slope of 3 is cut at 1; the best intercept is then the mean of y less the mean of x.
        var fit = NonlinearLeastSquares.Fit(new Line(1), X, [.. X.Select(x => 3 * x)], new double[2])!;
        Assert.Equal((7.0, 1.0), (Math.Round(fit.Parameters[0], 6), fit.Parameters[1]));
    }

    [Fact]
    public void No_more_points_than_parameters_are_no_fit() => Assert.Null(NonlinearLeastSquares.Fit(new Line(1000), [0, 1], [0.0, 1], new double[2]));

    [Fact]
    public void Parameters_that_the_points_do_not_tell_apart_are_no_fit() =>
        Assert.Null(NonlinearLeastSquares.Fit(new Line(1000), [2, 2, 2, 2], [1.0, 2, 3, 4], new double[2]));

    [Fact]
    public void Curve_that_is_not_defined_at_the_start_is_no_fit() => Assert.Null(NonlinearLeastSquares.Fit(new Nowhere(), X, X, new double[1]));

    private readonly struct Line(double most) : ICurve
    {
        public int Parameters => 2;

        public void Box(Span<double> least, Span<double> greatest) => (least[0], greatest[0], least[1], greatest[1]) = (-1e6, 1e6, -most, most);

        public double At(double x, ReadOnlySpan<double> parameters, Span<double> gradient)
        {
            (gradient[0], gradient[1]) = (1, x);
            return parameters[0] + (parameters[1] * x);
        }
    }

    private readonly struct Nowhere : ICurve
    {
        public int Parameters => 1;

        public void Box(Span<double> least, Span<double> greatest) => (least[0], greatest[0]) = (-1, 1);

        public double At(double x, ReadOnlySpan<double> parameters, Span<double> gradient) => double.NaN;
    }
}
