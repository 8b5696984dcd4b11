using DivideMetrics.Jobs;
using DivideMetrics.Seeds;
using DivideMetrics.Storage.Migrations;
using DivideMetrics.Web.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace DivideMetrics.Web.Tests.Hosting;

/// <summary>The program itself, put together as in Program.cs, on a free port of this machine.</summary>
internal sealed class TestSite : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly string _home;

    private TestSite(WebApplication app, string home)
    {
        _app = app;
        _home = home;
        Client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = new(app.Urls.First()) };
    }

    /// <summary>Follows no redirect and keeps no cookie.</summary>
    public HttpClient Client { get; }

    public IServiceProvider Services => _app.Services;

    /// <summary>Starts the program; a database that is given as null cannot be reached.</summary>
    public static async Task<TestSite> StartAsync(
        string? connectionString, Role role = Role.Web, SiteChange? change = null)
    {
        var home = Directory.CreateTempSubdirectory("divide-metrics-site-").FullName;
        var database = connectionString ?? "Host=127.0.0.1;Port=1;Username=nobody;Password=nothing";
        var builder = WebHost.CreateBuilder(new StartOptions(role, Help: false, ["--urls", "http://127.0.0.1:0"]));
        builder.Logging.ClearProviders();
        change?.Services?.Invoke(builder.Services);
        var settings = new Settings(home, database, Path.Combine(AppContext.BaseDirectory, "seeds"), Path.Combine(AppContext.BaseDirectory, "data"));
        var catalog = Declarations.Load(settings.Seeds);
        var app = WebHost.Build(builder, new(role, settings, change?.Declared?.Invoke(catalog) ?? catalog, database));
        change?.Endpoints?.Invoke(app);
        if (connectionString is not null)
        {
            await app.Services.GetRequiredService<Migrator>().MigrateAsync(CancellationToken.None);
        }

        await app.StartAsync();
        return new(app, home);
    }

    /// <summary>Waits until figures are served.</summary>
    public async Task<TestSite> WhenReadyAsync()
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(3));
        while (!(await Client.GetAsync("/health/ready", patience.Token)).IsSuccessStatusCode)
        {
            await Task.Delay(200, patience.Token);
        }

        return this;
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _app.StopAsync();
        await _app.DisposeAsync();
        Directory.Delete(_home, recursive: true);
    }
}

/// <summary>What a test changes in the program, to see what it does when something breaks.</summary>
/// <param name="Services">Registered before the program's own.</param>
/// <param name="Endpoints">Mapped after the program's own.</param>
/// <param name="Declared">Other declarations than the delivered ones.</param>
internal sealed record SiteChange(
    Action<IServiceCollection>? Services = null, Action<WebApplication>? Endpoints = null, Func<Catalog, Catalog>? Declared = null);
