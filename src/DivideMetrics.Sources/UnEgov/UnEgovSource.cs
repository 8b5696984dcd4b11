using DivideMetrics.Observations;
using DivideMetrics.Sources.Files;
using DivideMetrics.Sources.Http;
using DivideMetrics.Sources.Reading;

namespace DivideMetrics.Sources.UnEgov;

/// <summary>
/// The UN E-Government Survey: one CSV table a survey, two generations of headers, names without codes. All surveys are one vintage.
/// </summary>
internal sealed class UnEgovSource(ListedFetch fetch) : ISource
{
    public Task<FetchResult> FetchAsync(SourceDefinition source, IRawStore store, CancellationToken cancellationToken)
    {
        _ = new OptionReader(source, ListedFetch.Options);
        return fetch.BringAsync(source, (ExpectedContent.Csv, "", null), store, cancellationToken);
    }

    public IEnumerable<Observation> Parse(ParseRequest request)
    {
        _ = new OptionReader(request.Source, ListedFetch.Options);
        var intake = new Intake(request);
        foreach (var file in request.Files)
        {
            using var text = CsvReader.StrictText(file.OpenRead());
            var csv = new CsvTable(text, file.Name);
            var reading = new UnEgovReading(request, intake, UnEgovColumns.Of(csv, file.Name));
            foreach (var row in reading.Rows(csv, file.Name))
            {
                if (intake.Take(row) is { } observation)
                {
                    yield return observation;
                }
            }
        }

        intake.ReportAbsent();
    }
}
