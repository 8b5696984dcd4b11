using DivideMetrics.Seeds;
using DivideMetrics.Sources;
using DivideMetrics.Storage.Observations;

namespace DivideMetrics.Web.Reading;

/// <summary>When a source is looked at next, and when its provider released before.</summary>
/// <param name="Source">The source.</param>
/// <param name="Next">When it is looked at next; null without a schedule.</param>
/// <param name="Released">Release dates that the provider gave with published vintages, newest first.</param>
public sealed record CalendarRow(SourceDefinition Source, DateTimeOffset? Next, IReadOnlyList<DateOnly> Released);

/// <summary>The release calendar: what is declared and what was, and no prediction.</summary>
public static class ReleaseCalendar
{
    /// <summary>Every source, those that are looked at first at the top.</summary>
    /// <param name="catalog">The declarations.</param>
    /// <param name="vintages">All vintages.</param>
    /// <param name="now">Now.</param>
    public static IReadOnlyList<CalendarRow> Of(Catalog catalog, IEnumerable<Vintage> vintages, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(catalog);
        var bySource = vintages.Where(vintage => vintage.IsPublished).ToLookup(vintage => vintage.Source);
        return catalog.Sources
            .Select(source => new CalendarRow(source, SourceSchedule.Next(source, now), ReleasesOf(bySource[source.Id])))
            .OrderBy(row => row.Next ?? DateTimeOffset.MaxValue)
            .ThenBy(row => row.Source.Provider, StringComparer.Ordinal).ThenBy(row => row.Source.Title, StringComparer.Ordinal).ToList();
    }

    private static List<DateOnly> ReleasesOf(IEnumerable<Vintage> vintages) =>
        vintages.Select(vintage => vintage.Released).OfType<DateOnly>().Distinct().OrderDescending().ToList();
}
