using System.Collections.Concurrent;
using Deque.AxeCore.Commons;
using Microsoft.Playwright;

namespace DivideMetrics.Browser.Tests;

/// <summary>A window that remembers everything that goes wrong in it: errors in the console, failed requests, requests to other hosts.</summary>
internal sealed class WatchedPage : IAsyncDisposable
{
    private static readonly string Axe = new BundledAxeScriptProvider().GetScript();

    /// <summary>Milliseconds until a step has failed: several windows and other tests share the machine.</summary>
    public const int Patience = 60_000;

    /// <summary>Charts that wait for a touch.</summary>
    public const string Asleep = ".chart-area.sleeps";

    /// <summary>A page whose figures were there, and which shows for a moment again that it is loading them: an error in the console.</summary>
    private const string Flashes =
        """
        new MutationObserver(() => {
            const loading = document.querySelector('main [aria-busy=true]') !== null;
            if (loading && window.shown === location.href) {
                console.error('The page was there and is loading again.');
            } else if (!loading && document.querySelector('main h1')) {
                window.shown = location.href;
            }
        }).observe(document, { childList: true, subtree: true });
        """;

    private readonly IBrowserContext _context;
    private readonly ConcurrentQueue<string> _troubles = [];

    private WatchedPage(IBrowserContext context, IPage page, Uri home)
    {
        _context = context;
        Page = page;
        page.SetDefaultTimeout(Patience);
        page.Console += (_, message) => Note(message.Type == "error", $"console: {message.Text} ({message.Location})");
        page.PageError += (_, error) => Note(true, $"script: {error}");
        page.Request += (_, request) => Note(IsForeign(request.Url, home), $"other host: {request.Url}");
        page.Response += (_, response) => Note(response.Status >= 400, $"status {response.Status}: {response.Url}");
        page.RequestFailed += (_, request) => Note(!IsLeaving(request), $"request failed: {request.Url} {request.Failure}");
    }

    /// <summary>The page itself.</summary>
    public IPage Page { get; }

    /// <summary>What went wrong so far.</summary>
    public IReadOnlyCollection<string> Troubles => _troubles;

    public static async Task<WatchedPage> OpenAsync(IBrowserContext context, Uri home)
    {
        await context.AddInitScriptAsync(Flashes);
        return new(context, await context.NewPageAsync(), home);
    }

    /// <summary>From here on, as if nothing had gone wrong before.</summary>
    public void ForgetTroubles() => _troubles.Clear();

    /// <summary>Opens an address and waits until its charts are drawn.</summary>
    public async Task GoAsync(string address)
    {
        await Page.GotoAsync(address, new() { WaitUntil = WaitUntilState.NetworkIdle });
        await WhenDrawnAsync();
    }

    /// <summary>Goes to every chart on the page, which is drawn when it is near, and waits until it is drawn or waits for a touch; then back to where the reader was.</summary>
    public async Task WhenDrawnAsync()
    {
        await Page.WaitForFunctionAsync(
            """
            () => {
                window.readAt ??= window.scrollY;
                const next = [...document.querySelectorAll('.chart-area')].find(area => !area.matches('.sleeps') && (!area.querySelector('.main-svg') || area.querySelector('.skeleton')));
                next?.scrollIntoView({ block: 'center' });
                return !next;
            }
            """);
        await Page.EvaluateAsync("() => { window.scrollTo(0, window.readAt); delete window.readAt; }");
        await Page.WaitForLoadStateAsync(LoadState.NetworkIdle);
    }

    /// <summary>Wakes every chart that waits for a touch, and waits until it is drawn.</summary>
    public async Task WakeChartsAsync()
    {
        while (await Page.Locator(Asleep).CountAsync() is > 0 and var sleeping)
        {
            await Page.Locator(Asleep).First.GetByRole(AriaRole.Button).TapAsync();
            await Assertions.Expect(Page.Locator(Asleep)).ToHaveCountAsync(sleeping - 1);
        }

        await WhenDrawnAsync();
    }

    /// <summary>Waits until a page is there to its end, whether it was loaded or fetched into the one before: to leave it sooner would cut its request off, which is a failed one.</summary>
    /// <param name="part">Part of its address.</param>
    public Task WhenFetchedAsync(string part) =>
        Page.WaitForFunctionAsync("part => ['resource', 'navigation'].some(type => performance.getEntriesByType(type).some(entry => entry.name.includes(part) && entry.responseEnd > 0))", part);

    /// <summary>Opens a part that is folded; again where the page came alive in between and drew it anew.</summary>
    /// <param name="details">Selector of the <c>details</c> element.</param>
    public async Task UnfoldAsync(string details)
    {
        for (var attempt = 0; attempt < 20 && !await Page.Locator(details).EvaluateAsync<bool>("part => part.open"); attempt++)
        {
            await Page.Locator(details).Locator("summary").ClickAsync();
            await Page.WaitForTimeoutAsync(500);
        }
    }

    /// <summary>How much of what was already seen moved while the page came alive: the browser's own score, 0 for nothing.</summary>
    public Task<double> LayoutShiftAsync() => Page.EvaluateAsync<double>(
        """
        () => new Promise(resolve => {
            let sum = 0;
            new PerformanceObserver(list => list.getEntries().forEach(entry => { sum += entry.hadRecentInput ? 0 : entry.value; })).observe({ type: "layout-shift", buffered: true });
            setTimeout(() => resolve(sum), 200);
        })
        """);

    /// <summary>What a reader with a disability would stumble over (WCAG 2.2, A and AA), one line each.</summary>
    /// <remarks>Axe is run as it is: its package for Playwright opens a second page to put results of frames together, and no page here has frames.</remarks>
    public async Task<IReadOnlyList<string>> BarriersAsync()
    {
        await Page.EvaluateAsync(Axe);
        return await Page.EvaluateAsync<string[]>(
            """
            async () => {
                const found = await axe.run({ runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'], resultTypes: ['violations'] });
                return found.violations.flatMap(rule => rule.nodes.map(node => `${rule.id}: ${rule.help} at ${node.target} ${node.html}`));
            }
            """);
    }

    /// <summary>True when pictures are wanted, of every page in every look: <c>DIVIDEMETRICS_SCREENSHOTS=1</c>.</summary>
    public static bool KeepsPictures => Environment.GetEnvironmentVariable("DIVIDEMETRICS_SCREENSHOTS") == "1";

    /// <summary>Keeps a picture of the whole page in the git-ignored folder <c>screenshots/</c> when pictures are wanted.</summary>
    public async Task KeepPictureAsync(string name)
    {
        if (KeepsPictures)
        {
            await Page.ScreenshotAsync(new() { Path = Path.Combine(Repository.Root, "screenshots", $"{name}.png"), FullPage = true });
        }
    }

    public async ValueTask DisposeAsync() => await _context.DisposeAsync();

    private static bool IsForeign(string address, Uri home) =>
        new Uri(address) is { Scheme: "http" or "https" or "ws" or "wss" } uri && uri.Authority != home.Authority;

    /// <summary>
    /// A page that is left ends its connection to the server, a text that is typed further ends the search for what it was, and who chooses further before the page
    /// of a choice is there does without that page: that is no failure.
    /// </summary>
    private static bool IsLeaving(IRequest request) =>
        request.Failure == "net::ERR_ABORTED" && new Uri(request.Url).AbsolutePath is var path
        && (path.StartsWith("/_blazor", StringComparison.Ordinal) || path == "/search.json" || IsFetchedPage(request));

    private static bool IsFetchedPage(IRequest request) =>
        (request.Headers.TryGetValue("accept", out var accepts) && accepts.Contains("blazor-enhanced-nav", StringComparison.Ordinal))
        || (request.RedirectedFrom is { } first && IsFetchedPage(first));

    private void Note(bool isTrouble, string text)
    {
        if (isTrouble)
        {
            _troubles.Enqueue(text);
        }
    }
}
