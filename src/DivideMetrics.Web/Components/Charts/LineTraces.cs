using DivideMetrics.Web.Reading;
using Plotly.Blazor;
using Plotly.Blazor.Traces;
using Plotly.Blazor.Traces.ScatterLib;

namespace DivideMetrics.Web.Components.Charts;

/// <summary>Turns one line into traces: band, projection, observed.</summary>
internal static class LineTraces
{
    public static IEnumerable<ITrace> Of(LineSeries line, string colour, ChartTheme theme, Func<double, string> text)
    {
        if (line is { Projection: { } projection, Points: [.., var last] })
        {
            if (projection is { Lower: { } lower, Upper: { } upper })
            {
                yield return Band(last, projection.Year, lower, upper, colour);
            }

            yield return Dashed(line, last, projection, colour, text);
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

    private static Scatter Dashed(LineSeries line, LinePoint last, LineProjection projection, string colour, Func<double, string> text) => new()
    {
        X = [last.Year, projection.Year],
        Y = [last.Value, projection.Value],
        Mode = ModeFlag.Lines,
        Line = new() { Color = colour, Width = 2, Dash = "4px,4px" },
        HoverTextArray = ["", $"<b>{Encode(line.Name)}</b><br>{projection.Year}: {text(projection.Value)} projected{Interval(projection, text)}"],
        HoverTemplate = "%{hovertext}<extra></extra>",
        ShowLegend = false,
    };

    private static Scatter Band(LinePoint last, int year, double lower, double upper, string colour) => new()
    {
        X = [last.Year, year, year, last.Year],
        Y = [last.Value, upper, lower, last.Value],
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
