using DivideMetrics.Gaps;
using DivideMetrics.Observations;
using DivideMetrics.Panels;

namespace DivideMetrics.Jobs.Computing;

/// <summary>The figures of an indicator, and what is known only where they are made.</summary>
/// <param name="Figures">The figures.</param>
public sealed record IndicatorFigures(IReadOnlyList<Figure> Figures)
{
    /// <summary>Switches of source at which both sources say the same.</summary>
    public IReadOnlySet<SourceJoin> Joins { get; init; } = new HashSet<SourceJoin>();

    /// <summary>What is known of the scores of a composite: intervals, parts, ranks; empty for all others.</summary>
    public IReadOnlyList<Gap> Gaps { get; init; } = [];
}
