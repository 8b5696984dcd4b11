using DivideMetrics.Observations;
using DivideMetrics.Quality;
using DivideMetrics.Storage.Runs;
using DivideMetrics.Testing;

namespace DivideMetrics.Storage.Tests.Runs;

public sealed class CorrectionQueriesTests(DatabaseFixture database) : IClassFixture<DatabaseFixture>
{
    private static readonly Correction Halved = new()
    {
        Source = "WRONG",
        Action = CorrectionAction.Scale,
        Series = new("S", Sex.Total, "_T", "_T", "_T"),
        Areas = ["AAA"],
        Factor = 0.5,
        Reason = "Counted twice.",
        By = "A. Name",
        Date = new(2026, 11, 25),
        File = "wrong.yml",
        Line = 3,
    };

    [Fact]
    public async Task Correction_acts_since_the_first_release_in_which_it_corrected_a_point()
    {
        var unused = Halved with { Areas = ["EEE"], Reason = "Nobody has met it." };
        Correction[] declared = [unused, Halved];
        var ct = TestContext.Current.CancellationToken;
        await using (var before = await Bench.OpenAsync(database.ConnectionString, Declared.Catalog(Declared.Source("WRONG"))))
        {
            before.Write("WRONG.csv", "area,year,value,status", "AAA,2020,40,A");
            await before.IngestAsync("WRONG");
            Assert.Empty(await before.Get<CorrectionQueries>().FirstVintagesAsync(declared, ct));
        }

        await using var bench = await Bench.OpenAsync(
            database.ConnectionString, Declared.Catalog(Declared.Source("WRONG")) with { Corrections = new(declared) });
        bench.Write("WRONG.csv", "area,year,value,status", "AAA,2020,40,A");
        var first = await bench.IngestAsync("WRONG");
        bench.Write("WRONG.csv", "area,year,value,status", "AAA,2020,40,A", "AAA,2021,60,A");
        await bench.IngestAsync("WRONG");

        Assert.Equal(["AAA 2020 20 A", "AAA 2021 30 A"], await bench.PointsAsync("WRONG"));
        Assert.Equal([new(Halved, first.Vintage!.Value)], await bench.Get<CorrectionQueries>().FirstVintagesAsync(declared, ct));
    }
}
