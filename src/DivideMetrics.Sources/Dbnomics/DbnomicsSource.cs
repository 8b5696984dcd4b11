using System.Globalization;
using DivideMetrics.Observations;
using DivideMetrics.Sources.Files;
using DivideMetrics.Sources.Http;
using DivideMetrics.Sources.Reading;
using Microsoft.Extensions.Options;

namespace DivideMetrics.Sources.Dbnomics;

/// <summary>
/// DBnomics, a gateway to many providers, API v22: the pages of one query for each declared series. Provider's codes change under it
/// (FR became FRA), so areas are read by either code.
/// </summary>
internal sealed class DbnomicsSource(PoliteClient client, IOptions<SourcesOptions> options) : ISource, IReleaseDate
{
    public async Task<FetchResult> FetchAsync(SourceDefinition source, IRawStore store, CancellationToken cancellationToken)
    {
        var query = DbnomicsQuery.Of(source);
        var fetch = new PartialFetch(source);
        foreach (var series in source.Series)
        {
            await fetch.TryAsync(series.Code, () => BringAsync(query, series.Code, store, cancellationToken));
        }

        return fetch.Result();
    }

    /// <summary>The day on which the gateway last read the provider: the latest of the series.</summary>
    public DateOnly? ReleasedOf(IReadOnlyList<RawFile> files) => files.Select(IndexedOf).Max();

    public IEnumerable<Observation> Parse(ParseRequest request) => new DbnomicsReading(request, DbnomicsQuery.Of(request.Source)).Read();

    private static DateOnly? IndexedOf(RawFile file)
    {
        using var page = DbnomicsPage.Open(file);
        return page.Docs.Select(doc => DbnomicsPage.TextOf(doc, "indexed_at"))
            .Select(time => NumberText.DayOrNull(time.Split('T')[0])).Max();
    }

    /// <summary>All pages of one series.</summary>
    private async Task<IReadOnlyList<RawFile>> BringAsync(DbnomicsQuery query, string series, IRawStore store, CancellationToken cancellationToken)
    {
        var (pages, offset, left) = (new List<RawFile>(), 0, 1);
        while (left > 0)
        {
            if (pages.Count == options.Value.MaxPages)
            {
                throw new SourceException(
                    $"{series}: expected at most {options.Value.MaxPages} pages, the provider has more. Narrow the option 'dimensions'.");
            }

            var download = new Download(query.Address(series, offset), NameOf(series, pages.Count + 1), ExpectedContent.Json);
            pages.Add(await client.DownloadAsync(download, store, cancellationToken));
            using var page = DbnomicsPage.Open(pages[^1]);
            if (page.Offset != offset || (page.Docs.Count == 0 && page.Found > offset))
            {
                throw new SourceException(
                    $"{download.Address}: expected the series after {offset} of {page.Found}, found {page.Docs.Count} after {page.Offset}.")
                {
                    Transient = true,
                };
            }

            (offset, left) = (offset + page.Docs.Count, page.Left);
        }

        return pages;
    }

    private static string NameOf(string series, int page)
    {
        var plain = string.Concat(series.Select(character => char.IsAsciiLetterOrDigit(character) || character is '.' or '_' ? character : '-'));
        return string.Create(CultureInfo.InvariantCulture, $"{plain}-{page:000}.json");
    }
}
