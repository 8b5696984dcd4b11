using DivideMetrics.Areas;
using DivideMetrics.Web.Components.Charts;
using DivideMetrics.Web.Components.Charts.Plots;
using DivideMetrics.Web.Languages;
using DivideMetrics.Web.Reading;

namespace DivideMetrics.Web.Explore;

/// <summary>A value that a chart shows.</summary>
/// <param name="Variable">What it is a value of.</param>
/// <param name="Point">The value.</param>
public sealed record ShownRow(Variable Variable, VariablePoint Point);

/// <summary>An entry of a legend of categories.</summary>
/// <param name="Name">Name.</param>
/// <param name="Paint">Its colour.</param>
public sealed record LegendEntry(string Name, Paint Paint)
{
    /// <summary>An entry a group, in the categories' colours.</summary>
    public static IReadOnlyList<LegendEntry> Of(IEnumerable<AreaGroup> groups) => [.. groups.Index().Select(group => new LegendEntry(Names.Of(group.Item), Paint.Category(group.Index)))];
}

/// <summary>A chart with its words and with the values that it shows: made from rows by pure functions.</summary>
public sealed record ExploreChart
{
    /// <summary>What it finds: its title.</summary>
    public required string Finding { get; init; }

    /// <summary>Measure, unit, scope, year.</summary>
    public required string Subtitle { get; init; }

    /// <summary>The chart in a few plain sentences; every number of them follows from <see cref="Rows"/>.</summary>
    public required string Words { get; init; }

    /// <summary>The drawing; null for the table, and where there is nothing to draw.</summary>
    public ChartFigure? Figure { get; init; }

    /// <summary>A second drawing beside it: the map of another year.</summary>
    public ChartFigure? Second { get; init; }

    /// <summary>Headings of the two drawings.</summary>
    public (string First, string Second)? Headings { get; init; }

    /// <summary>The scale of a map or of squares; null for others.</summary>
    public LevelScale? Scale { get; init; }

    /// <summary>The categories; empty where marks are named.</summary>
    public IReadOnlyList<LegendEntry> Legend { get; init; } = [];

    /// <summary>The values that are shown, in the order of the table.</summary>
    public required IReadOnlyList<ShownRow> Rows { get; init; }

    /// <summary>Economies that could be shown and have no value, by name.</summary>
    public IReadOnlyList<string> Missing { get; init; } = [];

    /// <summary>The years that the slider has; empty for views of several years.</summary>
    public IReadOnlyList<int> Years { get; init; } = [];

    /// <summary>The year that is shown, of views of one year.</summary>
    public int? Year { get; init; }

    /// <summary>The areas that are shown where they are chosen one by one.</summary>
    public IReadOnlyList<string> Areas { get; init; } = [];

    /// <summary>A remark on how to read it.</summary>
    public string? Note { get; init; }

    /// <summary>A chart that has nothing to show, and why.</summary>
    public static ExploreChart Nothing(string reason, string subtitle) => new() { Finding = reason, Subtitle = subtitle, Words = reason, Rows = [] };
}
