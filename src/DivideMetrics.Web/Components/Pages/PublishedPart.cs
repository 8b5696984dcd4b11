using System.Data.Common;
using DivideMetrics.Seeds;
using DivideMetrics.Storage.Observations;
using DivideMetrics.Storage.Runs;
using DivideMetrics.Web.Reading;
using Microsoft.AspNetCore.Components;

namespace DivideMetrics.Web.Components.Pages;

/// <summary>
/// A page over the published figures, or a part of one that holds a connection of its own: reads them, waits for the first publication, and tries again when the
/// database does not answer.
/// </summary>
public abstract partial class PublishedPart : ComponentBase, IDisposable
{
    private static readonly TimeSpan RetryDelay = TimeSpan.FromSeconds(2);
    private readonly CancellationTokenSource _left = new();
    private bool _retrying;
    private bool _alive;

    /// <summary>The declarations.</summary>
    [Inject]
    protected Catalog Catalog { get; set; } = default!;

    /// <summary>The addresses.</summary>
    [Inject]
    protected NavigationManager Navigation { get; set; } = default!;

    /// <summary>The figures; null until they were read.</summary>
    protected PublishedView? View { get; private set; }

    /// <summary>True when the figures could not be read.</summary>
    protected bool Failed { get; private set; }

    /// <summary>True before anything was published.</summary>
    protected bool Waiting { get; private set; }

    /// <summary>The state that is shown: the one that the address asks for, or while it cannot be read the one before.</summary>
    protected ReadAt At { get; private set; }

    /// <summary>Why there are no figures of that state; null when there are.</summary>
    protected NothingKnown? Nothing { get; private set; }

    /// <summary>The day of now, UTC.</summary>
    protected DateOnly Today => StateQuery.Today(Clock);

    /// <summary>The newest run of each source, while waiting.</summary>
    protected IReadOnlyList<Run> SourceRuns { get; private set; } = [];

    [Inject]
    private Published Published { get; set; } = default!;

    [Inject]
    private RunQueries Runs { get; set; } = default!;

    [Inject]
    private TimeProvider Clock { get; set; } = default!;

    [Inject]
    private ILoggerFactory Logs { get; set; } = default!;

    [CascadingParameter]
    private HttpContext? HttpContext { get; set; }

    /// <inheritdoc/>
    public void Dispose()
    {
        _left.Cancel();
        _left.Dispose();
        GC.SuppressFinalize(this);
    }

    /// <summary>The state of the figures that is asked for.</summary>
    protected abstract ReadAt WantedState { get; }

    /// <summary>Builds the page's model from the figures.</summary>
    protected abstract Task LoadAsync(PublishedView view);

    /// <summary>
    /// Answers 404 when the page is the first answer of a request. Only once the body begins: a page that says so earlier is thrown away
    /// for the general one, and this page knows better what is missing and what was probably meant.
    /// </summary>
    protected void AnswerNotFound() => HttpContext.AnswerWith(StatusCodes.Status404NotFound);

    /// <summary>Leads to the page of an area, in the state that is shown; it has no circuit, so that it is loaded.</summary>
    protected void OpenArea(string code) => Navigation.NavigateTo(AppUrls.Area(code, At), forceLoad: true);

    /// <inheritdoc/>
    protected sealed override Task OnParametersSetAsync() => ReadAsync();

    private async Task ReadAsync()
    {
        try
        {
            var at = WantedState;

            // A page that comes alive takes what its first HTML showed, at once and without a flash.
            var view = RendererInfo.IsInteractive && !_alive ? Published.Known(at) : null;
            var answer = view is null ? await Published.AtAsync(at, _left.Token) : new(view, null);
            At = at;
            await ShowAsync(answer);
            Failed = false;
        }
        catch (Exception exception) when (exception is DbException or TimeoutException)
        {
            NotRead(Logs.CreateLogger<PublishedPart>(), exception.Message);
            Failed = View is null;
            At = View?.State.Asked ?? At;
            if (Failed)
            {
                HttpContext.AnswerWith(StatusCodes.Status503ServiceUnavailable);
            }
        }
        catch (OperationCanceledException) when (_left.IsCancellationRequested)
        {
            return;
        }

        if (View is null && Nothing is null && RendererInfo.IsInteractive && !_retrying)
        {
            _retrying = true;
            _ = RetryAsync();
        }
    }

    private async Task ShowAsync(StateAnswer answer)
    {
        _alive = true;
        Waiting = answer.IsTooEarly;
        if (Waiting)
        {
            SourceRuns = await Runs.LatestBySourceAsync(_left.Token);
        }
        else if (answer.View is { } view)
        {
            await LoadAsync(view);
            View = view;
        }

        Nothing = answer.Nothing;
    }

    private async Task RetryAsync()
    {
        try
        {
            while (View is null && Nothing is null)
            {
                await Task.Delay(RetryDelay, Clock, _left.Token);
                await InvokeAsync(ReadAsync);
                await InvokeAsync(StateHasChanged);
            }
        }
        catch (OperationCanceledException)
        {
            // The reader has left the page.
        }
        catch (ObjectDisposedException)
        {
            // The reader has left the page.
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The figures could not be read ({Reason}); the page says so and tries again.")]
    private static partial void NotRead(ILogger logger, string reason);
}
