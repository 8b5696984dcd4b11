using DivideMetrics.Observations;
using DivideMetrics.Seeds;
using DivideMetrics.Sources;
using DivideMetrics.Storage.Figures;
using DivideMetrics.Storage.Runs;
using DivideMetrics.Testing;

namespace DivideMetrics.Storage.Tests.Jobs;

/// <summary>The delivered figures, through the real seeds, adapters, store and measures. The steps follow one another in one database.</summary>
public sealed class StarterFiguresTests(DatabaseFixture database) : IClassFixture<DatabaseFixture>
{
    private static readonly string Root = RepositoryRoot();
    private static readonly Catalog Seeds = SeedLoader.Load(Path.Combine(Root, "seeds"));

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Delivered_files_become_the_first_published_state()
    {
        await using var bench = await OpenAsync();

        // a computation that comes too early publishes nothing
        await bench.Get<DivideMetrics.Jobs.Computing.ComputeGapsJob>().RunAsync("start", Ct);
        Assert.Null(await bench.Get<ComputationQueries>().LatestAsync(null, Ct));

        var rows = new Dictionary<string, long>();
        foreach (var source in Seeds.Sources.Where(source => source.Starter))
        {
            var run = await bench.IngestAsync(source.Id, "start");
            Assert.Equal((source.Id, RunStatus.Published), (run.Source, run.Status));
            rows[source.Id] = run.RowsRead;
        }

        Assert.Equal(RowsOf("UNSD_17.8.1.csv"), rows["UNSD"]);
        Assert.Equal(RowsOf("GAPMINDER_fixed_broadband.csv"), rows["GAPMINDER"]);
        Assert.Equal(RowsOf("WB_SP.POP.TOTL.csv") + RowsOf("WB_SP.URB.TOTL.csv"), rows["WB_STARTER"]);
        Assert.Equal(5 * RowsOf("UNEGOV_2022.csv"), rows["UNEGOV"]);

        Assert.Equal(RunStatus.Published, (await bench.ComputeAsync()).Status);
        await WorldIsAsExpectedAsync(bench);
        Assert.Equal(RunStatus.Unchanged, (await bench.ComputeAsync()).Status);
        Assert.Equal(RunStatus.Unchanged, (await bench.IngestAsync("UNSD", "start")).Status);
        await DamageLeavesTheFiguresAsync(bench);
    }

    private static async Task WorldIsAsExpectedAsync(Bench bench)
    {
        var queries = bench.Get<ComputationQueries>();
        var id = (await queries.LatestAsync(null, Ct))!.Id;
        var means = (await queries.GapsOfIndicatorAsync(id, "internet-users", Ct)).Where(gap => gap is { Measure: "mean-weighted", Subject: "WLD" }).ToList();
        var newest = means.Single(gap => gap is { Sex: Sex.Total, Year: 2021 });
        Assert.Equal(63.50, newest.Value!.Value, 0.01);
        Assert.Equal((179, 217), (newest.Coverage!.Areas, newest.Coverage.AreasOf));
        Assert.Equal(0.967, newest.Coverage.PopulationShare, 0.0005);
        Assert.Null(means.Single(gap => gap is { Sex: Sex.Total, Year: 2022 }).Value);

        var world = (await queries.FiguresOfIndicatorAsync(id, "internet-users", Ct)).Where(figure => figure is { Area: "WLD", Year: 2022 });
        Assert.Equal(
            [(Sex.Total, 66.3), (Sex.Female, 63.4), (Sex.Male, 69.2)],
            world.OrderBy(figure => figure.Sex).Select(figure => (figure.Sex, figure.Value!.Value)));
    }

    private static async Task DamageLeavesTheFiguresAsync(Bench bench)
    {
        var path = Path.Combine(bench.Data, "starter", "UNSD_17.8.1.csv");
        var lines = await File.ReadAllLinesAsync(path, Ct);
        lines[99] = "AFG,_T,2005,one,A";
        await File.WriteAllLinesAsync(path, lines, Ct);
        await Assert.ThrowsAsync<SourceException>(() => bench.IngestAsync("UNSD", "start"));
        var run = await bench.LastRunAsync("UNSD");
        Assert.Equal(RunStatus.Failed, run.Status);
        Assert.Contains("UNSD_17.8.1.csv(100):", run.Message);
        Assert.Contains("'one'", run.Message);
        Assert.Equal(RunStatus.Unchanged, (await bench.ComputeAsync()).Status);
        await WorldIsAsExpectedAsync(bench);
    }

    private static long RowsOf(string file) => File.ReadLines(Path.Combine(Root, "data", "starter", file)).Skip(1).LongCount(line => line.Length > 0);

    private async Task<Bench> OpenAsync()
    {
        var bench = await Bench.OpenAsync(database.ConnectionString, Seeds);
        Directory.CreateDirectory(Path.Combine(bench.Data, "starter"));
        foreach (var file in Directory.EnumerateFiles(Path.Combine(Root, "data", "starter")))
        {
            File.Copy(file, Path.Combine(bench.Data, "starter", Path.GetFileName(file)));
        }

        return bench;
    }

    private static string RepositoryRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "DivideMetrics.sln")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new InvalidOperationException("Expected DivideMetrics.sln in a folder above the tests.");
    }
}
