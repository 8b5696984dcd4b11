using DivideMetrics.Observations;
using DivideMetrics.Sources.Files;
using DivideMetrics.Sources.Http;
using DivideMetrics.Sources.Reading;
using Microsoft.Extensions.Options;

namespace DivideMetrics.Sources.Itu;

/// <summary>
/// ITU DataHub: the CSV exports, bare or zipped as the download address sends them, and the answers of its undocumented JSON API. Which of
/// them a file is, its bytes say.
/// </summary>
internal sealed class ItuSource(ListedFetch fetch, IOptions<SourcesOptions> options) : ISource
{
    private static readonly string[] Known = [.. ListedFetch.Options, "parents"];

    public Task<FetchResult> FetchAsync(SourceDefinition source, IRawStore store, CancellationToken cancellationToken)
    {
        _ = new OptionReader(source, Known);
        return fetch.BringAsync(source, (ExpectedContent.Table, "", SaysUnknown), store, cancellationToken);
    }

    public IEnumerable<Observation> Parse(ParseRequest request)
    {
        var parents = new OptionReader(request.Source, Known).Pairs("parents");
        var intake = new Intake(request);
        var reading = new ItuReading(request, intake, new ItuSeries(request.Source.Series, parents));
        foreach (var file in request.Files)
        {
            using var tables = ItuTables.Open(file, options.Value.MaxUnzippedBytes);
            foreach (var observation in tables.All.SelectMany(reading.Read))
            {
                yield return observation;
            }
        }

        reading.ReportLeftOut();
        intake.ReportAbsent();
    }

    /// <summary>For an id that it does not have the API sends the message of the JavaScript error in it, with status 500.</summary>
    private static bool SaysUnknown(string body) =>
        body.Contains("Cannot read propert", StringComparison.Ordinal)
        || body.Contains("TypeError", StringComparison.Ordinal)
        || body.Contains("is not iterable", StringComparison.Ordinal)
        || body.Contains("is not a function", StringComparison.Ordinal);
}
