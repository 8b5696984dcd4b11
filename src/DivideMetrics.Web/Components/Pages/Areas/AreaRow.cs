using DivideMetrics.Areas;
using DivideMetrics.Gaps;
using DivideMetrics.Indicators;
using DivideMetrics.Observations;
using DivideMetrics.Web.Components.Charts;
using DivideMetrics.Web.Reading;

namespace DivideMetrics.Web.Components.Pages.Areas;

/// <summary>An indicator on an area's page.</summary>
public sealed record AreaRow
{
    /// <summary>The indicator.</summary>
    public required Indicator Indicator { get; init; }

    /// <summary>The newest figure.</summary>
    public required Figure Figure { get; init; }

    /// <summary>All figures, by year.</summary>
    public required IReadOnlyList<LinePoint> Trend { get; init; }

    /// <summary>Gap to the goal, else to the frontier.</summary>
    public required Gap? Gap { get; init; }

    /// <summary>The goal, else the frontier; null without either.</summary>
    public required double? Line { get; init; }

    /// <summary>Mean of the income group in the figure's year.</summary>
    public required double? GroupMean { get; init; }

    /// <summary>The world in the figure's year: the provider's row, else our mean.</summary>
    public required double? World { get; init; }

    /// <summary>Years behind the world.</summary>
    public required Gap? TimeDistance { get; init; }

    /// <summary>Progress to the goal.</summary>
    public required Gap? Progress { get; init; }

    /// <summary>Projection to the goal's year.</summary>
    public required Gap? Projection { get; init; }

    /// <summary>The calendar year in which the goal is reached.</summary>
    public required Gap? GoalYear { get; init; }

    /// <summary>The bar's scale.</summary>
    public required BarScale Scale { get; init; }

    /// <summary>The newest value.</summary>
    public double Value => Figure.Value!.Value;

    /// <summary>The gap as a share of the bar: what rows are ordered by.</summary>
    public double RelativeGap => Gap?.Value is { } gap ? gap / Math.Max(Scale.To - Scale.From, double.Epsilon) : -1;

    /// <summary>The comparisons drawn on the bar.</summary>
    public IReadOnlyList<BarMark> Marks
    {
        get
        {
            var marks = new List<BarMark>();
            if (GroupMean is { } mean)
            {
                marks.Add(new(mean, BarMarkShape.Diamond));
            }

            if (World is { } world)
            {
                marks.Add(new(world, BarMarkShape.Circle));
            }

            return marks;
        }
    }

    /// <summary>The row of an area; null when it has no figure.</summary>
    public static AreaRow? Of(IndicatorFacts facts, AreaCatalog areas, string area)
    {
        if (facts.Latest(area) is not { } figure)
        {
            return null;
        }

        var indicator = facts.Indicator;
        var gap = FigureRows.GapMeasure(facts) is { } measure ? facts.Measure(measure, area, figure.Year) : null;
        var line = indicator.Goal?.Value ?? FrontierOf(indicator, figure.Value!.Value, gap);
        var isScored = indicator.Direction != Direction.None;
        var group = areas.GroupOf(area, AreaGroupKind.IncomeGroup)?.Code;
        var mean = isScored && group is not null ? facts.Measure(MeasureIds.Mean, group, figure.Year)?.Value : null;
        var world = isScored ? facts.At(IndicatorFacts.World, figure.Year)?.Value ?? facts.Measure(MeasureIds.Mean, IndicatorFacts.World, figure.Year)?.Value : null;
        return new()
        {
            Indicator = indicator,
            Figure = figure,
            Trend = FigureRows.Points(facts.SeriesOf(area)),
            Gap = gap,
            Line = line,
            GroupMean = mean,
            World = world,
            TimeDistance = facts.Measure(MeasureIds.TimeDistance, area, figure.Year),
            Progress = facts.NewestMeasure(MeasureIds.Progress, area),
            Projection = facts.NewestMeasure(MeasureIds.Projection, area),
            GoalYear = facts.NewestMeasure(MeasureIds.GoalYear, area),
            Scale = BarScale.Of(indicator, new[] { figure.Value, line, mean, world }.OfType<double>()),
        };
    }

    private static double? FrontierOf(Indicator indicator, double value, Gap? gap) =>
        gap?.Value is not { } distance ? null : indicator.Direction == Direction.Down ? value - distance : value + distance;
}
