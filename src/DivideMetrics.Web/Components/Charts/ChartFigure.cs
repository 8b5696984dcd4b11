using Plotly.Blazor;
using PlotLayout = Plotly.Blazor.Layout;

namespace DivideMetrics.Web.Components.Charts;

/// <summary>
/// What a chart shows, before colours: made from rows by pure functions and tested without a browser.
/// <see cref="Chart"/> draws again when it is given another instance.
/// </summary>
public abstract record ChartFigure
{
    /// <summary>One sentence that says what the chart shows, for those who do not see it.</summary>
    public required string Summary { get; init; }

    /// <summary>Height in CSS pixels, reserved before the chart is drawn.</summary>
    public int Height { get; init; } = 480;

    /// <summary>Height on narrow screens.</summary>
    public int NarrowHeight { get; init; } = 420;

    /// <summary>Traces and layout in a theme, for a wide or a narrow screen.</summary>
    public abstract Drawing Draw(ChartTheme theme, bool narrow = false);

    /// <summary>The area that a mark stands for; null when it stands for none.</summary>
    public virtual string? AreaAt(int trace, int point) => null;
}

/// <summary>Traces and layout as Plotly takes them.</summary>
/// <param name="Traces">Traces, first drawn first.</param>
/// <param name="Layout">Layout without height: the drawing fills its place.</param>
public sealed record Drawing(IReadOnlyList<ITrace> Traces, PlotLayout Layout);
