namespace DivideMetrics.Web.Reading;

/// <summary>Ids of the measures that pages place by name; the registry holds their titles, units and formulas.</summary>
internal static class MeasureIds
{
    public const string GapToGoal = "gap-to-goal";
    public const string GapToFrontier = "gap-to-frontier";
    public const string GapToIncomeGroup = "gap-to-income-group";
    public const string PeopleOffline = "people-offline";
    public const string PeopleOfflineGroup = "people-offline-group";
    public const string ObservedPace = "observed-pace";
    public const string GenderParity = "gender-parity";
    public const string TimeDistance = "time-distance-world";
    public const string Progress = "progress-unsd-2023";
    public const string Projection = "projection-2030";
    public const string ProjectionPath = "projection-path";
    public const string GoalYear = "goal-year";
    public const string Mean = "mean-weighted";
    public const string Gini = "gini";

    /// <summary>All of them: what pages read of an indicator's measures.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        GapToGoal, GapToFrontier, GapToIncomeGroup, PeopleOffline, PeopleOfflineGroup, GenderParity, TimeDistance, Progress, Projection,
        ProjectionPath, GoalYear, Mean, Gini, ObservedPace,
    ];
}
