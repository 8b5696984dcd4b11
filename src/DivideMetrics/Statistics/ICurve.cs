namespace DivideMetrics.Statistics;

/// <summary>A curve with a few parameters, each kept inside a box. Implemented by structs, so that fits call it without a detour.</summary>
internal interface ICurve
{
    /// <summary>Number of parameters, at most <see cref="NonlinearLeastSquares.MostParameters"/>.</summary>
    int Parameters { get; }

    /// <summary>Least and greatest value of each parameter.</summary>
    void Box(Span<double> least, Span<double> greatest);

    /// <summary>The curve at x and its derivatives by the parameters; NaN where it is not defined.</summary>
    double At(double x, ReadOnlySpan<double> parameters, Span<double> gradient);
}
