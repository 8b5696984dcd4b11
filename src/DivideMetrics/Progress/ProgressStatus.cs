namespace DivideMetrics.Progress;

/// <summary>Classes of progress towards a target, as stored in <see cref="Gaps.Gap.Category"/>.</summary>
public static class ProgressStatus
{
    /// <summary>The latest value meets the target.</summary>
    public const string Met = "met";

    /// <summary>At least 95 % of the way will be covered.</summary>
    public const string OnTrack = "on-track";

    /// <summary>Fair, needs acceleration: at least 10 %.</summary>
    public const string Fair = "fair";

    /// <summary>Stagnation or regression: less than 10 %.</summary>
    public const string Stagnation = "stagnation";

    /// <summary>The rule cannot be applied; the reason says why.</summary>
    public const string NotAssessable = "not-assessable";

    /// <summary>All five, best first.</summary>
    public static IReadOnlyList<string> All { get; } = [Met, OnTrack, Fair, Stagnation, NotAssessable];
}
