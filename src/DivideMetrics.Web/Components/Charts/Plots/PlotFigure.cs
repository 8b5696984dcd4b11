namespace DivideMetrics.Web.Components.Charts.Plots;

/// <summary>A chart with axes: says what it draws as a <see cref="Plot"/>, and is drawn from that wherever it is shown.</summary>
public abstract record PlotFigure : ChartFigure
{
    /// <summary>What is drawn.</summary>
    /// <param name="narrow">True for a narrow screen: fewer ticks, labels inside.</param>
    public abstract Plot PlotOf(bool narrow);

    /// <inheritdoc/>
    public sealed override Drawing Draw(ChartTheme theme, bool narrow = false) => new PlotTraces(PlotOf(narrow), theme).Draw();

    /// <inheritdoc/>
    public sealed override string? AreaAt(int trace, int point)
    {
        var drawn = PlotOf(narrow: false).Panels.SelectMany(panel => panel.Marks).Where(PlotTraces.IsTrace).ElementAtOrDefault(trace);
        return drawn switch
        {
            DotsMark dots when point >= 0 && point < dots.Dots.Count => dots.Dots[point].Said.Area,
            BarsMark bars when point >= 0 && point < bars.Bars.Count => bars.Bars[point].Said.Area,
            _ => null,
        };
    }
}
