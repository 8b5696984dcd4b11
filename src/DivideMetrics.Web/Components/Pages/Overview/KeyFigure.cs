namespace DivideMetrics.Web.Components.Pages.Overview;

/// <summary>A key figure.</summary>
/// <param name="Label">What it is.</param>
/// <param name="Value">The number as text; null when it is not published.</param>
/// <param name="Detail">Year, coverage, or why it is not published.</param>
/// <param name="Source">Provider and vintage, or how it was computed.</param>
public sealed record KeyFigure(string Label, string? Value, string Detail, string Source)
{
    /// <summary>The measure behind it, which says how it was computed; null where a provider gave it or where it is a count.</summary>
    public Gaps.Gap? Measure { get; init; }

    /// <summary>True where the figure is of a gap, and not of what was reached.</summary>
    public bool IsGap { get; init; }
}
