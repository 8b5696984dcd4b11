namespace DivideMetrics.Browser.Tests;

/// <summary>
/// Every page as its readers see it. Two languages, one of them from right to left, day and night, desk and telephone: each of two of these
/// meets each of the third once. Every look is a class of its own with one window, so that several are open at a time, and each has read the scripts once.
/// </summary>
public abstract class WholePageTests(LookWindow shared)
{
    private const int Narrowest = 320;

    /// <summary>All pages and the even charts.</summary>
    public static TheoryData<string, string> WithEvenCharts => SitePages.In(0);

    /// <summary>All pages and the odd charts.</summary>
    public static TheoryData<string, string> WithOddCharts => SitePages.In(1);

    private protected async Task LookAtAsync(string name, string address)
    {
        var (window, look) = (await shared.OpenAsync(), shared.Look);

        await window.GoAsync(address);
        if (look.Touch && SitePages.IsChart(address))
        {
            await window.WakeChartsAsync();
        }

        var barriers = await window.BarriersAsync();
        var shift = await window.LayoutShiftAsync();
        await window.KeepPictureAsync($"{name}-{look.Name}");
        Assert.Empty(window.Troubles);
        Assert.Empty(barriers);
        Assert.InRange(shift, 0, 0.1);
        Assert.Equal(look.IsRightToLeft ? "rtl" : "ltr", await window.Page.EvaluateAsync<string>("() => document.dir"));
        await AssertNoTraceAsync(window);
        await AssertNoSidewaysScrollAsync(window, look, address);
    }

    private static async Task AssertNoTraceAsync(WatchedPage window)
    {
        Assert.Empty(await window.Page.Context.CookiesAsync());
        Assert.Equal(0, await window.Page.EvaluateAsync<int>("() => localStorage.length + sessionStorage.length"));
    }

    private static async Task AssertNoSidewaysScrollAsync(WatchedPage window, Look look, string address)
    {
        Assert.True(await WidthAsync(window) <= look.Width, $"{address} is wider than its window.");
        if (look.Width < 500)
        {
            await window.Page.SetViewportSizeAsync(Narrowest, look.Height);
            Assert.True(await WidthAsync(window) <= Narrowest, $"{address} does not reflow at {Narrowest} pixels.");
        }
    }

    private static Task<int> WidthAsync(WatchedPage window) => window.Page.EvaluateAsync<int>("() => document.documentElement.scrollWidth");
}

/// <summary>At a desk, by day.</summary>
public sealed class DayAtDeskTests(DayAtDeskTests.Window shared) : WholePageTests(shared), IClassFixture<DayAtDeskTests.Window>
{
    public sealed class Window(BrowserFixture browser) : LookWindow(browser, Look.Light);

    [Theory]
    [MemberData(nameof(WithEvenCharts))]
    public Task Page_is_whole_and_open_to_everyone(string name, string address) => LookAtAsync(name, address);
}

/// <summary>At a desk, by night, in Arabic.</summary>
public sealed class NightAtDeskTests(NightAtDeskTests.Window shared) : WholePageTests(shared), IClassFixture<NightAtDeskTests.Window>
{
    public sealed class Window(BrowserFixture browser) : LookWindow(browser, Look.Night.InArabic());

    [Theory]
    [MemberData(nameof(WithOddCharts))]
    public Task Page_is_whole_and_open_to_everyone(string name, string address) => LookAtAsync(name, address);
}

/// <summary>On a small telephone, by day, in Arabic.</summary>
public sealed class DayOnTelephoneTests(DayOnTelephoneTests.Window shared) : WholePageTests(shared), IClassFixture<DayOnTelephoneTests.Window>
{
    public sealed class Window(BrowserFixture browser) : LookWindow(browser, Look.Phone.InArabic());

    [Theory]
    [MemberData(nameof(WithEvenCharts))]
    public Task Page_is_whole_and_open_to_everyone(string name, string address) => LookAtAsync(name, address);
}

/// <summary>On a small telephone, by night.</summary>
public sealed class NightOnTelephoneTests(NightOnTelephoneTests.Window shared) : WholePageTests(shared), IClassFixture<NightOnTelephoneTests.Window>
{
    public sealed class Window(BrowserFixture browser) : LookWindow(browser, Look.NightPhone);

    [Theory]
    [MemberData(nameof(WithOddCharts))]
    public Task Page_is_whole_and_open_to_everyone(string name, string address) => LookAtAsync(name, address);
}
