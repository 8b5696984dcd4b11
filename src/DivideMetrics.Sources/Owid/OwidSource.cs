using DivideMetrics.Observations;
using DivideMetrics.Sources.Files;
using DivideMetrics.Sources.Http;
using DivideMetrics.Sources.Reading;

namespace DivideMetrics.Sources.Owid;

/// <summary>
/// Our World in Data: <c>slug.csv</c> and <c>slug.metadata.json</c> of a chart. A series is a chart's slug, or <c>slug/column</c> where a
/// chart has several columns. A renamed chart answers with a redirect, which is followed.
/// </summary>
internal sealed class OwidSource(PoliteClient client) : ISource, IReleaseDate
{
    private const string Metadata = ".metadata.json";
    private const string Query = "?v=1&csvType=full&useColumnShortNames=true";

    public async Task<FetchResult> FetchAsync(SourceDefinition source, IRawStore store, CancellationToken cancellationToken)
    {
        _ = new OptionReader(source, []);
        var fetch = new PartialFetch(source);
        foreach (var slug in source.Series.Select(series => OwidTable.SlugOf(series.Code)).Distinct(StringComparer.Ordinal))
        {
            var address = $"{source.Location.TrimEnd('/')}/{Uri.EscapeDataString(slug)}";
            var table = new Download(new($"{address}.csv{Query}"), slug + ".csv", ExpectedContent.Csv);
            var metadata = new Download(new($"{address}{Metadata}{Query}"), slug + Metadata, ExpectedContent.Json);
            await fetch.TryAsync(slug, async () =>
            [
                await client.DownloadAsync(table, store, cancellationToken), await client.DownloadAsync(metadata, store, cancellationToken),
            ]);
        }

        return fetch.Result();
    }

    public DateOnly? ReleasedOf(IReadOnlyList<RawFile> files) => files.Where(IsMetadata).Select(OwidMetadata.UpdatedOf).Max();

    public IEnumerable<Observation> Parse(ParseRequest request)
    {
        var intake = new Intake(request);
        var areas = new OwidAreas(request);
        foreach (var file in request.Files.Where(file => !IsMetadata(file)))
        {
            using var text = CsvReader.Text(file.OpenRead());
            var table = new OwidTable(new CsvReader(text, file.Name), file.Name, request.Source);
            foreach (var row in table.Rows(areas, intake))
            {
                if (intake.Take(row) is { } observation)
                {
                    yield return observation;
                }
            }
        }

        intake.ReportAbsent();
    }

    private static bool IsMetadata(RawFile file) => file.Name.EndsWith(".json", StringComparison.OrdinalIgnoreCase);
}
