namespace DivideMetrics.Web.Reading;

/// <summary>A query parameter whose value cannot be used: a note on pages, a 400 in the API and in downloads.</summary>
/// <param name="Parameter">Name of the parameter, for example <c>time</c>.</param>
/// <param name="Value">The value as it came.</param>
/// <param name="Expected">What would have been right, in words.</param>
public sealed record QueryProblem(string Parameter, string Value, string Expected);

/// <summary>A query parameter after reading: what could be used of it, and what could not.</summary>
/// <param name="Value">The usable part; null when the parameter was absent or nothing of it is usable.</param>
/// <param name="Problem">What was wrong; null when nothing was.</param>
public readonly record struct Parsed<T>(T? Value, QueryProblem? Problem);
