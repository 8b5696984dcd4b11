using DivideMetrics.Observations;
using DivideMetrics.Sources.Files;
using DivideMetrics.Sources.Reading;

namespace DivideMetrics.Sources.Delimited;

/// <summary>Plain delimited files, laid out as the source's options say.</summary>
internal sealed class DelimitedSource(SourceFiles files) : ISource
{
    public async Task<FetchResult> FetchAsync(SourceDefinition source, IRawStore store, CancellationToken cancellationToken) =>
        new(await files.BringAsync(source, DelimitedLayout.Of(source).Files.Paths, store, cancellationToken), source.Released);

    public IEnumerable<Observation> Parse(ParseRequest request)
    {
        var layout = DelimitedLayout.Of(request.Source);
        var intake = new Intake(request);
        foreach (var file in request.Files)
        {
            using var text = CsvReader.Text(file.OpenRead());
            var table = new DelimitedText(new CsvReader(text, file.Name, layout.Delimiter), layout);
            var rows = new DelimitedFile(layout.Table, file.Name, table, request, intake) { Series = layout.Files.SeriesOf(file.Name) };
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
