using DivideMetrics.Statistics;

namespace DivideMetrics.Projections;

/// <summary>A curve of adoption with an inflection; its shape parameters stand first, a free ceiling last. x in years from the middle of the series.</summary>
internal interface IAdoptionCurve<TSelf> : ICurve
    where TSelf : struct, IAdoptionCurve<TSelf>
{
    /// <summary>The curve in a frame.</summary>
    static abstract TSelf In(AdoptionFrame frame);

    /// <summary>Starting values of the shape parameters from points that were adopted; false when they do not rise.</summary>
    bool TryStart(ReadOnlySpan<double> x, ReadOnlySpan<double> adopted, Span<double> start);

    /// <summary>The x of the inflection.</summary>
    double Inflection(ReadOnlySpan<double> parameters);
}
