using DivideMetrics.Areas;
using DivideMetrics.Observations;
using DivideMetrics.Storage.Observations;
using DivideMetrics.Web.Reading;

namespace DivideMetrics.Web.Explore;

/// <summary>In which order rows of economies stand.</summary>
public enum RowOrder
{
    /// <summary>By name: neutral.</summary>
    Name,

    /// <summary>The greatest value, or the widest gap between two sides, first.</summary>
    Most,

    /// <summary>The least first.</summary>
    Least,
}

/// <summary>What a chart of Explore shows; everything of it stands in the address. The values here are the defaults, which addresses leave out.</summary>
public sealed record ExploreState
{
    /// <summary>Id of the indicator.</summary>
    public required string Indicator { get; init; }

    /// <summary>Id of a measure of it; null for its own values.</summary>
    public string? Measure { get; init; }

    /// <summary>The view.</summary>
    public ExploreTab Tab { get; init; }

    /// <summary>Year or span; null for the newest year with broad coverage, or all years.</summary>
    public TimeWindow? Time { get; init; }

    /// <summary>Chosen areas and groups; null for the view's own choice.</summary>
    public IReadOnlyList<string>? Areas { get; init; }

    /// <summary>Whose values.</summary>
    public Sex Sex { get; init; }

    /// <summary>Only the members of this group; null for all economies.</summary>
    public string? Group { get; init; }

    /// <summary>Order of rows.</summary>
    public RowOrder Order { get; init; }

    /// <summary>Id of the indicator along the horizontal axis of a scatter; null for income per person.</summary>
    public string? X { get; init; }

    /// <summary>Horizontal axis of a scatter in equal factors; null for what suits the variable.</summary>
    public bool? LogX { get; init; }

    /// <summary>Vertical axis of a scatter in equal factors.</summary>
    public bool LogY { get; init; }

    /// <summary>Lines in a panel each.</summary>
    public bool Facet { get; init; }

    /// <summary>Panels on a scale each.</summary>
    public bool OwnScales { get; init; }

    /// <summary>Contributions as shares.</summary>
    public bool Relative { get; init; }

    /// <summary>Which two sides are compared: <c>sex</c>, <c>location</c>, <c>age</c>, <c>size</c>; null for the first that there is.</summary>
    public string? Split { get; init; }

    /// <summary>Groups of which kind colour, rows and contributions are.</summary>
    public AreaGroupKind By { get; init; } = AreaGroupKind.IncomeGroup;

    /// <summary>Only the chart, for another site's frame.</summary>
    public bool Embed { get; init; }

    /// <summary>The state of the figures.</summary>
    public ReadAt At { get; init; }
}
