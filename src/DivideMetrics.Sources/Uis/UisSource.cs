using DivideMetrics.Observations;
using DivideMetrics.Sources.Files;
using DivideMetrics.Sources.Http;
using DivideMetrics.Sources.Reading;

namespace DivideMetrics.Sources.Uis;

/// <summary>
/// UNESCO UIS bulk data: tables <c>…DATA_NATIONAL.csv</c>, in zip archives that hold tables of labels, countries and regions beside. A bulk file holds thousands of indicators, so those that the source does not declare are passed over without
/// a word.
/// </summary>
internal sealed class UisSource(ListedFetch fetch) : ISource
{
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
        foreach (var observation in request.Files.SelectMany(reading.Read))
        {
            yield return observation;
        }

        intake.ReportAbsent();
    }
}
