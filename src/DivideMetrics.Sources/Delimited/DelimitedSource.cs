using DivideMetrics.Observations;
using DivideMetrics.Sources.Files;
using DivideMetrics.Sources.Reading;

namespace DivideMetrics.Sources.Delimited;

/// <summary>Plain delimited files, laid out as the source's options say.</summary>
internal sealed class DelimitedSource(SourceFiles files) : ISource
{
    public async Task<FetchResult> FetchAsync(SourceDefinition source, IRawStore store, CancellationToken cancellationToken)
    {
        var paths = DelimitedLayout.Of(source).Files.Select(file => file.Key).ToList();
        return new FetchResult(await files.BringAsync(source, paths, store, cancellationToken), source.Released);
    }

    public IEnumerable<Observation> Parse(ParseRequest request)
    {
        var layout = DelimitedLayout.Of(request.Source);
        var intake = new Intake(request);
        foreach (var file in request.Files)
        {
            using var text = CsvReader.Text(file.OpenRead());
            var rows = new DelimitedFile(layout, file.Name, new CsvReader(text, file.Name, layout.Delimiter), request, intake);
            foreach (var row in rows.Rows())
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
