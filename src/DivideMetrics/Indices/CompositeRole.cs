namespace DivideMetrics.Indices;

/// <summary>A part that an indicator plays in the formula of a composite; which indicator plays it is declared in the seeds.</summary>
/// <param name="Id">Symbol of the formula, as seeds write it: <c>u1</c>.</param>
/// <param name="Title">What it is, in words.</param>
/// <param name="Unit">Unit that its values must have.</param>
public sealed record CompositeRole(string Id, string Title, string Unit)
{
    /// <summary>False for a part that the score is not computed from (a published index to compare with).</summary>
    public bool Required { get; init; } = true;

    /// <summary>The reason why an economy is not scored: which required parts have no value. Null when all have one.</summary>
    /// <param name="roles">The parts of the formula.</param>
    /// <param name="inputs">Values by the part's id.</param>
    internal static string? Missing(IEnumerable<CompositeRole> roles, IReadOnlyDictionary<string, double> inputs)
    {
        var missing = roles.Where(role => role.Required && !inputs.ContainsKey(role.Id)).Select(role => $"{role.Title} ({role.Id})").ToList();
        return missing.Count == 0 ? null : "not scored: no value of " + string.Join(", ", missing);
    }
}
