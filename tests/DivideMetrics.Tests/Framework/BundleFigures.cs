using DivideMetrics.Indicators;
using DivideMetrics.Observations;
using DivideMetrics.Panels;
using DivideMetrics.Quality;
using DivideMetrics.Seeds;
using DivideMetrics.Sources;
using DivideMetrics.Sources.Origins;
using Microsoft.Extensions.DependencyInjection;

namespace DivideMetrics.Tests.Framework;

/// <summary>
/// The figures that a folder of providers' files gives, read by the adapters as a first import reads them: the newest release of each source,
/// without a database and without the quality gate.
/// </summary>
internal sealed class BundleFigures
{
    private readonly Catalog _catalog;
    private readonly Dictionary<(string Source, string Code), List<StoredObservation>> _points = [];

    private BundleFigures(Catalog catalog) => _catalog = catalog;

    /// <summary>Ids of the sources that the folder has.</summary>
    public IReadOnlyList<string> Sources { get; private set; } = [];

    /// <summary>Reads the newest release of every source of the folder.</summary>
    public static async Task<BundleFigures> ReadAsync(Catalog catalog, string folder, CancellationToken cancellationToken)
    {
        using var services = new ServiceCollection().AddSingleton(TimeProvider.System)
            .AddDivideMetricsSources(options => options.DataFolder = folder).BuildServiceProvider();
        using var bundle = Bundle.Open(new(folder), catalog.Bundles, new());
        var figures = new BundleFigures(catalog) { Sources = bundle.Sources };
        foreach (var source in bundle.Sources.Select(catalog.FindSource).OfType<SourceDefinition>())
        {
            var fetched = await bundle.ReleasesOf(source.Id)[^1].FetchAsync(source, new InPlace(folder), cancellationToken);
            var readAs = fetched.ReadAs ?? source;
            var request = new ParseRequest(readAs, fetched.Files, catalog.Areas, new FindingSink());
            figures.Add(source.Id, services.GetRequiredService<SourceRegistry>().For(readAs).Parse(request));
        }

        return figures;
    }

    /// <summary>True when the folder has at least one point with a value for a series as an indicator takes it.</summary>
    public bool Has(Indicator indicator, IndicatorSeries series) =>
        FigureResolver.Resolve(indicator, PointsOf([series])).Any(figure => figure.Value is not null);

    /// <summary>The figures of an indicator that have a value, divided where it says so.</summary>
    public IReadOnlyList<Figure> Of(Indicator indicator)
    {
        var figures = FigureResolver.Resolve(indicator, PointsOf(indicator.Series));
        var divided = indicator.Per is { } per ? FigureRatio.Of(figures, Of(_catalog.FindIndicator(per.Indicator)!), per.Factor) : figures;
        return divided.Where(figure => figure.Value is not null).ToList();
    }

    private List<SeriesPoints> PointsOf(IReadOnlyList<IndicatorSeries> declared) => declared
        .Select(series => new SeriesPoints(series, _points.GetValueOrDefault((series.Source, series.Code)) ?? [])).ToList();

    private void Add(string source, IEnumerable<Observation> rows)
    {
        foreach (var row in rows)
        {
            var key = (source, row.Series.Code);
            (_points.TryGetValue(key, out var points) ? points : _points[key] = []).Add(new(row, 1));
        }
    }

    /// <summary>Leaves the bytes where they are.</summary>
    private sealed class InPlace(string folder) : IRawStore
    {
        private const string Scheme = "bundle:";

        public Task<RawFile> AddAsync(
            string name, string uri, string mediaType, Stream content, long maxBytes, CancellationToken cancellationToken)
        {
            var path = Path.Combine(folder, uri[Scheme.Length..]);
            return Task.FromResult(new RawFile(name, uri, mediaType, "", new FileInfo(path).Length, path));
        }
    }
}
