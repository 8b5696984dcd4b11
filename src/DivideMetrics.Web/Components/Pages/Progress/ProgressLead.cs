using DivideMetrics.Gaps;
using DivideMetrics.Web.Reading;
using static DivideMetrics.Web.Languages.Text;

namespace DivideMetrics.Web.Components.Pages.Progress;

/// <summary>The finding and the plain words of the matrix, from its rows alone.</summary>
internal static class ProgressLead
{
    /// <summary>What was found, as a heading.</summary>
    public static string Finding(ProgressMatrix matrix)
    {
        var (goals, growth) = (matrix.Goals, matrix.Growth);
        return goals.Assessed == 1
            ? T("The one assessed pair of economy and goal: {0}", StatusCounts.SaidOfAssessed(goals))
            : goals.Assessed > 1 ? OfGoals(goals)
            : growth.Assessed > 0
                ? T(
                    "No goal is set here: {0} of {1} assessed pairs grow fast enough or have no way left to go",
                    Numbers.Count(OnCourse(growth)), Numbers.Count(growth.Assessed))
                : T("Nothing can be assessed here by the rule “{0}”", matrix.Rule.Name);
    }

    /// <summary>What the matrix shows, sentence by sentence; the first says what is judged.</summary>
    public static IReadOnlyList<string> Summary(ProgressMatrix matrix) =>
        new[] { Scope(matrix), Chosen(matrix), Goals(matrix), Open(matrix), Growth(matrix), Ends(matrix), World(matrix) }.OfType<string>().ToList();

    /// <summary>Who is covered.</summary>
    public static string Coverage(ProgressMatrix matrix)
    {
        var cells = matrix.Goals.Total + matrix.Growth.Total;
        var assessed = matrix.Goals.Assessed + matrix.Growth.Assessed;
        return T(
            "{0} of {1} economies have a status; {2} of {3} pairs of economy and indicator are assessed{4}",
            Numbers.Count(matrix.Economies.Count(row => row.Tally.Assessed > 0)), Numbers.Count(matrix.Economies.Count),
            Numbers.Count(assessed), Numbers.Count(cells), cells == 0 ? "" : T(" ({0})", Numbers.Share((double)assessed / cells)));
    }

    private static string OfGoals(ProgressTally goals)
    {
        var (met, onTrack) = (goals.Of("met"), goals.Of("on-track"));
        return N(
            met,
            "Of {0} assessed pairs of economy and goal, one has met the goal, with {2} more on course",
            "Of {0} assessed pairs of economy and goal, {1} have met the goal, with {2} more on course",
            Numbers.Count(goals.Assessed), Numbers.Count(met), Numbers.Count(onTrack));
    }

    private static string Scope(ProgressMatrix matrix) => matrix.Columns.Count == 0 ? T("No indicator is judged by the rule “{0}”.", matrix.Rule.Name) : N(
        matrix.Columns.Count,
        "One indicator in {1} economies is judged by the rule “{2}”.",
        "{0} indicators in {1} economies are judged by the rule “{2}”.",
        Numbers.Count(matrix.Columns.Count), Numbers.Count(matrix.Economies.Count), matrix.Rule.Name);

    private static string? Goals(ProgressMatrix matrix) => matrix.Goals is { Assessed: > 0 } goals
        ? N(
            matrix.Columns.Count(total => total.Column.HasGoal),
            "One has a goal: {1}.",
            "{0} have a goal: {1}.",
            Numbers.Count(matrix.Columns.Count(total => total.Column.HasGoal)), StatusCounts.SaidOfAssessed(goals))
        : null;

    private static string? Open(ProgressMatrix matrix) => matrix.Goals is { Assessed: > 0 } goals && goals.Counts[^1] is > 0 and var open
        ? N(
            open,
            "One pair of economy and goal cannot be assessed or has no figures.",
            "{0} pairs of economy and goal cannot be assessed or have no figures.",
            Numbers.Count(open))
        : null;

    private static string? Growth(ProgressMatrix matrix) => matrix.Growth is { Assessed: > 0 } growth
        ? N(
            matrix.Columns.Count(total => !total.Column.HasGoal),
            "One has no goal and is judged by its growth since 2015: fast enough, or with no way left to go, in {1} of {2} assessed pairs.",
            "{0} have no goal and are judged by their growth since 2015: fast enough, or with no way left to go, in {1} of {2} assessed pairs.",
            Numbers.Count(matrix.Columns.Count(total => !total.Column.HasGoal)), Numbers.Count(OnCourse(growth)), Numbers.Count(growth.Assessed))
        : null;

    private static string? Ends(ProgressMatrix matrix)
    {
        var goals = matrix.Columns.Where(total => total.Column.HasGoal && total.Tally.Assessed > 0).ToList();
        if (goals.Count < 2)
        {
            return null;
        }

        var (first, last) = (goals.MaxBy(Share)!, goals.MinBy(Share)!);
        return T(
            "Furthest along is “{0}”, met or on course in {1} of {2} assessed economies; furthest behind is “{3}”, in {4} of {5}.",
            T(first.Column.Indicator.Title), Numbers.Count(OnCourse(first.Tally)), Numbers.Count(first.Tally.Assessed),
            T(last.Column.Indicator.Title), Numbers.Count(OnCourse(last.Tally)), Numbers.Count(last.Tally.Assessed));
    }

    private static string? World(ProgressMatrix matrix)
    {
        var paces = matrix.Columns.Select(total => total.Column.Pace.Ratio?.Category).OfType<string>().ToList();
        return paces.Count == 0 ? null : T(
            "The world as a whole, where a provider gives it, has met the goal or moves at the required pace in {0} of {1} indicators.",
            Numbers.Count(paces.Count(category => category is GapToGoal.Met or PaceRatio.Enough)), Numbers.Count(paces.Count));
    }

    private static string? Chosen(ProgressMatrix matrix) => matrix.State.Status is { } status
        ? N(
            matrix.Rows.Count,
            "Shown is the one economy of {1} that has a cell “{2}”.",
            "Shown are the {0} economies of {1} that have a cell “{2}”.",
            Numbers.Count(matrix.Rows.Count), Numbers.Count(matrix.Economies.Count), T(ProgressStatus.Of(status).Word))
        : null;

    private static int OnCourse(ProgressTally tally) => tally.Of("met") + tally.Of("on-track");

    private static double Share(ProgressTotal total) => (double)OnCourse(total.Tally) / total.Tally.Assessed;
}
