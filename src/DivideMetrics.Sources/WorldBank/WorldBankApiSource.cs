using DivideMetrics.Observations;
using DivideMetrics.Quality;
using DivideMetrics.Sources.Http;
using DivideMetrics.Sources.Reading;
using Microsoft.Extensions.Options;

namespace DivideMetrics.Sources.WorldBank;

/// <summary>
/// World Bank API v2, JSON. Fetched are <c>page-001.json</c>, <c>page-002.json</c> … of every call in order, and a file
/// <c>refused-SERIES.json</c> for each series that the provider says it does not have.
/// </summary>
internal sealed class WorldBankApiSource(PoliteClient client, IOptions<SourcesOptions> options, TimeProvider time) : ISource, IReleaseDate
{
    private const string RefusedPrefix = "refused-";

    public async Task<FetchResult> FetchAsync(SourceDefinition source, IRawStore store, CancellationToken cancellationToken)
    {
        var fetch = new WorldBankFetch(client, QueryOf(source), options.Value.MaxPages, store);
        foreach (var batch in WorldBankQuery.Batches(source.Series.Select(series => series.Code)))
        {
            await fetch.BringAsync(batch, cancellationToken);
        }

        return fetch.Result(source);
    }

    /// <summary>The latest <c>lastupdated</c> of the pages.</summary>
    public DateOnly? ReleasedOf(IReadOnlyList<RawFile> files) => files.Select(UpdatedOf).Max();

    public IEnumerable<Observation> Parse(ParseRequest request)
    {
        var intake = new Intake(request);
        var reading = new WorldBankReading(request, intake);
        var sequence = new PageSequence(options.Value.MaxPages);
        foreach (var file in request.Files)
        {
            using var page = WorldBankPage.Open(file);
            if (page.IsError)
            {
                ReportRefused(file, page, intake);
                continue;
            }

            foreach (var observation in reading.Read(page, file.Name))
            {
                yield return observation;
            }

            sequence.Add(page.Header, page.RowsRead, file.Name);
            sequence = sequence.IsComplete ? new PageSequence(options.Value.MaxPages) : sequence;
        }

        CheckEnded(request, sequence);
        intake.ReportAbsent();
    }

    /// <summary>Name of the file that keeps the provider's word about a series it does not have.</summary>
    internal static string RefusedName(string series) => $"{RefusedPrefix}{series}.json";

    private static DateOnly? UpdatedOf(RawFile file)
    {
        using var page = WorldBankPage.Open(file);
        return NumberText.DayOrNull(page.Header.LastUpdated);
    }

    private static void CheckEnded(ParseRequest request, PageSequence sequence)
    {
        if (sequence.Page > 0)
        {
            throw new SourceException(
                $"Source {request.Source.Id}: the last file is not the last page. The vintage is incomplete; fetch it anew.");
        }
    }

    private static void ReportRefused(RawFile file, WorldBankPage page, Intake intake)
    {
        if (!page.SaysUnknownSeries || !file.Name.StartsWith(RefusedPrefix, StringComparison.Ordinal))
        {
            throw WorldBankFetch.Failure(file, page);
        }

        var series = Path.GetFileNameWithoutExtension(file.Name)[RefusedPrefix.Length..];
        intake.Declares(series);
        intake.Report(
            "unknown-series",
            Severity.Error,
            $"The provider does not have this series ({page.Messages}). Take it out of the source or find its new code.",
            new SourceRow(series, null, "", 0, null) { Place = new(file.Name) });
    }

    private WorldBankQuery QueryOf(SourceDefinition source)
    {
        var reader = new OptionReader(source, ["source", "from"]);
        var from = reader.Find("from") ?? "2000";
        return NumberText.TryYear(from, out var first)
            ? new WorldBankQuery(source.Location, reader.Find("source") ?? "2", first, time.GetUtcNow().Year)
            : throw reader.Wrong("from", "a year of four digits");
    }
}
