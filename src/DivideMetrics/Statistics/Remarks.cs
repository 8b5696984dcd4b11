namespace DivideMetrics.Statistics;

/// <summary>Joins remarks to results.</summary>
internal static class Remarks
{
    /// <summary>The result with a further remark after its own reason; unchanged when there is none.</summary>
    internal static Assessed Remarked(this Assessed found, string? remark) =>
        remark is null ? found : found with { Reason = found.Reason is { } own ? $"{own}; {remark}" : remark };
}
