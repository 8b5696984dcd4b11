using System.Globalization;
using DivideMetrics.Quality;
using DivideMetrics.Sources.Http;

namespace DivideMetrics.Sources.UnSdg;

/// <summary>One fetch from the API: every series page by page, each page checked to be the next one and whole.</summary>
internal sealed class SdgFetch(PoliteClient client, int pageSize, int mostPages, IRawStore store)
{
    /// <summary>Rows asked for on one page.</summary>
    public const int UsualPageSize = 10000;

    private readonly List<RawFile> _files = [];
    private readonly List<Finding> _refused = [];

    /// <summary>
    /// Brings all series. One that the provider does not have is left out with a Finding; any other failure fails the fetch.
    /// </summary>
    /// <exception cref="SourceException">A page did not come whole, or no series came.</exception>
    public async Task<FetchResult> BringAsync(SourceDefinition source, CancellationToken cancellationToken)
    {
        foreach (var series in source.Series)
        {
            try
            {
                await BringSeriesAsync(source, series.Code, cancellationToken);
            }
            catch (SourceException failure) when (failure.Refused)
            {
                _refused.Add(new("series-refused", Severity.Warning, failure.Message, series.Code));
            }
        }

        return _files.Count > 0
            ? new(_files, source.Released) { Findings = _refused }
            : throw new SourceException($"Source {source.Id}: the provider sent no row of {_refused.Count} series. {_refused[0].Note}");
    }

    private async Task BringSeriesAsync(SourceDefinition source, string series, CancellationToken cancellationToken)
    {
        var pages = new SdgPages(mostPages);
        for (var number = 1; ; number++)
        {
            var address = Address(source, series, number);
            var name = string.Create(CultureInfo.InvariantCulture, $"{series}-{number:000}.json");
            var file = await client.DownloadAsync(new Download(address, name, ExpectedContent.Json), store, cancellationToken);
            var page = new SdgPage(file);
            if (page.Rows().Count() == 0 && page.Total == 0 && number == 1)
            {
                throw new SourceException($"{address}: the provider has no row of this series. Check its code.") { Refused = true };
            }

            var complete = pages.Add(page, name);
            _files.Add(file);
            if (complete)
            {
                return;
            }
        }
    }

    private Uri Address(SourceDefinition source, string series, int page)
    {
        var text = string.Create(
            CultureInfo.InvariantCulture,
            $"{source.Location.TrimEnd('/')}/v1/sdg/Series/Data?seriesCode={Uri.EscapeDataString(series)}&page={page}&pageSize={pageSize}");
        return Uri.TryCreate(text, UriKind.Absolute, out var address) && address.Scheme is "http" or "https"
            ? address
            : throw new SourceException($"Source {source.Id}: expected a web address, found '{text}'. Correct location in seeds/sources.");
    }
}
