using System.Diagnostics;
using System.Globalization;
using DivideMetrics.Areas;
using DivideMetrics.Gaps;
using DivideMetrics.Indicators;
using DivideMetrics.Observations;
using DivideMetrics.Statistics;

namespace DivideMetrics.Benchmarks;

/// <summary>A series in a year: what both sides find.</summary>
/// <param name="Mean">Population-weighted mean.</param>
/// <param name="Gini">Gini index; null where inequality is not assessable.</param>
/// <param name="Theil">Theil T; null where inequality is not assessable.</param>
internal readonly record struct SeriesYear(double Mean, double? Gini, double? Theil);

/// <summary>
/// Weighted mean, Gini and Theil T of the economies for every series and year of the 325 indicators, by our functions and by DuckDB's SQL in
/// one run. Both start from the same rows in memory, in the same order, ours as columns and DuckDB's as a table; counted are the join with the
/// population of the same year, grouping, sorting and sums. Loading is not.
/// </summary>
internal static class DuckBenchmark
{
    private const string Population = "sp.pop.totl";
    private const int Rounds = 5;
    private const double Tolerance = 1e-9;

    public static int Run(string archive, AreaCatalog areas)
    {
        var rows = EconomyRows.Read(archive, areas, Population);
        using var duck = new DuckTable(rows);
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"{rows.Values.Length} observations of {rows.SeriesCount} series, {rows.Weights.Length} populations; best of {Rounds} after a warm-up"));
        var problems = 0;
        foreach (var threads in new[] { 2, 1 })
        {
            problems += Compare(rows, areas, duck, threads);
        }

        return problems == 0 ? 0 : 1;
    }

    private static int Compare(EconomyRows rows, AreaCatalog areas, DuckTable duck, int threads)
    {
        duck.Threads(threads);
        var ours = Best(() => Ours(rows, threads));
        var engine = Best(() => ThroughEngine(rows, areas, threads));
        var theirs = Best(duck.Compute);
        var found = Difference.Between(ours.Found, theirs.Found);
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{threads} thread(s): ours {ours.Took:0.000} s, DuckDB {theirs.Took:0.000} s, ratio {ours.Took / theirs.Took:0.00}; {found.Cells} cells, greatest difference (relative above 1, absolute below) "
            + $"{found.Greatest:0.0e+00}, {found.Missing} on one side only; the engine, with panels and coverage, {engine.Took:0.000} s, ratio {engine.Took / theirs.Took:0.00}"));
        return found.Problems(Tolerance);
    }

    /// <summary>The pure functions on the columns of each series and year.</summary>
    private static Dictionary<(int Series, int Year), SeriesYear> Ours(EconomyRows rows, int threads)
    {
        var (found, years) = (new Dictionary<int, SeriesYear>[rows.SeriesCount], new WeightedYears(rows));
        Parallel.For(0, rows.SeriesCount, new ParallelOptions { MaxDegreeOfParallelism = threads }, series => found[series] = years.Of(series).ToDictionary(
            year => year.Year, year => Of(year.Values, year.Weights)));
        return Joined(found);
    }

    /// <summary>
    /// The same three measures of the world by the product's engine: figures into panels, carried weights, the rule of two thirds, rows with
    /// coverage. More is done than by the others; told, not compared.
    /// </summary>
    private static long ThroughEngine(EconomyRows rows, AreaCatalog areas, int threads)
    {
        var codes = areas.Economies.Select(area => area.Code).ToArray();
        var world = new AreaCatalog(
            areas.Economies, [new(AreaCatalog.World, "World", AreaGroupKind.World)], codes.Select(code => new GroupMembership(AreaCatalog.World, code, null, null)), [], []);
        var years = new WeightedYears(rows);
        List<Figure> FiguresOf(int series) => years.RowsOf(series).Select(row => rows.FigureAt(row, codes[rows.Areas[row]])).ToList();
        var (weights, gaps) = (FiguresOf(rows.Codes.Index().First(code => code.Item == Population).Index), 0L);
        Parallel.For(0, rows.SeriesCount, new ParallelOptions { MaxDegreeOfParallelism = threads }, series =>
            Interlocked.Add(ref gaps, GapEngine.Compute(new(Measured(rows.Codes[series]), FiguresOf(series), weights, world)).Count));
        return gaps;
    }

    private static Indicator Measured(string code) => new()
    {
        Id = code, Title = code, Definition = code, Unit = "NUMBER", UnitLabel = "", Direction = Direction.Up, Community = "context", Dimension = "Benchmark",
        Weights = Population, Series = [new("S", code)], Measures = ["mean-weighted", "gini", "theil-t"],
    };

    private static SeriesYear Of(ReadOnlySpan<double> values, ReadOnlySpan<double> weights)
    {
        var mean = WeightedMean.Of(values, weights);
        return new(mean.Value!.Value, Gini.Weighted(values, weights).Value, Theil.Of(values, weights).Value);
    }

    private static Dictionary<(int Series, int Year), SeriesYear> Joined(Dictionary<int, SeriesYear>[] found) =>
        found.Index().SelectMany(series => series.Item.Select(year => (Key: (series.Index, year.Key), year.Value))).ToDictionary(pair => pair.Key, pair => pair.Value);

    private static (double Took, T Found) Best<T>(Func<T> work)
    {
        var (best, found) = (double.MaxValue, work());
        for (var round = 0; round < Rounds; round++)
        {
            var watch = Stopwatch.StartNew();
            found = work();
            best = Math.Min(best, watch.Elapsed.TotalSeconds);
        }

        return (best, found);
    }

    /// <summary>How far two results are from each other.</summary>
    private readonly record struct Difference(int Cells, double Greatest, int Missing)
    {
        public static Difference Between(Dictionary<(int Series, int Year), SeriesYear> ours, Dictionary<(int Series, int Year), SeriesYear> theirs)
        {
            var (cells, greatest, missing) = (0, 0.0, theirs.Keys.Count(key => !ours.ContainsKey(key)));
            foreach (var (key, one) in ours)
            {
                if (!theirs.TryGetValue(key, out var other))
                {
                    missing++;
                    continue;
                }

                foreach (var (mine, his) in new (double?, double?)[] { (one.Mean, other.Mean), (one.Gini, other.Gini), (one.Theil, other.Theil) })
                {
                    cells++;
                    missing += mine is null == his is null ? 0 : 1;
                    greatest = Math.Max(greatest, mine is { } a && his is { } b ? Math.Abs(a - b) / Math.Max(1, Math.Abs(a)) : 0);
                }
            }

            return new(cells, greatest, missing);
        }

        public int Problems(double tolerance) => Missing + (Greatest > tolerance ? 1 : 0);
    }
}
