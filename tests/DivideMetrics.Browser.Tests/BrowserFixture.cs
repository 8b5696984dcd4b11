using Microsoft.Playwright;

[assembly: AssemblyFixture(typeof(DivideMetrics.Browser.Tests.BrowserFixture))]

namespace DivideMetrics.Browser.Tests;

/// <summary>One program and one browser for all tests that look at pages.</summary>
public sealed class BrowserFixture : IAsyncLifetime
{
    /// <summary>Name of that program's administrator.</summary>
    internal const string AdminName = "Ada";

    /// <summary>Password of that program's administrator.</summary>
    internal const string AdminPassword = "correct horse battery";

    private ProgramProcess? _program;
    private IPlaywright? _playwright;
    private IBrowser? _browser;

    /// <summary>Where the program answers.</summary>
    internal Uri Address => _program!.Address;

    public async ValueTask InitializeAsync()
    {
        if (Chromium.Find() is not { } chromium)
        {
            return;
        }

        Assertions.SetDefaultExpectTimeout(WatchedPage.Patience);
        _program = ProgramProcess.Start();
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new() { ExecutablePath = chromium, Args = Chromium.Flags });
        await _program.WhenReadyAsync();
        await SetUpAsync(_browser, _program);
    }

    /// <summary>Opens a window. Without a browser the test is skipped, or fails where CI=true promises one.</summary>
    /// <param name="look">How the reader looks.</param>
    /// <param name="script">Whether scripts run.</param>
    /// <param name="address">Another program than the shared one.</param>
    internal async Task<WatchedPage> OpenAsync(Look look, bool script = true, Uri? address = null)
    {
        if (_browser is null)
        {
            const string Reason = "No Chromium was found on PATH (chromium, chromium-browser, google-chrome); .ci/run installs it.";
            Assert.SkipUnless(Environment.GetEnvironmentVariable("CI") == "true", Reason);
            Assert.Fail(Reason);
        }

        address ??= Address;
        var context = await _browser.NewContextAsync(new()
        {
            BaseURL = address.ToString(),
            ColorScheme = look.Dark ? ColorScheme.Dark : ColorScheme.Light,
            ViewportSize = new() { Width = look.Width, Height = look.Height },
            JavaScriptEnabled = script,
            Locale = look.Locale,
            HasTouch = look.Touch,
            ReducedMotion = ReducedMotion.Reduce,
        });
        return await WatchedPage.OpenAsync(context, address);
    }

    /// <summary>As an administrator does: opens the link that the program printed, and chooses a name and a password.</summary>
    private static async Task SetUpAsync(IBrowser browser, ProgramProcess program)
    {
        await using var context = await browser.NewContextAsync(new() { JavaScriptEnabled = false });
        var page = await context.NewPageAsync();
        await page.GotoAsync(program.SetupLink ?? throw new InvalidOperationException($"Expected a setup link; the program said:\n{program.Output}"));
        await page.GetByLabel("Name").FillAsync(AdminName);
        await page.GetByLabel("Password, at least").FillAsync(AdminPassword);
        await page.GetByLabel("The same password again").FillAsync(AdminPassword);
        await page.GetByRole(AriaRole.Button, new() { Name = "Make the account" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Button, new() { Name = "Sign in" })).ToBeVisibleAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
        {
            await _browser.DisposeAsync();
        }

        _playwright?.Dispose();
        if (_program is not null)
        {
            await _program.StopAsync();
            await File.WriteAllTextAsync(Path.Combine(Directory.CreateDirectory(Path.Combine(Repository.Root, ".artifacts")).FullName, "browser-test.log"), _program.Output);
            await _program.DisposeAsync();
        }
    }
}
