namespace DivideMetrics.Progress;

/// <summary>Classes of progress towards a target, shared by all rules, as stored in <see cref="Gaps.Gap.Category"/>.</summary>
public static class ProgressStatus
{
    /// <summary>The latest value meets the target.</summary>
    public const string Met = "met";

    /// <summary>At least 95 % of the way will be covered; for the projection: its central value reaches the threshold of "met".</summary>
    public const string OnTrack = "on-track";

    /// <summary>UNSD 2023: fair, needs acceleration: at least 10 %.</summary>
    public const string Fair = "fair";

    /// <summary>UNSD 2023: stagnation or regression: less than 10 %.</summary>
    public const string Stagnation = "stagnation";

    /// <summary>Open SDG and the linear ratio: acceleration needed, from 60 to below 95 % of the required pace.</summary>
    public const string Acceleration = "acceleration";

    /// <summary>Open SDG and the linear ratio: limited progress, from 0 to below 60 % of the required pace.</summary>
    public const string Limited = "limited";

    /// <summary>Open SDG and the linear ratio: away from the target.</summary>
    public const string Deterioration = "deterioration";

    /// <summary>Bounded projection: its central value does not reach the threshold of "met".</summary>
    public const string OffTrack = "off-track";

    /// <summary>Summary: on course under every assessable rule.</summary>
    public const string OnCourse = "on-course";

    /// <summary>Summary: on course under some assessable rules.</summary>
    public const string Mixed = "mixed";

    /// <summary>Summary: on course under no assessable rule.</summary>
    public const string OffCourse = "off-course";

    /// <summary>The rule cannot be applied; the reason says why.</summary>
    public const string NotAssessable = "not-assessable";

    /// <summary>Classes of UNSD 2023, best first.</summary>
    public static IReadOnlyList<string> OfUnsd { get; } = [Met, OnTrack, Fair, Stagnation, NotAssessable];

    /// <summary>Classes of Open SDG and of the linear ratio, best first.</summary>
    public static IReadOnlyList<string> OfPace { get; } = [Met, OnTrack, Acceleration, Limited, Deterioration, NotAssessable];

    /// <summary>Classes of the bounded projection, best first.</summary>
    public static IReadOnlyList<string> OfProjection { get; } = [Met, OnTrack, OffTrack, NotAssessable];

    /// <summary>Classes of the summary, best first.</summary>
    public static IReadOnlyList<string> OfSummary { get; } = [Met, OnCourse, Mixed, OffCourse, NotAssessable];

    /// <summary>True for the classes that count as on course.</summary>
    public static bool IsOnCourse(string? category) => category is Met or OnTrack;
}
