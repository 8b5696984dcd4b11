using DivideMetrics.Sources;
using DivideMetrics.Storage.Runs;
using DivideMetrics.Tests.Sources;
using Microsoft.AspNetCore.Http;

namespace DivideMetrics.Storage.Tests.Faults;

/// <summary>The faults of the matrix.</summary>
internal static class FaultList
{
    private static readonly Spelling Unknown = new("QZQ", "QZ", 998, "Atlantis");

    /// <summary>Everything; a list made anew, because some faults count.</summary>
    public static IReadOnlyList<Fault> All() => [.. OnTheWay(), .. InTheBytes(), .. InTheTable(), .. OnThisMachine()];

    private static IEnumerable<Fault> OnTheWay() =>
    [
        new("no fault", Ending.Published),
        new("time-out", Ending.Failed("did not answer in time")) { Wire = (_, clock) => Stalling(clock) },
        new("slow-loris", Ending.Failed("trickles")) { Wire = (_, clock) => Trickling(clock) },
        new("connection closed", Ending.Failed("connection to the provider")) { Wire = Fault.Always(Abort) },
        new("400", Ending.Failed("400")) { Wire = Fault.Always(Fault.Status(400)) },
        new("403", Ending.Failed("refuses this program")) { Wire = Fault.Always(Fault.Status(403)) },
        new("404", Ending.Failed("404")) { Wire = Fault.Always(Fault.Status(404)) },
        new("413", Ending.Failed("ask for less")) { Wire = Fault.Always(Fault.Status(413)) },
        new("429 for ever", Ending.Failed("asks to wait 3600 s"))
        {
            Wire = Fault.Always(Fault.Status(429, headers => headers.RetryAfter = "3600")),
        },
        new("429 once", Ending.Published) { Wire = Fault.First(1, Fault.Status(429, headers => headers.RetryAfter = "1")) },
        new("503 for ever", Ending.Failed("503")) { Wire = Fault.Always(Fault.Status(503)) },
        new("503 once", Ending.Published) { Wire = Fault.First(1, Fault.Status(503)) },
        new("redirect without end", Ending.Failed("redirects"))
        {
            Wire = Fault.Always(Fault.Status(302, headers => headers.Location = "/again")),
        },
        new("web page", Ending.Failed("a web page that says 'Back soon'")) { Wire = Fault.Always(Page) },
        new("web page once", Ending.Published) { Wire = Fault.First(1, Page) },
        new("body breaks off", Ending.Failed("connection to the provider")) { Wire = Fault.Always(BreakingOff) },
    ];

    private static IEnumerable<Fault> InTheBytes() =>
    [
        new("empty body", Ending.Failed("the answer is empty")) { Bytes = _ => [] },
        new("half the bytes", Ending.Failed("") with { Or = RunStatus.Quarantined }) { Bytes = bytes => bytes[..(bytes.Length / 2)] },
        new("truncated zip", Ending.Failed("damaged or cut off")) { ZipOnly = true, Bytes = bytes => bytes[..(bytes.Length / 2)] },
        new("zip without its last byte", Ending.Failed("damaged or cut off")) { ZipOnly = true, Bytes = bytes => bytes[..^1] },
    ];

    private static IEnumerable<Fault> InTheTable() =>
    [
        new("half the rows", Ending.Held("are still there"))
        {
            Table = edition => edition.Only(cell => string.CompareOrdinal(cell.Area.Iso3, "HS") < 0),
        },
        new("duplicated rows", Ending.PublishedWith("duplicate-key"))
        {
            Table = edition => edition with { Cells = [.. edition.Cells, .. edition.Cells] },
        },
        new("one series gone", Ending.PublishedWith("series-gone")) { Table = edition => edition.Only(cell => cell.Series != 4) },
        new("renamed area", Ending.PublishedWith("unknown-area"))
        {
            Table = edition => edition.Where(cell => cell.Area.Iso3 == "MLT", cell => cell with { Area = Unknown }),
        },
        new("text values", Ending.PublishedWith("not-a-number"))
        {
            Table = edition => edition.Each(50, cell => cell with { Text = "n/a" }),
        },
        new("a series of texts", Ending.Held("were refused", "not-a-number"))
        {
            Table = edition => edition.Where(cell => cell.Series == 2, cell => cell with { Text = "high" }),
        },
        new("NaN", Ending.PublishedWith("not-a-number")) { Table = edition => edition.Each(50, cell => cell with { Text = "NaN" }) },
        new("infinity", Ending.PublishedWith("not-a-number")) { Table = edition => edition.Each(50, cell => cell with { Text = "1e999" }) },
        new("ten times, with a bound", Ending.Held("were refused", "out-of-bounds")) { Table = edition => Slip(edition, 0) },
        new("ten times, without a bound", Ending.Held("")) { Table = edition => Slip(edition, 3) },
    ];

    private static IEnumerable<Fault> OnThisMachine() =>
    [
        new("clock a year back", Ending.Published) { Machine = bench => bench.StepClock(TimeSpan.FromDays(-365)) },
        new("clock a day ahead", Ending.Published) { Machine = bench => bench.StepClock(TimeSpan.FromDays(1)) },
        new("disk full", Ending.Failed("disk")) { Machine = bench => bench.FillDisk() },
    ];

    private static Edition Slip(Edition edition, int series) =>
        edition.Where(cell => cell.Series == series, cell => cell with { Text = Edition.Text(10 * cell.Value!.Value) });

    private static RequestDelegate Page => ScriptedServer.Text(200, "<!DOCTYPE html><html><title>Back soon</title></html>", "text/html");

    private static Task Abort(HttpContext context)
    {
        context.Abort();
        return Task.CompletedTask;
    }

    /// <summary>Announces more than it sends.</summary>
    private static async Task BreakingOff(HttpContext context)
    {
        context.Response.ContentLength = 1000;
        await context.Response.WriteAsync("a");
        await context.Response.Body.FlushAsync();
        context.Abort();
    }

    /// <summary>Sends nothing, and time passes.</summary>
    private static RequestDelegate Stalling(ManualClock clock) => async context =>
    {
        clock.Pass(new SourcesOptions().AttemptTimeout + TimeSpan.FromSeconds(1));
        await Task.Delay(Timeout.Infinite, context.RequestAborted).ContinueWith(_ => { }, TaskScheduler.Default);
    };

    /// <summary>
    /// Sends headers and a byte; once the client reads the body, one window of time passes, and another only when the client is still there
    /// half a second later: four windows are the time-out of an attempt, and time that passes on would cut the next request's body too.
    /// </summary>
    private static RequestDelegate Trickling(ManualClock clock) => async context =>
    {
        var window = new SourcesOptions().SlowBodyWindow;
        await context.Response.WriteAsync("a");
        await context.Response.Body.FlushAsync();
        while (!context.RequestAborted.IsCancellationRequested)
        {
            if (clock.HasTimer(window))
            {
                clock.Pass(window);
                await Task.Delay(500, context.RequestAborted).ContinueWith(_ => { }, TaskScheduler.Default);
            }

            await Task.Delay(1, CancellationToken.None);
        }
    };
}
