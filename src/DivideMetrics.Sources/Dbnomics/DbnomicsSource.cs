using System.Globalization;
using DivideMetrics.Observations;
using DivideMetrics.Quality;
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
        var (brought, refused) = (new List<RawFile>(), new List<Finding>());
        foreach (var series in source.Series)
        {
            try
            {
                await BringAsync(query, series.Code, brought, (store, cancellationToken));
            }
            catch (SourceException failure) when (failure.Refused)
            {
                refused.Add(new("series-refused", Severity.Warning, failure.Message, series.Code));
            }
        }

        return brought.Count > 0
            ? new(brought, source.Released) { Findings = refused }
            : throw new SourceException($"Source {source.Id}: the provider refused all {refused.Count} series. {refused.FirstOrDefault()?.Note}");
    }

    /// <summary>The day on which the gateway last read the provider: the latest of the series.</summary>
    public DateOnly? ReleasedOf(IReadOnlyList<RawFile> files) => files.Select(IndexedOf).Max();

    public IEnumerable<Observation> Parse(ParseRequest request) => new DbnomicsReading(request, DbnomicsQuery.Of(request.Source)).Read();

    private static DateOnly? IndexedOf(RawFile file)
    {
        using var page = DbnomicsPage.Open(file);
        return page.Docs.Select(doc => DbnomicsPage.TextOf(doc, "indexed_at")).Select(day => NumberText.DayOrNull(day.Length >= 10 ? day[..10] : day)).Max();
    }

    private async Task BringAsync(DbnomicsQuery query, string series, List<RawFile> brought, (IRawStore Store, CancellationToken Token) to)
    {
        var (offset, left) = (0, 1);
        for (var number = 1; left > 0; number++)
        {
            if (number > options.Value.MaxPages)
            {
                throw new SourceException($"{series}: expected at most {options.Value.MaxPages} pages, the provider has more. Narrow the option 'dimensions'.");
            }

            var name = string.Create(CultureInfo.InvariantCulture, $"{brought.Count + 1:000}-{Name(series)}.json");
            var file = await client.DownloadAsync(new(query.Address(series, offset), name, ExpectedContent.Json), to.Store, to.Token);
            using var page = DbnomicsPage.Open(file);
            if (page.Offset != offset || (page.Docs.Count == 0 && page.Found > offset))
            {
                throw new SourceException($"{file.Uri}: expected the series after {offset} of {page.Found}, found {page.Docs.Count} after {page.Offset}.") { Transient = true };
            }

            brought.Add(file);
            (offset, left) = (offset + page.Docs.Count, page.Left);
        }
    }

    private static string Name(string series) => string.Concat(series.Select(character => char.IsAsciiLetterOrDigit(character) || character is '.' or '_' ? character : '-'));
}
