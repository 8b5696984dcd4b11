namespace DivideMetrics.Browser.Tests;

/// <summary>One window for all pages of a look, one after the other: what a reader who goes from page to page has.</summary>
public abstract class LookWindow(BrowserFixture browser, Look look) : IAsyncLifetime
{
    private WatchedPage? _window;

    /// <summary>How its reader looks.</summary>
    public Look Look => look;

    /// <summary>The window as it was opened, with nothing gone wrong in it yet.</summary>
    internal async Task<WatchedPage> OpenAsync()
    {
        if (_window is null)
        {
            _window = await browser.OpenAsync(look);
        }
        else
        {
            await _window.Page.GotoAsync("about:blank");
            await _window.Page.SetViewportSizeAsync(look.Width, look.Height);
            _window.ForgetTroubles();
        }

        return _window;
    }

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        if (_window is not null)
        {
            await _window.DisposeAsync();
        }

        GC.SuppressFinalize(this);
    }
}
