using DivideMetrics.Gaps;
using DivideMetrics.Observations;
using DivideMetrics.Panels;
using DivideMetrics.Quality;
using DivideMetrics.Seeds;
using DivideMetrics.Storage.Figures;
using DivideMetrics.Storage.Runs;
using DivideMetrics.Testing;
using DivideMetrics.Web.Tests.Hosting;
using DivideMetrics.Web.Tests.States;
using Microsoft.Extensions.DependencyInjection;

namespace DivideMetrics.Web.Tests.News;

/// <summary>
/// A site with three publications, on 1, 2 and 3 March 2025, of the program's own stores. The figures are invented. Second: Kenya is on track
/// with Internet users, and has one figure more. Third: Germany has met the goal of households, and a figure was revised. A correction is
/// declared that was never at work.
/// </summary>
public sealed class NewsSite(PostgresFixture postgres) : IAsyncLifetime
{
    public const string Users = "internet-users";
    public const string Households = "households-internet";

    private readonly SetClock _clock = new(new(2025, 3, 1));
    private string _database = "";
    private TestSite? _site;

    internal HttpClient Client => _site!.Client;

    internal IServiceProvider Services => _site!.Services;

    /// <summary>Ids of the publications, oldest first.</summary>
    internal List<long> Publications { get; } = [];

    /// <summary>What the feed of all news answered before anything was published.</summary>
    internal HttpResponseMessage Early { get; private set; } = default!;

    private static Correction Correction => new()
    {
        Source = "UNSD",
        Action = CorrectionAction.Override,
        Series = new("IT_USE_ii99", Sex.Total, "_T", "_T", "_T"),
        Areas = ["XKX"],
        Periods = [2020],
        Value = 89.4,
        Reason = "The decimal point is one place too far to the right.",
        By = "A. Name",
        Date = new(2025, 2, 25),
        Expect = new(false, 894, null, 0.5),
        File = "x.yml",
        Line = 3,
    };

    public async ValueTask InitializeAsync()
    {
        _database = await postgres.CreateDatabaseAsync();
        _site = await TestSite.StartAsync(_database, DivideMetrics.Jobs.Role.Web, change: new(services => services.AddSingleton<TimeProvider>(_clock), Declared: Declare));
        Early = await Client.GetAsync("/news.atom");
        await PublishAsync(new(2025, 3, 1), Figures(28.5, null), "fair", Figures(88, 90), "on-track");
        await PublishAsync(new(2025, 3, 2), Figures(28.5, 30.5), "on-track", Figures(88, 90), "on-track");
        await PublishAsync(new(2025, 3, 3), Figures(28.5, 30.5), "on-track", Figures(88, 96), "met");
        _clock.Day = new(2025, 3, 4);
        await _site.WhenReadyAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (_site is not null)
        {
            await _site.DisposeAsync();
        }

        await postgres.DropDatabaseAsync(_database);
    }

    private static Catalog Declare(Catalog catalog) => catalog with
    {
        Sources = catalog.Sources.Select(source => source with { Starter = false }).ToList(),
        Corrections = new([Correction]),
    };

    private static (double First, double? Second) Figures(double first, double? second) => (first, second);

    private async Task PublishAsync(DateOnly day, (double, double?) kenya, string ofKenya, (double, double?) germany, string ofGermany)
    {
        _clock.Day = day;
        var run = await Services.GetRequiredService<RunStore>().StartAsync("compute-gaps", null, "hand", CancellationToken.None);
        var parts = new[] { Part(Users, "KEN", kenya, ofKenya), Part(Households, "DEU", germany, ofGermany) };
        var draft = new ComputationDraft(
            run, $"inputs of {run}", "1", [1], parts.Select(part => new ComputationPart(part.Indicator, $"inputs of {run}", [1])).ToList());
        var (computation, _) = await Services.GetRequiredService<ComputationStore>().PublishAsync(draft, parts.ToAsyncEnumerable(), CancellationToken.None);
        Publications.Add(computation.Id);
    }

    private static ComputedIndicator Part(string indicator, string area, (double First, double? Second) values, string category) => new(
        indicator,
        FigureSeries.Pack(new[] { (2020, (double?)values.First), (2021, values.Second) }.Where(point => point.Item2 is not null)
            .Select(point => new Figure(indicator, area, Sex.Total, point.Item1, point.Item2, ObsStatus.A, "ITU", 1))),
        GapSeries.Pack([new("progress-unsd-2023", indicator, area, Sex.Total, 2021, 0.5, Category: category)]));
}

/// <summary>The tests that share <see cref="NewsSite"/>.</summary>
[CollectionDefinition(Name)]
public sealed class NewsSiteTests : ICollectionFixture<NewsSite>
{
    public const string Name = "news site";
}
