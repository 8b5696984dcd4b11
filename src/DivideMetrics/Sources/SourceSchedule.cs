using Cronos;

namespace DivideMetrics.Sources;

/// <summary>When a source is looked at.</summary>
public static class SourceSchedule
{
    /// <summary>The next time at which the source is due; null for one without a schedule.</summary>
    /// <param name="source">The source.</param>
    /// <param name="after">Now.</param>
    public static DateTimeOffset? Next(SourceDefinition source, DateTimeOffset after) =>
        source.Schedule is { } cron ? CronExpression.Parse(cron).GetNextOccurrence(after, TimeZoneInfo.Utc) : null;
}
