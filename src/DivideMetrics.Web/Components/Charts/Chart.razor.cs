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
    private ElementReference _area;
    private PlotlyChart? _chart;
    private Config? _config;
    private IList<ITrace> _data = [];
    private PlotLayout _layout = new();
    private ChartFigure? _taken;
    private ChartTheme _theme = ChartTheme.Light;
    private IJSObjectReference? _module;
    private IJSObjectReference? _watch;
    private DotNetObjectReference<Chart>? _self;
    private bool _narrow;
    private bool _pending;
    private bool _subscribed;

    /// <summary>What to show.</summary>
    [Parameter, EditorRequired]
    public required ChartFigure Figure { get; set; }

    /// <summary>Called with a REF_AREA when its mark is clicked.</summary>
    [Parameter]
    public EventCallback<string> OnArea { get; set; }

    /// <summary>Called by the script when the reader's colour scheme or the width class of the window changes.</summary>
    [JSInvokable]
    public Task ViewChanged(bool dark, bool narrow) => InvokeAsync(() =>
    {
        (_theme, _narrow) = (ThemeOf(dark), narrow);
        if (_config is not null)
        {
            Take(Figure);
            StateHasChanged();
        }
    });

    /// <summary>Called by the script when a chart that waited is touched, or comes near.</summary>
    [JSInvokable]
    public Task Wake() => InvokeAsync(Draw);

    /// <summary>Called by the script when a mark is chosen by the keyboard.</summary>
    [JSInvokable]
    public void MarkChosen(int trace, int point) => Choose(Figure.AreaAt(trace, point));

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
        catch (Exception gone) when (gone is JSDisconnectedException or OperationCanceledException)
        {
            // The page is gone, or its connection is just ending, and its listeners with it.
        }

        _self?.Dispose();
    }

    /// <inheritdoc/>
    protected override void OnParametersSet()
    {
        if (_config is not null && !ReferenceEquals(_taken, Figure))
        {
            Take(Figure);
        }
    }

    /// <inheritdoc/>
    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender)
        {
            await StartAsync();
        }
        else if (_pending && _subscribed && _chart is not null)
        {
            // PlotlyChart takes new data and draws nothing until it is told to; what changes while it draws for the first time is drawn after that.
            _pending = false;
            await _chart.React();
            Release();
        }
    }

    private async Task StartAsync()
    {
        _module = await Script.InvokeAsync<IJSObjectReference>("import", $"./{Assets["js/chart.js"]}");
        _self = DotNetObjectReference.Create(this);
        _watch = await _module.InvokeAsync<IJSObjectReference>("watchView", _self, _area);
        (_theme, _narrow) = (ThemeOf(await _watch.InvokeAsync<bool>("isDark")), await _watch.InvokeAsync<bool>("isNarrow"));
        if (!await _watch.InvokeAsync<bool>("sleeps"))
        {
            Draw();
        }
    }

    private void Draw()
    {
        Take(Figure);
        _pending = false;
        _config = new()
        {
            DisplayModeBar = Plotly.Blazor.ConfigLib.DisplayModeBarEnum.False,
            DisplayLogo = false,
            Responsive = true,
            ShowTips = false,
            TopoJsonUrl = "topojson/",
        };
        StateHasChanged();
    }

    private void Take(ChartFigure figure)
    {
        var drawing = figure.Draw(_theme, _narrow);
        _data = drawing.Traces.ToList();
        _layout = drawing.Layout;
        _layout.AutoSize = true;
        _layout.Font ??= new();
        _layout.Font.Family = ChartTheme.FontFamily;
        _taken = figure;
        _pending = true;
    }

    // What was drawn stands in the reader's browser: a page that is held open need not hold it here too. What waits is drawn next.
    private void Release()
    {
        if (!_pending)
        {
            _data = [];
        }

        StateHasChanged();
    }

    // Plotly's events can be subscribed once the first drawing is there.
    private void OnDrawn()
    {
        if (!_subscribed && _chart is { } chart)
        {
            _subscribed = true;
            _ = InvokeAsync(async () =>
            {
                await chart.SubscribeClickEvent();
                await _module!.InvokeVoidAsync("nameMarks", _id, _self);
                Release();
            });
        }
    }

    private void OnClick(IEnumerable<EventDataPoint> points)
    {
        var area = points.Select(point => Figure.AreaAt(Index(point.CurveNumber), Index(point.PointNumber))).FirstOrDefault(code => code is not null);
        Choose(area);
    }

    private void Choose(string? area)
    {
        if (area is not null)
        {
            _ = InvokeAsync(() => OnArea.InvokeAsync(area));
        }
    }

    private static ChartTheme ThemeOf(bool dark) => dark ? ChartTheme.Dark : ChartTheme.Light;

    private static int Index(object? number) =>
        int.TryParse(Convert.ToString(number, CultureInfo.InvariantCulture), NumberStyles.Integer, CultureInfo.InvariantCulture, out var index) ? index : -1;
}
