using System.Diagnostics;
using System.Globalization;
using DivideMetrics.Indicators;
using DivideMetrics.Observations;
using DivideMetrics.Panels;
using DivideMetrics.Projections;

namespace DivideMetrics.Benchmarks;

/// <summary>
/// Projections with their whole back-test over every series of World Bank files: the time that they take, and for each model its error and how often
/// its intervals held.
/// </summary>
internal static class ProjectionBenchmark
{
    public static void Run(string folder, IReadOnlyList<string> files)
    {
        foreach (var file in files)
        {
            var indicator = Percentage(file);
            var rows = Read(Path.Combine(folder, file)).ToArray();
            for (var round = 1; round <= 2; round++)
            {
                var (watch, used) = (Stopwatch.StartNew(), Environment.CpuUsage.UserTime);
                var found = new SeriesProjection[rows.Length];
                Parallel.For(0, rows.Length, i => found[i] = SeriesProjection.Of(rows[i].Area, rows[i].Series, indicator));
                Console.WriteLine(Line($"{file}, {rows.Length} series: {watch.Elapsed.TotalSeconds:0.000} s, {(Environment.CpuUsage.UserTime - used).TotalSeconds:0.000} s of a core"));
                Told(round == 2 ? found : []);
            }

            Models(rows, indicator);
        }
    }

    private static void Told(SeriesProjection[] found)
    {
        foreach (var model in found.GroupBy(row => row.Model).OrderBy(model => model.Key, StringComparer.Ordinal))
        {
            var tested = model.Where(row => row.Test.Points > 0).ToList();
            var words = tested.Count == 0 ? "" : Line(
                $"MASE {tested.Average(row => row.Test.Error):0.00}, {tested.Average(row => row.Test.Coverage80):0} % in 80 %, {tested.Average(row => row.Test.Coverage95):0} % in 95 %");
            Console.WriteLine(Line($"  chosen {model.Key ?? "none",-14} {model.Count(),4}  {words}"));
        }
    }

    private static void Models((string Area, YearSeries Series)[] rows, Indicator indicator)
    {
        var series = rows.Where(row => row.Series.Years[^1] >= 2015).Select(row => new ProjectionSeries(row.Series, indicator)).ToList();
        foreach (var model in ProjectionModels.All)
        {
            var used = Environment.CpuUsage.UserTime;
            var tests = series.Select(one => BackTest.Of(model, one, out _)).ToList();
            var time = (Environment.CpuUsage.UserTime - used).TotalSeconds;
            var five = tests.Where(test => test.Origins == BackTest.MostOrigins).ToList();
            Console.WriteLine(Line(
                $"  alone {model.Id,-14} {five.Count,4} of {tests.Count}, {time:0.000} s, median MASE {Median(five):0.00}, mean {Mean(five, test => test.Error):0.00}, {Mean(five, test => test.Coverage80):0} % in 80 %, {Mean(five, test => test.Coverage95):0} % in 95 %"));
        }
    }

    private static double Mean(List<BackTest> tests, Func<BackTest, double?> number) => tests.Count == 0 ? 0 : tests.Average(number)!.Value;

    private static double Median(List<BackTest> tests) =>
        tests.Count == 0 ? 0 : tests.Select(test => test.Error!.Value).Order().ElementAt(tests.Count / 2);

    private static IEnumerable<(string Area, YearSeries Series)> Read(string path) =>
        from line in File.ReadLines(path).Skip(1)
        let cells = line.Split(',')
        where cells[^3].Length == 3 && cells[^1].Length > 0
        let point = (Area: cells[^3], Year: int.Parse(cells[^2], CultureInfo.InvariantCulture), Value: double.Parse(cells[^1], CultureInfo.InvariantCulture))
        group point by point.Area into area
        let ordered = area.OrderBy(point => point.Year).ToList()
        select (area.Key, new YearSeries(
            [.. ordered.Select(point => point.Year)], [.. ordered.Select(point => point.Value)], [.. ordered.Select(_ => ObsStatus.A)]));

    private static Indicator Percentage(string file) => new()
    {
        Id = file, Title = file, Definition = "", Unit = "", UnitLabel = "", Direction = Direction.Up, Min = 0,
        Max = file.StartsWith("it.", StringComparison.Ordinal) ? null : 100, Community = "development", Dimension = "", Series = [], Measures = [],
    };

    private static string Line(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
