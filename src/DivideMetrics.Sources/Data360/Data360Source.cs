using System.Globalization;
using DivideMetrics.Quality;
using DivideMetrics.Sources.Dimensions;
using DivideMetrics.Sources.Files;
using DivideMetrics.Sources.Http;
using DivideMetrics.Sources.Reading;
using Microsoft.Extensions.Options;

namespace DivideMetrics.Sources.Data360;

/// <summary>
/// The World Bank's Data360 API: rows with SDMX names as JSON. Each declared series is asked page by page from the database (DATABASE_ID)
/// that option <c>database</c> names.
/// </summary>
internal sealed class Data360Source(TemplatedFetch fetch, PoliteClient client, IOptions<SourcesOptions> settings)
    : CubeSource(fetch)
{
    private const int PageSize = 1000;

    private readonly SourcesOptions _settings = settings.Value;

    protected override string Format => "Data360's JSON";

    protected override ExpectedContent Content => ExpectedContent.Json;

    protected override string Extension => ".json";

    protected override string[] Options => ["database"];

    public override async Task<FetchResult> FetchAsync(SourceDefinition source, IRawStore store, CancellationToken cancellationToken)
    {
        if (source.Options.ContainsKey("files"))
        {
            return await base.FetchAsync(source, store, cancellationToken);
        }

        DimensionMapping.Of(source, Options);
        var database = new OptionReader(source, source.Options.Keys.ToList()).Require("database");
        var address = $"{source.Location.TrimEnd('/')}/data?DATABASE_ID={Uri.EscapeDataString(database)}";
        var (files, refused) = (new List<RawFile>(), new List<Finding>());
        foreach (var series in source.Series)
        {
            try
            {
                await BringAsync(address, series.Code, (files, store), cancellationToken);
            }
            catch (SourceException failure) when (failure.Refused)
            {
                refused.Add(new("series-refused", Severity.Warning, failure.Message, series.Code));
            }
        }

        return files.Count > 0
            ? new(files, source.Released) { Findings = refused }
            : throw new SourceException($"Source {source.Id}: the provider refused all {refused.Count} series. {refused[0].Note}");
    }

    protected override Func<CubeFile, IEnumerable<CubeRow>> Reader(SourceDefinition source)
    {
        var count = new PageCount();
        return cube => Rows(cube, count, source.Id);
    }

    private static IEnumerable<CubeRow> Rows(CubeFile cube, PageCount count, string source)
    {
        var page = new Data360Page(cube.Content, cube.Components);
        foreach (var row in page.Rows())
        {
            yield return row;
        }

        count.Add(page, cube.File.Name);
        if (cube.IsLast)
        {
            count.End(source);
        }
    }

    /// <summary>Brings a series page by page until as many rows came as the provider announced.</summary>
    private async Task BringAsync(
        string address, string series, (List<RawFile> Files, IRawStore Store) into, CancellationToken cancellationToken)
    {
        var (count, pages) = (new PageCount(), 0);
        do
        {
            if (++pages > _settings.MaxPages)
            {
                throw new SourceException(
                    $"{series}: expected at most {_settings.MaxPages} pages, there are more. The provider may ignore the page size.");
            }

            var page = string.Create(
                CultureInfo.InvariantCulture, $"{address}&INDICATOR={Uri.EscapeDataString(series)}&skip={count.Rows}&top={PageSize}");
            var name = string.Create(CultureInfo.InvariantCulture, $"{series}-{pages:000}.json");
            var file = await client.DownloadAsync(new Download(AddressOf(page), name, Content), into.Store, cancellationToken);
            into.Files.Add(file);
            count.Add(Counted(file), name);
        }
        while (!count.IsComplete);
    }

    private static Uri AddressOf(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var address) && address.Scheme is "http" or "https"
            ? address
            : throw new SourceException($"Expected a web address, found '{text}'. Correct the source's location in seeds/sources.");

    private Data360Page Counted(RawFile file)
    {
        var (stream, start) = RawContent.Open(file, Format);
        using var content = stream;
        var page = new Data360Page(content, new ComponentTable());
        _ = Whole(page.Rows(), new CubeFile(file, content, start, new ComponentTable(), note => { })).Count();
        return page;
    }
}
