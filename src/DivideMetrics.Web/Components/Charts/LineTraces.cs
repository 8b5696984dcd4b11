using DivideMetrics.Web.Reading;
using Plotly.Blazor;
using Plotly.Blazor.Traces;
using Plotly.Blazor.Traces.ScatterLib;

namespace DivideMetrics.Web.Components.Charts;

/// <summary>Turns one line into traces: band, the way to the projection, projection, observed.</summary>
internal static class LineTraces
{
    public static IEnumerable<ITrace> Of(LineSeries line, string colour, ChartTheme theme, Func<double, string> text)
    {
        if (line is { Projection: [var first, ..], Points: [.., var last] })
        {
            yield return Band(line.Projection, colour);
            yield return Connector(last, first, colour);
            yield return Dashed(line, colour, text);
        }

        yield return Observed(line, colour, theme, text);
    }

    private static Scatter Observed(LineSeries line, string colour, ChartTheme theme, Func<double, string> text) => new()
    {
        X = line.Points.Select(point => (object)point.Year).ToList(),
        Y = line.Points.Select(point => (object)point.Value).ToList(),
        Mode = line.Observed ? ModeFlag.Lines | ModeFlag.Markers : ModeFlag.Lines,
        Line = new() { Color = colour, Width = line.Reference ? 3 : 2 },
        Marker = new()
        {
            Size = 6,
            ColorArray = line.Points.Select(point => (object)(point.Estimated ? theme.Paper : colour)).ToList(),
            Line = new() { Color = colour, Width = 1.5m },
        },
        HoverTextArray = line.Points.Select(point => $"<b>{Encode(line.Name)}</b><br>{point.Year}: {text(point.Value)}{(point.Estimated ? " (estimated)" : "")}").ToList(),
        HoverTemplate = "%{hovertext}<extra></extra>",
        ShowLegend = false,
    };

    // The trend need not pass through the last point: what leads from one to the other is neither observed nor projected.
    private static Scatter Connector(LinePoint last, LineProjection first, string colour) => new()
    {
        X = [last.Year, first.Year],
        Y = [last.Value, first.Value],
        Mode = ModeFlag.Lines,
        Line = new() { Color = colour, Width = 1, Dash = "1px,3px" },
        HoverInfo = HoverInfoFlag.Skip,
        ShowLegend = false,
    };

    private static Scatter Dashed(LineSeries line, string colour, Func<double, string> text) => new()
    {
        X = line.Projection.Select(point => (object)point.Year).ToList(),
        Y = line.Projection.Select(point => (object)point.Value).ToList(),
        Mode = ModeFlag.Lines,
        Line = new() { Color = colour, Width = 2, Dash = "4px,4px" },
        HoverTextArray = line.Projection.Select(point => $"<b>{Encode(line.Name)}</b><br>{point.Year}: {text(point.Value)} projected{Interval(point, text)}").ToList(),
        HoverTemplate = "%{hovertext}<extra></extra>",
        ShowLegend = false,
    };

    private static Scatter Band(IReadOnlyList<LineProjection> path, string colour) => new()
    {
        X = path.Concat(path.Reverse()).Select(point => (object)point.Year).ToList(),
        Y = [.. path.Select(point => (object)(point.Upper ?? point.Value)), .. path.Reverse().Select(point => (object)(point.Lower ?? point.Value))],
        Mode = ModeFlag.Lines,
        Fill = FillEnum.ToSelf,
        FillColor = colour + "26",
        Line = new() { Color = "rgba(0,0,0,0)", Width = 0 },
        HoverInfo = HoverInfoFlag.Skip,
        ShowLegend = false,
    };

    private static string Interval(LineProjection projection, Func<double, string> text) =>
        projection is { Lower: { } lower, Upper: { } upper } ? $"<br>95{Numbers.Thin}% interval {text(lower)} to {text(upper)}" : "";

    private static string Encode(string text) => System.Net.WebUtility.HtmlEncode(text);
}
