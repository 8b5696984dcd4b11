using DivideMetrics.Areas;
using DivideMetrics.Gaps;
using DivideMetrics.Indicators;
using DivideMetrics.Observations;
using DivideMetrics.Seeds;
using DivideMetrics.Web.Components.Charts;
using DivideMetrics.Web.Reading;

namespace DivideMetrics.Web.Components.Pages.Overview;

/// <summary>How many economies have a progress status.</summary>
public sealed record StatusCount(ProgressStatus Status, IReadOnlyList<Area> Areas)
{
    /// <summary>How many of them have a category.</summary>
    public static int Of(IReadOnlyList<StatusCount> counts, string category) => counts.Where(count => count.Status.Category == category).Sum(count => count.Areas.Count);
}

/// <summary>What the overview says. Made from rows; no number of it stands in code.</summary>
public sealed record OverviewModel
{
    /// <summary>The finding that is the page's title.</summary>
    public required string Headline { get; init; }

    /// <summary>The provider's own world rows: both sexes, women, men.</summary>
    public required IReadOnlyList<KeyFigure> Provider { get; init; }

    /// <summary>Our population-weighted means beside them.</summary>
    public required IReadOnlyList<KeyFigure> Ours { get; init; }

    /// <summary>The divide in at most five figures.</summary>
    public required IReadOnlyList<KeyFigure> Divide { get; init; }

    /// <summary>The economies in the newest year with broad coverage.</summary>
    public required IReadOnlyList<AreaYear> Rows { get; init; }

    /// <summary>That year.</summary>
    public required int Year { get; init; }

    /// <summary>The provider's world value of its newest year; null when it gives none.</summary>
    public required Figure? World { get; init; }

    /// <summary>Those furthest from the goal, by gap.</summary>
    public required IReadOnlyList<AreaYear> Furthest { get; init; }

    /// <summary>Who moves fastest and slowest towards the goal.</summary>
    public required Movers Movers { get; init; }

    /// <summary>Economies by progress status; economies without data are not assessable.</summary>
    public required IReadOnlyList<StatusCount> Progress { get; init; }

    /// <summary>Economies whose bounded projection reaches the goal's threshold, of those with a projection.</summary>
    public required (int Reach, int Of) Projected { get; init; }

    /// <summary>Means of income groups over time.</summary>
    public required LinesFigure Lines { get; init; }

    /// <summary>Coverage of the world's mean in that year.</summary>
    public required Coverage? Coverage { get; init; }

    private const int FurthestCount = 12;

    /// <summary>The indicator of the overview: the first one for which people offline are counted, else the first with a goal.</summary>
    public static Indicator? IndicatorOf(Catalog catalog) =>
        catalog.Indicators.FirstOrDefault(indicator => indicator.Measures.Contains(MeasureIds.PeopleOffline))
        ?? catalog.Indicators.FirstOrDefault(indicator => indicator.Goal is not null);

    /// <summary>Builds the model; null when the indicator has no figures.</summary>
    public static OverviewModel? Of(IndicatorFacts facts, PublishedView view, Catalog catalog) =>
        Of(facts, figure => SourceNote.Short(figure, view, catalog), catalog.Areas);

    /// <summary>Builds the model; null when the indicator has no figures.</summary>
    /// <param name="facts">The indicator.</param>
    /// <param name="sourceOf">Source and vintage of a figure in words.</param>
    /// <param name="areas">The areas.</param>
    public static OverviewModel? Of(IndicatorFacts facts, Func<Figure, string> sourceOf, AreaCatalog areas)
    {
        if (facts.BroadYear(Sex.Total) is not { } year)
        {
            return null;
        }

        var rows = FigureRows.InYear(facts, areas, year);
        var progress = ProgressOf(rows);
        return new()
        {
            Headline = Findings.Headline(facts, areas),
            Provider = KeyFigures.Provider(facts, sourceOf),
            Ours = KeyFigures.Ours(facts),
            Divide = HeadlineFigures.Of(facts, areas, rows, progress, year),
            Movers = Movers.Of(facts, areas),
            Rows = rows,
            Year = year,
            World = facts.Latest(IndicatorFacts.World),
            Furthest = rows.Where(row => row.Gap?.Value is not null).OrderByDescending(row => row.Gap!.Value)
                .ThenBy(row => row.Area.Name, StringComparer.Ordinal).Take(FurthestCount).ToList(),
            Progress = progress,
            Projected = ProjectedOf(facts),
            Lines = LinesOf(facts, areas),
            Coverage = facts.Measure(MeasureIds.Mean, IndicatorFacts.World, year)?.Coverage,
        };
    }

    /// <summary>Means of income groups over time.</summary>
    public static LinesFigure LinesOf(IndicatorFacts facts, AreaCatalog areas) => GroupLines.Of(facts, areas, GroupLines.Default(areas), Sex.Total, TimeWindow.All);

    private static (int Reach, int Of) ProjectedOf(IndicatorFacts facts)
    {
        var ends = facts.AllOf(MeasureIds.Projection).Where(gap => gap is { Value: not null, Subject: not IndicatorFacts.World }).ToList();
        return facts.Indicator.Goal is not { } goal ? (0, 0) : (ends.Count(gap => goal.IsMetBy(gap.Value!.Value, facts.Indicator.Direction)), ends.Count);
    }

    private static IReadOnlyList<StatusCount> ProgressOf(IReadOnlyList<AreaYear> rows)
    {
        var byStatus = rows.Where(row => row.Area.Kind == AreaKind.Economy).ToLookup(row => ProgressStatus.Of(row.Progress?.Category));
        return ProgressStatus.All.Select(status => new StatusCount(status, byStatus[status].Select(row => row.Area).ToList())).ToList();
    }
}
