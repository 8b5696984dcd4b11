using DivideMetrics.Observations;
using DivideMetrics.Quality;
using DivideMetrics.Sources.Files;
using DivideMetrics.Sources.Http;
using DivideMetrics.Sources.Reading;
using Microsoft.Extensions.Options;

namespace DivideMetrics.Sources.WorldBank;

/// <summary>
/// World Bank bulk CSV: a zip for each series, or, when the location itself ends in <c>.zip</c>, the one archive there
/// (<c>WDI_CSV.zip</c>). A location that is no web address is a path below <c>data/</c>. The zip is kept as it came.
/// </summary>
internal sealed class WorldBankBulkSource(PoliteClient client, SourceFiles files, IOptions<SourcesOptions> options) : ISource
{
    public async Task<FetchResult> FetchAsync(SourceDefinition source, IRawStore store, CancellationToken cancellationToken)
    {
        _ = new OptionReader(source, []);
        var brought = new List<RawFile>();
        if (Uri.TryCreate(source.Location, UriKind.Absolute, out var location) && location.Scheme is "http" or "https")
        {
            foreach (var download in Downloads(source, location))
            {
                brought.Add(await client.DownloadAsync(download, store, cancellationToken));
            }
        }
        else
        {
            brought.AddRange(await files.BringAsync(source, [source.Location], store, cancellationToken));
        }

        return new FetchResult(brought, brought.Max(Updated) ?? source.Released);
    }

    public IEnumerable<Observation> Parse(ParseRequest request)
    {
        var intake = new Intake(request);
        var areas = new WorldBankAreas(request.Areas);
        foreach (var file in request.Files)
        {
            using var archive = BulkArchive.Open(file, options.Value.MaxUnzippedBytes);
            var undeclared = new SortedSet<string>(StringComparer.Ordinal);
            foreach (var row in archive.Tables().SelectMany(table => Rows(table, areas, intake, undeclared)))
            {
                if (intake.Take(row) is { } observation)
                {
                    yield return observation;
                }
            }

            ReportUndeclared(request, file, undeclared);
        }

        intake.ReportAbsent();
    }

    private static IEnumerable<Download> Downloads(SourceDefinition source, Uri location) =>
        location.AbsolutePath.EndsWith(".zip", StringComparison.OrdinalIgnoreCase)
            ? [new Download(location, Path.GetFileName(location.AbsolutePath), ExpectedContent.Zip)]
            : source.Series.Select(series => new Download(
                new Uri($"{source.Location.TrimEnd('/')}/{Uri.EscapeDataString(series.Code)}?downloadformat=csv"),
                $"{series.Code}.zip",
                ExpectedContent.Zip));

    private static void ReportUndeclared(ParseRequest request, RawFile file, SortedSet<string> undeclared)
    {
        if (undeclared.Count > 0)
        {
            request.Findings.Add(new Finding(
                "unknown-series",
                Severity.Info,
                $"{undeclared.Count} series of the file are not declared by the source and are left out: " +
                $"{string.Join(", ", undeclared.Take(20))}.",
                File: file.Name));
        }
    }

    private DateOnly? Updated(RawFile file)
    {
        using var archive = BulkArchive.Open(file, options.Value.MaxUnzippedBytes);
        return archive.Tables().Select(UpdatedOf).Max();
    }

    private static DateOnly? UpdatedOf((string Name, Stream Content) entry)
    {
        using var text = CsvReader.Text(entry.Content);
        var table = new WideTable(new CsvReader(text, entry.Name), entry.Name);
        table.ReadHeader();
        return table.Updated;
    }

    private static IEnumerable<SourceRow> Rows(
        (string Name, Stream Content) entry, WorldBankAreas areas, Intake intake, SortedSet<string> undeclared)
    {
        using var text = CsvReader.Text(entry.Content);
        var table = new WideTable(new CsvReader(text, entry.Name), entry.Name);
        table.ReadHeader();
        while (table.Read())
        {
            if (!intake.Declares(table.Series))
            {
                undeclared.Add(table.Series);
                continue;
            }

            var row = new SourceRow(table.Series, areas.Find(table.AreaCode, null, table.AreaName), table.AreaCode, 0, null)
            {
                Place = new(entry.Name, table.Line),
            };
            foreach (var cell in Cells(table, row, intake))
            {
                yield return cell;
            }
        }
    }

    private static IEnumerable<SourceRow> Cells(WideTable table, SourceRow row, Intake intake)
    {
        foreach (var (year, text) in table.Cells)
        {
            if (NumberText.TryValue(text, out var value))
            {
                yield return row with { Year = year, Value = value };
            }
            else
            {
                intake.Report("not-a-number", Severity.Error, $"Expected a number or nothing, found '{text}'.", row with { Year = year });
            }
        }
    }
}
