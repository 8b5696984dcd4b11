using System.IO.Compression;
using System.Text.Unicode;
using DivideMetrics.Jobs;
using DivideMetrics.Seeds;
using DivideMetrics.Storage;
using DivideMetrics.Web.Admin;
using DivideMetrics.Web.Api;
using DivideMetrics.Web.Components.Charts;
using DivideMetrics.Web.Feeds;
using DivideMetrics.Web.Languages;
using DivideMetrics.Web.Methods;
using DivideMetrics.Web.Reading;
using DivideMetrics.Web.Search;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace DivideMetrics.Web.Hosting;

/// <summary>What the parts of the program are made from.</summary>
/// <param name="Role">Which part of the work this process does.</param>
/// <param name="Settings">What the environment says.</param>
/// <param name="Catalog">What the seeds declare.</param>
/// <param name="ConnectionString">The database.</param>
internal sealed record HostParts(Role Role, Settings Settings, Catalog Catalog, string ConnectionString);

/// <summary>Puts the program together; the tests put it together the same way.</summary>
internal static class WebHost
{
    private const string DefaultAddress = "http://localhost:8080";
    private const string AnyFreePort = "http://127.0.0.1:0";
    private const int GreatestRequestBody = 1 << 20;
    private static readonly TimeSpan PatienceAtTheEnd = TimeSpan.FromSeconds(5);
    private static readonly string[] AddressSettings = ["urls", "http_ports", "https_ports"];

    /// <summary>A builder that finds its files beside the program, whatever folder it was started in.</summary>
    public static WebApplicationBuilder CreateBuilder(StartOptions start)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            Args = [.. start.Settings],
            ApplicationName = typeof(WebHost).Assembly.GetName().Name,
            ContentRootPath = AppContext.BaseDirectory,
        });
        CalmConsole.Use(builder.Logging);
        builder.WebHost.UseStaticWebAssets();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = GreatestRequestBody;
        });
        if (!AddressSettings.Any(setting => builder.Configuration[setting] is { Length: > 0 }) && !builder.Configuration.GetSection("Kestrel:Endpoints").Exists())
        {
            builder.WebHost.UseUrls(start.Role == Role.Worker ? AnyFreePort : DefaultAddress);
        }

        CheckAddresses(builder.Configuration["urls"] ?? "");
        return builder;
    }

    /// <summary>The log of what happens before the host is built.</summary>
    public static ILoggerFactory CreateStartLog(IConfiguration configuration) =>
        LoggerFactory.Create(logging =>
        {
            logging.AddConfiguration(configuration.GetSection("Logging"));
            CalmConsole.Use(logging);
        });

    /// <summary>The whole program, ready to start.</summary>
    public static WebApplication Build(WebApplicationBuilder builder, HostParts parts)
    {
        AddServices(builder.Services, parts);
        var app = builder.Build();
        app.UseFailures();
        app.UseSecurityHeaders();
        app.MapHealth();
        if (parts.Role != Role.Worker)
        {
            UseSite(app);
        }

        return app;
    }

    /// <summary>Says so before a database is started for nothing.</summary>
    private static void CheckAddresses(string addresses)
    {
        foreach (var address in addresses.Split(';', StringSplitOptions.RemoveEmptyEntries))
        {
            try
            {
                BindingAddress.Parse(address);
            }
            catch (FormatException wrong)
            {
                throw new StartException($"--urls: expected an address such as http://localhost:8080, found '{address}'.", wrong);
            }
        }
    }

    private static void AddServices(IServiceCollection services, HostParts parts)
    {
        services.Configure<HostOptions>(host =>
        {
            host.ShutdownTimeout = PatienceAtTheEnd;
            host.ServicesStopConcurrently = true;
        });
        services.AddSingleton(parts.Catalog);
        Names.Use(parts.Catalog.Areas);
        services.TryAddSingleton(parts.Settings.Operator);
        services.AddDivideMetricsStorage(parts.ConnectionString, parts.Settings.Snapshots);
        var jobs = new JobsOptions { ConnectionString = parts.ConnectionString, Role = parts.Role, DataFolder = parts.Settings.Data, Bundle = parts.Settings.Bundle };
        services.AddSingleton(jobs);
        services.AddDivideMetricsJobs(jobs);
        services.AddSingleton<SiteSearch>();
        services.AddSingleton<StateReader>();
        services.AddSingleton<PastStates>();
        services.AddSingleton<Published>();
        services.AddScoped<SlidYear>();
        services.AddSingleton<ProgressColumns>();
        services.AddSingleton<SourceStates>();
        services.AddSingleton<ChangeReports>();
        services.AddSingleton<TraceQuery>();
        services.AddSingleton<NewsReader>();
        services.AddSingleton<ErrataReader>();
        services.AddSingleton(new CodeComments(AppContext.BaseDirectory));
        services.AddSingleton(provider => ReadWorld(provider.GetRequiredService<IWebHostEnvironment>()));
        services.AddDataProtection().SetApplicationName("DivideMetrics").PersistKeysToFileSystem(KeyFolder(parts.Settings.Keys));
        AddCompression(services);

        // Letters of every script as they are: as references a page in Arabic or Chinese would be three times as long.
        services.AddWebEncoders(encoders => encoders.TextEncoderSettings = new(UnicodeRanges.All));
        services.AddRazorComponents().AddInteractiveServerComponents();
        services.AddFormsOfAdminOnly();
        services.AddProblemDetails();

        // Who may frame a page is said by SecurityHeaders alone.
        services.AddAntiforgery(antiforgery => antiforgery.SuppressXFrameOptionsHeader = true);
        services.AddApi();
        services.AddAdmin();
    }

    /// <summary>For what is made on request; files were compressed when the program was built. The usual level, made for speed, leaves a third more.</summary>
    private static void AddCompression(IServiceCollection services)
    {
        services.AddResponseCompression(compression => compression.MimeTypes = [.. ResponseCompressionDefaults.MimeTypes, CsvText.MediaType, Problems.MediaType, AtomFile.MediaType, CalendarFile.MediaType]);
        services.Configure<BrotliCompressionProviderOptions>(brotli => brotli.Level = CompressionLevel.Optimal);
        services.Configure<GzipCompressionProviderOptions>(gzip => gzip.Level = CompressionLevel.Optimal);
    }

    private static WorldShapes ReadWorld(IWebHostEnvironment environment)
    {
        using var topology = environment.WebRootFileProvider.GetFileInfo("topojson/world_110m.json").CreateReadStream();
        return WorldShapes.Read(topology);
    }

    /// <summary>Open to its owner only: who reads a key can make a session.</summary>
    private static DirectoryInfo KeyFolder(string path) => OperatingSystem.IsWindows()
        ? Directory.CreateDirectory(path)
        : Directory.CreateDirectory(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);

    private static void UseSite(WebApplication app)
    {
        app.UseResponseCompression();
        app.UseRouting();
        app.UseReaderLanguage();
        app.UseCors();
        app.UseAuthentication();
        app.UseAuthorization();
        app.UseAntiforgery();
        app.MapStaticAssets();
        app.MapApi();
        app.MapAdmin();
        app.MapRazorComponents<Components.App>().AddInteractiveServerRenderMode(server =>
        {
            server.ContentSecurityFrameAncestorsPolicy = null;
            server.ConfigureWebSocketAcceptContext = CompressEachMessage;
        });
    }

    /// <summary>
    /// Messages of a circuit are compressed one by one: a compressor that remembers the messages before holds more memory, as long as a page is open, than all that the page itself needs.
    /// </summary>
    private static Task CompressEachMessage(HttpContext context, WebSocketAcceptContext socket)
    {
        socket.DangerousEnableCompression = true;
        socket.DisableServerContextTakeover = true;
        return Task.CompletedTask;
    }
}
