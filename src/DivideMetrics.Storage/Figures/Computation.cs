using DivideMetrics.Gaps;
using DivideMetrics.Observations;

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

/// <summary>A finished computation before it is published.</summary>
/// <param name="RunId">The run that made it.</param>
/// <param name="Inputs">Fingerprint of all inputs.</param>
/// <param name="MethodVersion">Version of the methods.</param>
/// <param name="Vintages">The vintages that it was computed from.</param>
/// <param name="Figures">All figures; keys (indicator, area, sex, year) are unique.</param>
/// <param name="Gaps">All measures; keys (measure, indicator, subject, sex, year) are unique.</param>
public sealed record ComputationDraft(
    long RunId, string Inputs, string MethodVersion, IReadOnlyList<long> Vintages, IReadOnlyList<Figure> Figures, IReadOnlyList<Gap> Gaps);
