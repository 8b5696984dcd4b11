using System.Globalization;
using DivideMetrics.Sources.Http;
using DivideMetrics.Sources.Reading;

namespace DivideMetrics.Sources.WorldBank;

/// <summary>One fetch from the API: brings batches page by page and keeps what came, in order.</summary>
internal sealed class WorldBankFetch(PoliteClient client, WorldBankQuery query, int mostPages, IRawStore store)
{
    private readonly List<RawFile> _files = [];
    private DateOnly? _released;
    private int _pages;
    private long _rows;

    /// <summary>
    /// Brings all pages of a batch; when the provider refuses the batch, its series one by one, so that one bad series costs only itself.
    /// </summary>
    /// <exception cref="SourceException">A page did not come whole.</exception>
    public async Task BringAsync(IReadOnlyList<string> series, CancellationToken cancellationToken)
    {
        if (await TryBringAsync(series, cancellationToken))
        {
            return;
        }

        foreach (var single in series.Count > 1 ? series : [])
        {
            await TryBringAsync([single], cancellationToken);
        }
    }

    /// <summary>What came.</summary>
    /// <exception cref="SourceException">Not a single row came.</exception>
    public FetchResult Result(SourceDefinition source) =>
        _rows > 0
            ? new FetchResult(_files, _released ?? source.Released)
            : throw new SourceException(
                $"Source {source.Id}: expected rows of {source.Series.Count} series, the provider sent none " +
                $"({_files.Count} empty answers or refusals). Check the series codes.");

    /// <summary>The failure behind an error body that is not about an unknown series.</summary>
    public static SourceException Failure(RawFile file, WorldBankPage page) =>
        new($"{file.Uri}: the provider answered an error: {page.Messages}.")
        {
            Transient = page.Header.Message!.Any(message => message.Id is "105"),
        };

    /// <summary>False when the provider does not know one of the series.</summary>
    private async Task<bool> TryBringAsync(IReadOnlyList<string> series, CancellationToken cancellationToken)
    {
        var sequence = new PageSequence(mostPages);
        while (!sequence.IsComplete)
        {
            var address = query.Address(series, sequence.Page + 1);
            var name = string.Create(CultureInfo.InvariantCulture, $"page-{_pages + 1:000}.json");
            var file = await client.DownloadAsync(new Download(address, name, ExpectedContent.Json), store, cancellationToken);
            using var page = WorldBankPage.Open(file);
            if (page.SaysUnknownSeries && sequence.Page == 0)
            {
                KeepRefusal(series, file);
                return false;
            }

            Keep(file, page, sequence);
        }

        return true;
    }

    private void Keep(RawFile file, WorldBankPage page, PageSequence sequence)
    {
        if (page.IsError)
        {
            throw Failure(file, page);
        }

        var rows = page.Rows().Count();
        sequence.Add(page.Header, rows, file.Name);
        _files.Add(file);
        _pages++;
        _rows += rows;
        var day = NumberText.DayOrNull(page.Header.LastUpdated);
        _released = _released is null || day > _released ? day : _released;
    }

    private void KeepRefusal(IReadOnlyList<string> series, RawFile file)
    {
        if (series is [var single])
        {
            _files.Add(file with { Name = WorldBankApiSource.RefusedName(single) });
        }
    }
}
