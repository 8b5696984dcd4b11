using static DivideMetrics.Web.Languages.Text;

namespace DivideMetrics.Web.Reading;

/// <summary>A tally in words.</summary>
public static class StatusCounts
{
    /// <summary>The word of a class where it is counted: with what cannot be assessed stands what has no figures.</summary>
    public static string WordOf(ProgressStatus status) => status == ProgressStatus.All[^1] ? T("Not assessable, or no figures") : T(status.Word);

    /// <summary>Every class that occurs, with its count: <c>Goal met 30, On track 82</c>.</summary>
    public static string Said(ProgressTally tally) => Said(tally.Statuses.Zip(tally.Counts));

    /// <summary>The same without what cannot be assessed.</summary>
    public static string SaidOfAssessed(ProgressTally tally) => Said(tally.Statuses.Zip(tally.Counts).SkipLast(1));

    private static string Said(IEnumerable<(ProgressStatus Status, int Count)> parts) =>
        Listed(parts.Where(part => part.Count > 0).Select(part => T("{0} {1}", WordOf(part.Status), Numbers.Count(part.Count))));
}
