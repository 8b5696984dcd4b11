using DivideMetrics.Observations;
using DivideMetrics.Sources.Delimited;
using DivideMetrics.Sources.Files;
using DivideMetrics.Sources.Reading;
using Microsoft.Extensions.Options;

namespace DivideMetrics.Sources.Sheets;

/// <summary>A table in an XLSX workbook, laid out as the source's options say.</summary>
internal sealed class SheetSource(SourceFiles files, IOptions<SourcesOptions> options) : ISource
{
    public async Task<FetchResult> FetchAsync(SourceDefinition source, IRawStore store, CancellationToken cancellationToken) =>
        new(await files.BringAsync(source, SheetLayout.Of(source).Files.Paths, store, cancellationToken), source.Released);

    public IEnumerable<Observation> Parse(ParseRequest request)
    {
        var layout = SheetLayout.Of(request.Source);
        var intake = new Intake(request);
        foreach (var file in request.Files)
        {
            using var workbook = Workbook.Open(file, options.Value);
            var table = new SheetTable(workbook, layout);
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
