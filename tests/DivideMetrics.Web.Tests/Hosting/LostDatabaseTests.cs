using System.Diagnostics;
using System.Globalization;
using System.Net;
using DivideMetrics.Jobs;
using DivideMetrics.Storage.Embedded;
using Microsoft.Extensions.Logging.Abstractions;

namespace DivideMetrics.Web.Tests.Hosting;

/// <summary>The database ends while the site is read: what was read stays readable, and everything comes back by itself.</summary>
public sealed class LostDatabaseTests : IAsyncLifetime
{
    private static readonly string[] Read = ["/", "/indicators/internet-users", "/indicators/internet-users.csv", "/api/v1/indicators/internet-users/gaps?measure=gini"];
    private readonly string _home = Directory.CreateTempSubdirectory("divide-metrics-lost-").FullName;
    private EmbeddedPostgres? _server;
    private TestSite? _site;

    [Fact]
    public async Task What_was_read_is_served_while_the_database_is_gone()
    {
        var before = await StatusesAsync();
        await _server!.DisposeAsync();
        var without = await StatusesAsync();
        var ready = await StatusAsync("/health/ready");
        var unread = await StatusAsync("/countries/KEN");

        Assert.All(before.Concat(without), status => Assert.Equal(HttpStatusCode.OK, status));
        Assert.Equal((HttpStatusCode.ServiceUnavailable, HttpStatusCode.ServiceUnavailable), (ready, unread));
    }

    [Fact]
    public async Task Killed_database_comes_back_by_itself()
    {
        await StatusesAsync();
        var pid = int.Parse((await File.ReadAllLinesAsync(Path.Combine(_home, "postgres", "postmaster.pid")))[0], CultureInfo.InvariantCulture);
        using (var postmaster = Process.GetProcessById(pid))
        {
            postmaster.Kill();
            await postmaster.WaitForExitAsync();
        }

        await _site!.WhenReadyAsync();

        Assert.Equal(HttpStatusCode.OK, await StatusAsync("/countries/KEN"));
    }

    public async ValueTask InitializeAsync()
    {
        _server = await EmbeddedPostgres.StartAsync(new(_home), NullLogger<EmbeddedPostgres>.Instance, CancellationToken.None);
        _site = await TestSite.StartAsync(_server.ConnectionString, Role.All);
        await _site.WhenReadyAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (_site is not null)
        {
            await _site.DisposeAsync();
        }

        if (_server is not null)
        {
            await _server.DisposeAsync();
        }

        Directory.Delete(_home, recursive: true);
    }

    private async Task<List<HttpStatusCode>> StatusesAsync()
    {
        var statuses = new List<HttpStatusCode>();
        foreach (var address in Read)
        {
            statuses.Add(await StatusAsync(address));
        }

        return statuses;
    }

    private async Task<HttpStatusCode> StatusAsync(string address)
    {
        using var answer = await _site!.Client.GetAsync(address);
        return answer.StatusCode;
    }
}
