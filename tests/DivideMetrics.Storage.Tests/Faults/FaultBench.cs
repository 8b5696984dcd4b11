using System.Diagnostics;
using DivideMetrics.Areas;
using DivideMetrics.Observations;
using DivideMetrics.Seeds;
using DivideMetrics.Sources;
using DivideMetrics.Storage.Observations;
using DivideMetrics.Storage.Runs;
using DivideMetrics.Tests.Sources;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace DivideMetrics.Storage.Tests.Faults;

/// <summary>What readers see of a source: the published vintage and every current figure.</summary>
/// <param name="Vintage">Id of the vintage; null before the first.</param>
/// <param name="Points">The figures as <c>FX.0 AUT 2011 20.5</c>.</param>
public sealed record Seen(long? Vintage, IReadOnlyCollection<string> Points);

/// <summary>One source with its own server and database: the real pipeline from the socket to PostgreSQL.</summary>
public sealed class FaultBench : IAsyncDisposable
{
    private static readonly Lazy<AreaCatalog> Areas = new(() => SeedLoader.Load(Path.Combine(Repository(), "seeds")).Areas);

    private readonly ScriptedServer _server;
    private readonly ManualClock _clock;
    private readonly SmallDisk _disk;
    private int _editions;
    private bool _healthy;

    private FaultBench(ProviderDouble provider, Bench bench, ScriptedServer server, ManualClock clock)
    {
        (Provider, Bench, _server, _clock) = (provider, bench, server, clock);
        _disk = new(bench.Folder);
    }

    public ProviderDouble Provider { get; }

    public Bench Bench { get; }

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public static async Task<FaultBench> OpenAsync(ProviderDouble provider, string connectionString)
    {
        var (server, clock) = (await ScriptedServer.StartAsync(), new ManualClock());
        var source = provider.Source(server.Address);
        var indicator = Declared.Indicator("double", new Indicators.IndicatorSeries(source.Id, provider.CodeOf(0)));
        var catalog = new Catalog(Areas.Value, [indicator], [source], "test");
        var bench = await Bench.OpenAsync(connectionString, catalog, services =>
        {
            services.AddSingleton<TimeProvider>(clock);
            services.PostConfigure<SourcesOptions>(Impatient);
        });
        return new(provider, bench, server, clock);
    }

    /// <summary>The next healthy edition.</summary>
    public Edition Next() => Edition.Healthy(++_editions).Only(cell => cell.Series < Provider.SeriesCount);

    /// <summary>Brings readers back to a whole edition where the fault before left them with another state.</summary>
    public async Task HealthyAsync()
    {
        if (!_healthy)
        {
            var run = await IngestAsync(Next(), new("no fault", Ending.Published));
            Assert.True(
                run.Status == RunStatus.Published, $"Expected the healthy edition to be published, found {run.Status}: {run.Message}");
        }

        _healthy = true;
    }

    /// <summary>Codes of a run's findings, and an empty one.</summary>
    public async Task<IReadOnlyList<string>> FindingsAsync(Run run) =>
        ["", .. (await Bench.Get<RunQueries>().FindingsAsync(run.Id, Ct)).Select(finding => finding.Finding.Code).Distinct()];

    /// <summary>Imports what the provider serves with a fault; a failure of the run is in its row.</summary>
    public async Task<Run> IngestAsync(Edition edition, Fault fault)
    {
        _server.Otherwise(fault.Wire(Serving(edition, fault), _clock));
        using var machine = fault.Machine(this);
        await Record.ExceptionAsync(() => Bench.Get<DivideMetrics.Jobs.Ingest.IngestJob>().RunAsync(Provider.SourceId, "hand", Ct));
        var run = await Bench.LastRunAsync(Provider.SourceId);
        _healthy = run.Status is not RunStatus.Published;
        return run;
    }

    /// <summary>What readers see now.</summary>
    public async Task<Seen> SeenAsync()
    {
        var state = await Bench.Get<VintageQueries>().StateAsync(ReadAt.Now, Ct);
        var table = await Bench.Get<ObservationQueries>().TableAsync(Provider.SourceId, null, new ObservationKeys(), Ct);
        var points = Enumerable.Range(0, table.Count).Select(index => table[index]).Where(row => row.Value is not null)
            .Select(row => Point(row.Series.Code, row.Area, row.Year, row.Value!.Value));
        return new(state.SingleOrDefault()?.Id, points.Order(StringComparer.Ordinal).ToList());
    }

    /// <summary>
    /// What readers must see once an edition is published: its sound figures, and what stands of a series that it does not have.
    /// </summary>
    public IReadOnlyCollection<string> Expected(Edition edition, Seen before)
    {
        var sent = edition.Cells.Where(cell => cell.Value is not null)
            .Select(cell => Provider.CodeOf(cell.Series)).ToHashSet(StringComparer.Ordinal);
        var sound = edition.Cells
            .Where(cell => cell.Value is not null && Edition.Areas.Contains(cell.Area))
            .Select(cell => Point(Provider.CodeOf(cell.Series), cell.Area.Iso3, cell.Year, cell.Value!.Value));
        var standing = before.Points.Where(point => !sent.Contains(point.Split(' ')[0]));
        return sound.Concat(standing).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
    }

    /// <summary>Sets the time of day until disposed.</summary>
    public IDisposable StepClock(TimeSpan step)
    {
        _clock.Step = step;
        return new Afterwards(() => _clock.Step = TimeSpan.Zero);
    }

    /// <summary>Puts the snapshots on a disk without room until disposed; skips the test where this account may not mount one.</summary>
    public IDisposable FillDisk() => _disk.Fill();

    public async ValueTask DisposeAsync()
    {
        _disk.Dispose();
        await Bench.DisposeAsync();
        await _server.DisposeAsync();
    }

    private static string Point(string code, string area, int year, double value) =>
        FormattableString.Invariant($"{code} {area} {year} {Math.Round(value, 6)}");

    /// <summary>No real waiting: pauses are none, and time-outs come from the clock.</summary>
    private static void Impatient(SourcesOptions options)
    {
        (options.MinInterval, options.RetryDelay) = (TimeSpan.Zero, TimeSpan.Zero);
        (options.MaxRetryDelay, options.MaxRetryAfter) = (TimeSpan.Zero, TimeSpan.Zero);
        (options.Retries, options.OverallTimeout) = (1, TimeSpan.FromHours(1));
    }

    private RequestDelegate Serving(Edition edition, Fault fault) => async context =>
    {
        if (Provider.Answer(edition, context.Request) is not { } sent)
        {
            context.Response.StatusCode = 404;
            return;
        }

        var bytes = fault.Bytes(sent.Body);
        context.Response.ContentType = sent.MediaType;
        context.Response.ContentLength = bytes.Length;
        await context.Response.Body.WriteAsync(bytes);
    };

    private static string Repository()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "DivideMetrics.sln")))
        {
            folder = folder.Parent ?? throw new UnreachableException("Expected DivideMetrics.sln in a folder above the tests.");
        }

        return folder.FullName;
    }
}

/// <summary>Does something when disposed.</summary>
internal sealed class Afterwards(Action action) : IDisposable
{
    public void Dispose() => action();
}
