using System.Data.Common;
using DivideMetrics.Seeds;
using DivideMetrics.Storage.Runs;
using DivideMetrics.Web.Reading;
using Microsoft.AspNetCore.Components;

namespace DivideMetrics.Web.Components.Pages;

/// <summary>
/// A page over the published figures: reads them, waits for the first publication, and tries again when the database does not answer.
/// </summary>
public abstract partial class PublishedPage : ComponentBase, IDisposable
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

    /// <summary>Builds the page's model from the figures.</summary>
    protected abstract Task LoadAsync(PublishedView view);

    /// <summary>
    /// Answers 404 when the page is the first answer of a request. Only once the body begins: a page that says so earlier is thrown away
    /// for the general one, and this page knows better what is missing and what was probably meant.
    /// </summary>
    protected void AnswerNotFound() => HttpContext.AnswerWith(StatusCodes.Status404NotFound);

    /// <inheritdoc/>
    protected sealed override Task OnParametersSetAsync() => ReadAsync();

    private async Task ReadAsync()
    {
        try
        {
            // A page that comes alive takes what its first HTML showed, at once and without a flash.
            var view = RendererInfo.IsInteractive && !_alive ? Published.Newest : null;
            view ??= await Published.CurrentAsync(_left.Token);
            _alive = true;
            Waiting = view is null;
            if (view is null)
            {
                SourceRuns = await Runs.LatestBySourceAsync(_left.Token);
            }
            else
            {
                await LoadAsync(view);
                View = view;
            }

            Failed = false;
        }
        catch (Exception exception) when (exception is DbException or TimeoutException)
        {
            NotRead(Logs.CreateLogger<PublishedPage>(), exception.Message);
            Failed = View is null;
            if (Failed)
            {
                HttpContext.AnswerWith(StatusCodes.Status503ServiceUnavailable);
            }
        }
        catch (OperationCanceledException) when (_left.IsCancellationRequested)
        {
            return;
        }

        if (View is null && RendererInfo.IsInteractive && !_retrying)
        {
            _retrying = true;
            _ = RetryAsync();
        }
    }

    private async Task RetryAsync()
    {
        try
        {
            while (View is null)
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
