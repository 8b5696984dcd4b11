using DivideMetrics.Areas;
using DivideMetrics.Observations;
using DivideMetrics.Quality;
using DivideMetrics.Sources;
using Microsoft.Extensions.DependencyInjection;

namespace DivideMetrics.Benchmarks;

/// <summary>Observations of economies as columns, series by series, and the populations.</summary>
internal sealed class EconomyRows
{
    private readonly int[] _starts;
    private readonly double[] _population;
    private readonly int _years;

    private EconomyRows(IReadOnlyList<string> codes, List<(int Series, int Area, int Year, double Value)> rows, int population, int areas)
    {
        Codes = codes;
        (SeriesOf, Areas, Years, Values) = (
            [.. rows.Select(row => row.Series)], [.. rows.Select(row => row.Area)], [.. rows.Select(row => row.Year)], [.. rows.Select(row => row.Value)]);
        SeriesCount = codes.Count;
        _starts = [.. Enumerable.Range(0, SeriesCount + 1).Select(series => rows.FindIndex(row => row.Series >= series) is >= 0 and var at ? at : rows.Count)];
        (FirstYear, _years) = (Years.Min(), Years.Max() - Years.Min() + 1);
        Weights = [.. rows.Where(row => row.Series == population).Select(row => (row.Area, row.Year, row.Value))];
        _population = new double[areas * _years];
        foreach (var (area, year, value) in Weights)
        {
            _population[(area * _years) + year - FirstYear] = value;
        }
    }

    public IReadOnlyList<string> Codes { get; }

    public int SeriesCount { get; }

    public int[] SeriesOf { get; }

    public int[] Areas { get; }

    public int[] Years { get; }

    public double[] Values { get; }

    public (int Area, int Year, double Value)[] Weights { get; }

    private int FirstYear { get; }

    /// <summary>Reads the archive through the product's own adapter.</summary>
    public static EconomyRows Read(string archive, AreaCatalog areas, string population)
    {
        using var services = new ServiceCollection().AddDivideMetricsSources(options => options.DataFolder = Path.GetTempPath()).BuildServiceProvider();
        var source = WorldIndicators.Catalog(archive, areas).Sources[0];
        var files = new[] { new RawFile(WorldIndicators.FileName, "x", "application/gzip", "", new FileInfo(archive).Length, archive) };
        var economies = areas.Economies.Index().ToDictionary(pair => pair.Item.Code, pair => pair.Index, StringComparer.Ordinal);
        var codes = source.Series.Select(series => series.Code).Order(StringComparer.Ordinal).ToList();
        var numbers = codes.Index().ToDictionary(pair => pair.Item, pair => pair.Index, StringComparer.Ordinal);
        var rows = services.GetRequiredService<SourceRegistry>().For(source).Parse(new(source, files, areas, new FindingSink()))
            .Where(row => row.Value is not null && economies.ContainsKey(row.Area))
            .Select(row => (Series: numbers[row.Series.Code], Area: economies[row.Area], row.Year, row.Value!.Value))
            .OrderBy(row => row.Series).ThenBy(row => row.Area).ThenBy(row => row.Year).ToList();
        return new(codes, rows, numbers[population], economies.Count);
    }

    /// <summary>Values and populations of a series, year by year, of economies that have both; in the order of the rows.</summary>
    public IEnumerable<(int Year, double[] Values, double[] Weights)> ByYear(int series)
    {
        var counts = new int[_years];
        for (var row = _starts[series]; row < _starts[series + 1]; row++)
        {
            counts[Years[row] - FirstYear] += WeightOf(row) > 0 ? 1 : 0;
        }

        var found = Array.ConvertAll(counts, count => (Values: new double[count], Weights: new double[count]));
        Array.Clear(counts);
        for (var row = _starts[series]; row < _starts[series + 1]; row++)
        {
            if (WeightOf(row) is > 0 and var weight)
            {
                var year = Years[row] - FirstYear;
                (found[year].Values[counts[year]], found[year].Weights[counts[year]++]) = (Values[row], weight);
            }
        }

        return Enumerable.Range(0, _years).Where(year => counts[year] > 0).Select(year => (FirstYear + year, found[year].Values, found[year].Weights));
    }

    /// <summary>The observations of a series as figures.</summary>
    public IEnumerable<Figure> FiguresOf(int series, Func<int, string> nameOf)
    {
        for (var row = _starts[series]; row < _starts[series + 1]; row++)
        {
            yield return new(Codes[series], nameOf(Areas[row]), Sex.Total, Years[row], Values[row], ObsStatus.A, "S", 1);
        }
    }

    private double WeightOf(int row) => _population[(Areas[row] * _years) + Years[row] - FirstYear];
}
