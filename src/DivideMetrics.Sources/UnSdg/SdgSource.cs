using System.Globalization;
using DivideMetrics.Observations;
using DivideMetrics.Sources.Files;
using DivideMetrics.Sources.Http;
using DivideMetrics.Sources.Reading;
using Microsoft.Extensions.Options;

namespace DivideMetrics.Sources.UnSdg;

/// <summary>
/// The UN's Global SDG Indicators Database: pages of its API, its CSV export, and the tables of its DDF copies. Which of them a file is,
/// its bytes say. Option <c>totals</c> lists the codes that mean "all" in a dimension, <c>SERIES:CODE</c> for one series only.
/// </summary>
internal sealed class SdgSource(PoliteClient client, TemplatedFetch templated, IOptions<SourcesOptions> options) : ISource
{
    private static readonly string[] Known = ["files", "totals", "page-size"];

    public Task<FetchResult> FetchAsync(SourceDefinition source, IRawStore store, CancellationToken cancellationToken)
    {
        var reader = new OptionReader(source, Known);
        return reader.Find("files") is null
            ? new SdgFetch(client, PageSizeOf(reader), options.Value.MaxPages, store).BringAsync(source, cancellationToken)
            : templated.BringAsync(source, ExpectedContent.Csv, ".csv", store, cancellationToken);
    }

    public IEnumerable<Observation> Parse(ParseRequest request)
    {
        var totals = new OptionReader(request.Source, Known).Pairs("totals").Select(pair => pair.Key);
        var intake = new Intake(request);
        var reading = new SdgReading(request, intake, new SdgDimensions(totals));
        var pages = new SdgPages(options.Value.MaxPages);
        var names = SdgEntities.Of(request.Files);
        foreach (var file in request.Files)
        {
            foreach (var row in Rows(file, names, pages))
            {
                if (reading.Read(row) is { } observation)
                {
                    yield return observation;
                }
            }
        }

        pages.CheckEnded(request.Source.Id);
        reading.ReportLeftOut();
        intake.ReportAbsent();
    }

    private static IEnumerable<SdgRow> Rows(RawFile file, SdgEntities names, SdgPages pages) => SdgKind.Of(file) switch
    {
        SdgFileKind.Page => PageRows(file, pages),
        SdgFileKind.Export => SdgExport.Rows(file),
        SdgFileKind.Datapoints => SdgDatapoints.Rows(file, names),
        _ => [],
    };

    private static IEnumerable<SdgRow> PageRows(RawFile file, SdgPages pages)
    {
        var page = new SdgPage(file);
        foreach (var row in page.Rows())
        {
            yield return row;
        }

        pages.Add(page, file.Name);
    }

    private static int PageSizeOf(OptionReader reader) =>
        reader.Find("page-size") is not { } text ? SdgFetch.UsualPageSize
            : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var size) && size > 0 ? size
            : throw reader.Wrong("page-size", "a whole number above 0");
}
