using DivideMetrics.Observations;
using DivideMetrics.Sources.Files;
using DivideMetrics.Sources.Http;
using DivideMetrics.Sources.Reading;
using Microsoft.Extensions.Options;

namespace DivideMetrics.Sources.Uis;

/// <summary>
/// UNESCO UIS bulk data: zip archives with <c>SDG_DATA_NATIONAL.csv</c> beside tables of labels, countries and regions, which are left
/// alone; or that table alone. A bulk file holds thousands of indicators, so those that the source does not declare are passed over without
/// a word.
/// </summary>
internal sealed class UisSource(ListedFetch fetch, IOptions<SourcesOptions> options) : ISource
{
    private const string NationalTable = "DATA_NATIONAL.CSV";

    public Task<FetchResult> FetchAsync(SourceDefinition source, IRawStore store, CancellationToken cancellationToken)
    {
        _ = new OptionReader(source, ListedFetch.Options);
        return fetch.BringAsync(source, (ExpectedContent.Zip, "", null), store, cancellationToken);
    }

    public IEnumerable<Observation> Parse(ParseRequest request)
    {
        _ = new OptionReader(request.Source, ListedFetch.Options);
        var intake = new Intake(request);
        var reading = new UisReading(request, intake);
        foreach (var file in request.Files)
        {
            using var zip = ZipTables.IsZip(file) ? ZipTables.Open(file, options.Value.MaxUnzippedBytes) : null;
            foreach (var name in zip is null ? [file.Name] : TablesOf(zip, file))
            {
                using var content = zip is null ? file.OpenRead() : zip.Read(name);
                foreach (var observation in reading.Read(content, zip is null ? name : $"{file.Name}/{name}", file.Name))
                {
                    yield return observation;
                }
            }
        }

        intake.ReportAbsent();
    }

    private static List<string> TablesOf(ZipTables zip, RawFile file)
    {
        var names = zip.Names.Where(name => name.EndsWith(NationalTable, StringComparison.OrdinalIgnoreCase)).ToList();
        return names.Count > 0
            ? names
            : throw new SourceException(
                $"{file.Name} ({file.Uri}): expected a table …DATA_NATIONAL.csv in the archive, " +
                $"found {string.Join(", ", zip.Names.Take(20))}.");
    }
}
