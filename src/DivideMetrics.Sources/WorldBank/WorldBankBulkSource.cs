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
        var brought = new List<RawFile>();
        if (Uri.TryCreate(source.Location, UriKind.Absolute, out var location) && location.Scheme is "http" or "https")
        {
            foreach (var download in Downloads(source, location))
            {
                brought.Add(await client.DownloadAsync(download, store, cancellationToken));
            }
        }
        else
        {
            brought.AddRange(await files.BringAsync(source, [source.Location], store, cancellationToken));
        }

        return new FetchResult(brought, source.Released);
    }

    public DateOnly? ReleasedOf(IReadOnlyList<RawFile> files) => BankFiles.Updated(files);

    public IEnumerable<Observation> Parse(ParseRequest request) => new BankReading(request).Read();

    private static IEnumerable<Download> Downloads(SourceDefinition source, Uri location) =>
        location.AbsolutePath.EndsWith(".zip", StringComparison.OrdinalIgnoreCase)
            ? [new Download(location, Path.GetFileName(location.AbsolutePath), ExpectedContent.Zip)]
            : source.Series.Select(series => new Download(
                new Uri($"{source.Location.TrimEnd('/')}/{Uri.EscapeDataString(series.Code)}?downloadformat=csv"),
                $"{series.Code}.zip",
                ExpectedContent.Zip));
}
