namespace DivideMetrics.Indices;

/// <summary>A declaration with which an index cannot be computed.</summary>
/// <param name="Indicator">Id of the indicator that declares it.</param>
/// <param name="Path">Where, as a path in its document: <c>composite.roles['u1']</c>.</param>
/// <param name="Reason">What was expected, what was found, what to do.</param>
public sealed record DeclarationProblem(string Indicator, string Path, string Reason)
{
    /// <summary>The problem with its indicator, for where no line can be told.</summary>
    public override string ToString() => $"indicator '{Indicator}': {Reason}";
}
