using DivideMetrics.Observations;
using DivideMetrics.Revisions;
using DivideMetrics.Sources;

namespace DivideMetrics.Quality;

/// <summary>What the quality gate sees of a vintage before it is published.</summary>
/// <param name="Source">The source, with its limits and checks.</param>
/// <param name="Previous">The state that it follows; empty before the first.</param>
/// <param name="Next">What was read now.</param>
/// <param name="Difference">From the one to the other.</param>
/// <param name="Population">
/// Latest published population by REF_AREA, for coverage; economies only, for an aggregate would count its members again; empty when
/// none is published yet.
/// </param>
/// <param name="Findings">What was met so far; the gate adds what it meets.</param>
public sealed record GateInput(
    SourceDefinition Source,
    ObservationTable Previous,
    ObservationTable Next,
    VintageDiff Difference,
    IReadOnlyDictionary<string, double> Population,
    FindingSink Findings);

/// <summary>What the gate decided.</summary>
/// <param name="Reasons">Why the vintage is held back, one sentence each; empty when it may be published.</param>
public sealed record GateVerdict(IReadOnlyList<string> Reasons)
{
    /// <summary>Publish.</summary>
    public static GateVerdict Pass { get; } = new([]);

    /// <summary>True when the vintage is held back for a person to look at.</summary>
    public bool Holds => Reasons.Count > 0;

    /// <summary>"Held back:" and the reasons in one text; null when there is none.</summary>
    public string? Message => Holds ? "Held back: " + string.Join(" ", Reasons) : null;
}
