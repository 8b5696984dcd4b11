using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;
using Plotly.Blazor;
using Plotly.Blazor.Interop;
using PlotLayout = Plotly.Blazor.Layout;

namespace DivideMetrics.Web.Components.Charts;

/// <summary>Draws a <see cref="ChartFigure"/>, and draws again when it is given another one or when the reader's colour scheme changes.</summary>
public sealed partial class Chart
{
    private readonly string _id = "chart-" + Guid.NewGuid().ToString("N")[..8];
    private PlotlyChart? _chart;
    private Config? _config;
    private IList<ITrace> _data = [];
    private PlotLayout _layout = new();
    private ChartFigure? _drawn;
    private ChartTheme _theme = ChartTheme.Light;
    private IJSObjectReference? _module;
    private IJSObjectReference? _watch;
    private DotNetObjectReference<Chart>? _self;
    private bool _stale;

    /// <summary>What to show.</summary>
    [Parameter, EditorRequired]
    public required ChartFigure Figure { get; set; }

    /// <summary>Called with a REF_AREA when its mark is clicked.</summary>
    [Parameter]
    public EventCallback<string> OnArea { get; set; }

    /// <summary>Called by the script when the reader's colour scheme changes.</summary>
    [JSInvokable]
    public Task SchemeChanged(bool dark)
    {
        _theme = dark ? ChartTheme.Dark : ChartTheme.Light;
        return InvokeAsync(() => DrawAsync(Figure));
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        try
        {
            if (_watch is not null)
            {
                await _watch.InvokeVoidAsync("stop");
                await _watch.DisposeAsync();
            }

            if (_module is not null)
            {
                await _module.DisposeAsync();
            }
        }
        catch (JSDisconnectedException)
        {
            // The page is gone, and its listeners with it.
        }

        _self?.Dispose();
    }

    /// <inheritdoc/>
    protected override Task OnParametersSetAsync() =>
        _config is null || ReferenceEquals(_drawn, Figure) ? Task.CompletedTask : DrawAsync(Figure);

    /// <inheritdoc/>
    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (!firstRender)
        {
            return;
        }

        _module = await Script.InvokeAsync<IJSObjectReference>("import", "./js/chart.js");
        _self = DotNetObjectReference.Create(this);
        _watch = await _module.InvokeAsync<IJSObjectReference>("watchScheme", _self);
        _theme = await _watch.InvokeAsync<bool>("isDark") ? ChartTheme.Dark : ChartTheme.Light;
        Take(Figure);
        _config = new() { DisplayModeBar = Plotly.Blazor.ConfigLib.DisplayModeBarEnum.False, Responsive = true, ShowTips = false, TopoJsonUrl = "topojson/", ScrollZoom = 0 };
        StateHasChanged();
    }

    private void Take(ChartFigure figure)
    {
        var drawing = figure.Draw(_theme);
        _data = drawing.Traces.ToList();
        _layout = drawing.Layout;
        _layout.Height = figure.Height;
        _layout.AutoSize = true;
        _layout.Font ??= new();
        _layout.Font.Family = "system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', sans-serif";
        _drawn = figure;
    }

    private async Task DrawAsync(ChartFigure figure)
    {
        Take(figure);
        if (_chart is null || !_stale && _config is null)
        {
            return;
        }

        _chart.Data = _data;
        _chart.Layout = _layout;
        await _chart.React();
    }

    // Plotly's events come from the script; the first drawing must be over before they can be subscribed.
    private void OnDrawn()
    {
        if (_stale || _chart is null)
        {
            return;
        }

        _stale = true;
        _ = InvokeAsync(() => _chart.SubscribeClickEvent());
    }

    private void OnClick(IEnumerable<EventDataPoint> points)
    {
        var area = points.Select(point => Figure.AreaAt(Index(point.CurveNumber), Index(point.PointNumber))).FirstOrDefault(code => code is not null);
        if (area is not null)
        {
            _ = InvokeAsync(() => OnArea.InvokeAsync(area));
        }
    }

    private static int Index(object? number) =>
        int.TryParse(Convert.ToString(number, CultureInfo.InvariantCulture), NumberStyles.Integer, CultureInfo.InvariantCulture, out var index) ? index : -1;
}
