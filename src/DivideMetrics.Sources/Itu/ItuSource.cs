using DivideMetrics.Observations;
using DivideMetrics.Sources.Files;
using DivideMetrics.Sources.Http;
using DivideMetrics.Sources.Reading;

namespace DivideMetrics.Sources.Itu;

/// <summary>
/// ITU DataHub: the CSV exports, and the answers of its undocumented JSON API. Which of
/// them a file is, its bytes say.
/// </summary>
internal sealed class ItuSource(ListedFetch fetch) : ISource
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
        foreach (var observation in request.Files.SelectMany(file => reading.Read(new(file))))
        {
            yield return observation;
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
