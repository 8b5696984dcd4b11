using DivideMetrics.Areas;
using DivideMetrics.Observations;
using DivideMetrics.Quality;
using DivideMetrics.Sources;
using Microsoft.Extensions.DependencyInjection;

namespace DivideMetrics.Benchmarks;

/// <summary>Observations of economies as columns, series by series, and the populations.</summary>
internal sealed class EconomyRows
{
    private EconomyRows(IReadOnlyList<string> codes, List<(int Series, int Area, int Year, double Value)> rows, int population)
    {
        Codes = codes;
        SeriesCount = codes.Count;
        (SeriesOf, Areas, Years, Values) = (
            [.. rows.Select(row => row.Series)], [.. rows.Select(row => row.Area)], [.. rows.Select(row => row.Year)], [.. rows.Select(row => row.Value)]);
        Weights = [.. rows.Where(row => row.Series == population).Select(row => (row.Area, row.Year, row.Value))];
    }

    public IReadOnlyList<string> Codes { get; }

    public int SeriesCount { get; }

    public int[] SeriesOf { get; }

    public int[] Areas { get; }

    public int[] Years { get; }

    public double[] Values { get; }

    public (int Area, int Year, double Value)[] Weights { get; }

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
        return new(codes, rows, numbers[population]);
    }

    /// <summary>An observation as a figure.</summary>
    public Figure FigureAt(int row, string area) => new(Codes[SeriesOf[row]], area, Sex.Total, Years[row], Values[row], ObsStatus.A, "S", 1);
}
