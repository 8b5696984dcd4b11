using DivideMetrics.Observations;
using DivideMetrics.Sources.Files;
using DivideMetrics.Sources.Http;
using DivideMetrics.Sources.Reading;

namespace DivideMetrics.Sources.WorldBank;

/// <summary>
/// World Bank bulk CSV: a zip for each series, or, when the location itself ends in <c>.zip</c>, the one archive there
/// (<c>WDI_CSV.zip</c>). A location that is no web address is a path below <c>data/</c>. The zip is kept as it came.
/// </summary>
internal sealed class WorldBankBulkSource(PoliteClient client, SourceFiles files) : ISource, IReleaseDate
{
    public async Task<FetchResult> FetchAsync(SourceDefinition source, IRawStore store, CancellationToken cancellationToken)
    {
        _ = new OptionReader(source, []);
        return Uri.TryCreate(source.Location, UriKind.Absolute, out var location) && location.Scheme is "http" or "https"
            ? await DownloadAsync(source, location, store, cancellationToken)
            : new FetchResult(await files.BringAsync(source, [source.Location], store, cancellationToken), source.Released);
    }

    public DateOnly? ReleasedOf(IReadOnlyList<RawFile> files) => BankFiles.Updated(files);

    public IEnumerable<Observation> Parse(ParseRequest request) => new BankReading(request).Read();

    /// <summary>A series that the Bank no longer has costs only itself.</summary>
    private async Task<FetchResult> DownloadAsync(SourceDefinition source, Uri location, IRawStore store, CancellationToken cancellationToken)
    {
        var fetch = new PartialFetch(source);
        foreach (var download in Downloads(source, location))
        {
            await fetch.TryAsync(Path.GetFileNameWithoutExtension(download.Name), async () => [await client.DownloadAsync(download, store, cancellationToken)]);
        }

        return fetch.Result();
    }

    private static IEnumerable<Download> Downloads(SourceDefinition source, Uri location) =>
        location.AbsolutePath.EndsWith(".zip", StringComparison.OrdinalIgnoreCase)
            ? [new Download(location, Path.GetFileName(location.AbsolutePath), ExpectedContent.Zip)]
            : source.Series.Select(series => new Download(
                new Uri($"{source.Location.TrimEnd('/')}/{Uri.EscapeDataString(series.Code)}?downloadformat=csv"),
                $"{series.Code}.zip",
                ExpectedContent.Zip));
}
