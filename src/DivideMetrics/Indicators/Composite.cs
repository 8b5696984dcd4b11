namespace DivideMetrics.Indicators;

/// <summary>That an indicator is computed from other indicators, and how.</summary>
/// <param name="Kind">Kind of composite: <c>gap-index</c>, <c>idi</c>, <c>egdi</c>, <c>b2c</c> or <c>idi-2017</c>.</param>
/// <param name="Roles">Which indicator plays which part of the formula: role → indicator id; empty where the kind chooses its parts itself.</param>
public sealed record Composite(string Kind, IReadOnlyDictionary<string, string> Roles);
