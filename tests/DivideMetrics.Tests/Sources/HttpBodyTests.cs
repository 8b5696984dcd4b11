using System.IO.Compression;
using System.Text;
using DivideMetrics.Sources;
using DivideMetrics.Sources.Http;
using Microsoft.AspNetCore.Http;

namespace DivideMetrics.Tests.Sources;

/// <summary>Bodies that came with HTTP 200 and are not the data: cut off, empty, a web page, a trickle.</summary>
public sealed class HttpBodyTests : IAsyncLifetime
{
    private static readonly byte[] Zip = WorldBankBulkSourceTests.Zip(("a.csv", "a,b\n1,2\n"), ("b.csv", new string('x', 5000)));

    private readonly Workbench _bench = new(options => options.Retries = 1);
    private ScriptedServer _server = null!;

    public async ValueTask InitializeAsync() => _server = await ScriptedServer.StartAsync();

    public async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync();
        _bench.Dispose();
    }

    [Theory]
    [InlineData("<!DOCTYPE html>\n<html lang='en'><head><title>Down for\n maintenance &amp; tea</title>", "Down for maintenance & tea")]
    [InlineData("\uFEFF  <HTML><body>No title</body></html>", "<HTML><body>No title</body></html>")]
    [InlineData("<?xml version='1.0'?><!-- x --><!doctype HTML><html><title>Error</title>", "Error")]
    public async Task Client_takes_no_web_page_for_data_and_names_its_title(string body, string title)
    {
        _server.Otherwise(ScriptedServer.Text(200, body, "text/csv"));

        var failure = await FailureAsync(ExpectedContent.Csv);

        Assert.Contains($"expected delimited text, found a web page that says '{title}'", failure.Message);
        Assert.True(failure.Transient);
    }

    [Theory]
    [InlineData("application/json")]
    [InlineData("text/html; charset=utf-8")]
    public async Task Client_asks_again_after_a_page_about_maintenance(string type)
    {
        _server.Then(200, "<html><title>Back soon</title></html>", type).Then(200, "[]");

        Assert.Equal("[]", Encoding.UTF8.GetString(await BytesAsync(ExpectedContent.Json)));
    }

    [Fact]
    public async Task Client_takes_xml_that_is_no_web_page()
    {
        _server.Otherwise(ScriptedServer.Text(200, "<?xml version=\"1.0\"?><data/>", "application/xml"));

        Assert.NotEmpty(await BytesAsync(ExpectedContent.Xml));
    }

    [Theory]
    [InlineData(200)]
    [InlineData(204)]
    public async Task Client_asks_again_after_an_empty_answer(int status)
    {
        _server.Otherwise(context =>
        {
            context.Response.StatusCode = status;
            return Task.CompletedTask;
        });

        var failure = await FailureAsync(ExpectedContent.Json);

        Assert.Contains("the answer is empty", failure.Message);
        Assert.Equal((true, 2), (failure.Transient, _server.Requests.Count));
    }

    [Theory]
    [InlineData(0.1)]
    [InlineData(0.5)]
    [InlineData(0.95)]
    public async Task Client_asks_again_for_a_zip_that_is_cut_off(double share)
    {
        _server.Then(ScriptedServer.Bytes(Zip[..(int)(Zip.Length * share)], "application/zip"))
            .Then(ScriptedServer.Bytes(Zip, "application/zip"));

        Assert.Equal(Zip, await BytesAsync(ExpectedContent.Zip));
    }

    [Fact]
    public async Task Client_refuses_a_zip_with_a_hole()
    {
        var holed = Zip.AsSpan().IndexOf("PK\u0003\u0004"u8) is var first && Zip.AsSpan(first + 4).IndexOf("PK\u0003\u0004"u8) is var second
            ? Zip[..(first + 4)].Concat(Zip[(second + 4)..]).ToArray()
            : [];
        _server.Otherwise(ScriptedServer.Bytes(holed, "application/zip"));

        Assert.Contains("damaged or cut off", (await FailureAsync(ExpectedContent.Zip)).Message);
    }

    [Fact]
    public async Task Client_refuses_what_is_no_zip_where_a_zip_is_expected()
    {
        _server.Otherwise(ScriptedServer.Text(200, "no data today", "application/octet-stream"));

        var failure = await FailureAsync(ExpectedContent.Zip);

        Assert.Contains("expected a zip archive, found a body that begins 'no data today'", failure.Message);
        Assert.Single(_server.Requests);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Client_asks_again_for_gzip_that_is_cut_off(bool onTheWay)
    {
        var gzip = Gzip(string.Join('\n', Enumerable.Range(0, 5000)));
        _server.Then(Gzipped(gzip[..(gzip.Length / 2)], onTheWay)).Then(Gzipped(gzip, onTheWay));

        var bytes = await BytesAsync(ExpectedContent.Csv);

        Assert.Equal(onTheWay ? "0\n1\n2" : "\u001F", Encoding.Latin1.GetString(bytes)[..(onTheWay ? 5 : 1)]);
        Assert.Equal(2, _server.Requests.Count);
    }

    [Fact]
    public async Task Client_refuses_a_gzip_file_that_unfolds_beyond_measure()
    {
        using var bench = new Workbench(options => options.MaxUnzippedBytes = 1000);
        _server.Otherwise(Gzipped(Gzip(new string(' ', 2_000_000)), onTheWay: false));

        Assert.Contains("more than 1000 bytes", (await FailureAsync(ExpectedContent.Csv, bench)).Message);
    }

    [Fact]
    public async Task Client_cuts_a_body_that_trickles()
    {
        using var bench = new Workbench(options =>
        {
            (options.Retries, options.LeastBytesPerWindow, options.SlowBodyWindow) = (1, 1000, TimeSpan.FromMilliseconds(150));
        });
        _server.Otherwise(Trickling);

        var failure = await FailureAsync(ExpectedContent.Json, bench);

        Assert.Contains("fewer than 1000 bytes came in 0.15 s", failure.Message);
        Assert.Equal((true, 2), (failure.Transient, _server.Requests.Count));
    }

    [Fact]
    public void Answer_shorter_than_announced_is_a_failed_attempt()
    {
        var download = new Download(new("https://example.org/x"), "x", ExpectedContent.Json);
        var failure = Assert.Throws<RetryableException>(() => DeliveredBytes.Check(download, _bench.RawText("x", "[1]"), 10, new(100, 1)));

        Assert.Contains("10 bytes as the answer announces, 3 came", failure.Message);
    }

    [Fact]
    public async Task Client_says_how_long_the_provider_asks_to_wait()
    {
        _server.Otherwise(ScriptedServer.Text(429, "slow down", headers: headers => headers.RetryAfter = "3600"));

        Assert.Contains("429 Too Many Requests and asks to wait 3600 s", (await FailureAsync(ExpectedContent.Json)).Message);
    }

    private static async Task Trickling(HttpContext context)
    {
        context.Response.ContentType = "application/json";
        while (!context.RequestAborted.IsCancellationRequested)
        {
            await context.Response.WriteAsync(" ");
            await context.Response.Body.FlushAsync();
            await Task.Delay(10, context.RequestAborted).ContinueWith(_ => { }, TaskScheduler.Default);
        }
    }

    private static byte[] Gzip(string text)
    {
        var bytes = new MemoryStream();
        using (var gzip = new GZipStream(bytes, CompressionLevel.Fastest, leaveOpen: true))
        {
            gzip.Write(Encoding.UTF8.GetBytes(text));
        }

        return bytes.ToArray();
    }

    private static RequestDelegate Gzipped(byte[] gzip, bool onTheWay) => context =>
    {
        context.Response.ContentType = onTheWay ? "text/csv" : "application/octet-stream";
        context.Response.Headers.ContentEncoding = onTheWay ? "gzip" : default;
        return context.Response.Body.WriteAsync(gzip).AsTask();
    };

    private async Task<byte[]> BytesAsync(ExpectedContent expected) =>
        await File.ReadAllBytesAsync((await DownloadAsync(expected, _bench)).Path);

    private Task<RawFile> DownloadAsync(ExpectedContent expected, Workbench bench) => bench.Get<PoliteClient>().DownloadAsync(
        new Download(new Uri(_server.Address + "/x"), "x", expected), bench, TestContext.Current.CancellationToken);

    private Task<SourceException> FailureAsync(ExpectedContent expected, Workbench? bench = null) =>
        Assert.ThrowsAsync<SourceException>(() => DownloadAsync(expected, bench ?? _bench));
}
