namespace DivideMetrics.Indicators;

/// <summary>How an index is computed from other indicators.</summary>
/// <param name="Kind">Which rule: <c>gap-index</c>, <c>idi</c>, <c>egdi</c>, <c>b2c</c>, <c>idi-2017</c>.</param>
/// <param name="Roles">Indicator ids by their role in the rule; empty for <c>gap-index</c>, which takes every indicator with goalposts.</param>
public sealed record Composite(string Kind, IReadOnlyDictionary<string, string> Roles);
