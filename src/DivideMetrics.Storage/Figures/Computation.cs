using DivideMetrics.Gaps;
using DivideMetrics.Panels;

namespace DivideMetrics.Storage.Figures;

/// <summary>A published computation: the state of figures and measures that readers see.</summary>
/// <param name="Id">Computation id, growing.</param>
/// <param name="Inputs">Fingerprint of all inputs: vintages, declarations, method.</param>
/// <param name="MethodVersion">Version of the methods.</param>
/// <param name="Vintages">The vintages that it was computed from.</param>
/// <param name="PublishedAt">When readers saw it first.</param>
/// <param name="Figures">Number of figures.</param>
/// <param name="Gaps">Number of measures.</param>
public sealed record Computation(
    long Id, string Inputs, string MethodVersion, IReadOnlyList<long> Vintages, DateTimeOffset PublishedAt, long Figures, long Gaps);

/// <summary>What the figures and measures of one indicator in a computation were made from.</summary>
/// <param name="Indicator">Indicator id.</param>
/// <param name="Inputs">Fingerprint of all that they depend on: equal fingerprints, equal figures and measures.</param>
/// <param name="Vintages">The vintages that hold its series and those of the indicators that it is computed with; growing.</param>
public sealed record ComputationPart(string Indicator, string Inputs, IReadOnlyList<long> Vintages)
{
    /// <summary>Number of figures.</summary>
    public long Figures { get; init; }

    /// <summary>Number of measures.</summary>
    public long Gaps { get; init; }
}

/// <summary>The figures and measures of one indicator, computed anew.</summary>
/// <param name="Indicator">Indicator id.</param>
/// <param name="Figures">All its figures.</param>
/// <param name="Gaps">All its measures.</param>
public sealed record ComputedIndicator(string Indicator, IReadOnlyList<FigureSeries> Figures, IReadOnlyList<GapSeries> Gaps);

/// <summary>A computation before it is published.</summary>
/// <param name="RunId">The run that makes it.</param>
/// <param name="Inputs">Fingerprint of all inputs.</param>
/// <param name="MethodVersion">Version of the methods.</param>
/// <param name="Vintages">The vintages that it is computed from.</param>
/// <param name="Parts">Every indicator of the computation once; those that are not computed anew stand as they were published last.</param>
public sealed record ComputationDraft(
    long RunId, string Inputs, string MethodVersion, IReadOnlyList<long> Vintages, IReadOnlyList<ComputationPart> Parts);
