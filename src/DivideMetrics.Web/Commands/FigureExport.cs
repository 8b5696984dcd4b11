using System.Text.Json;
using DivideMetrics.Indicators;
using DivideMetrics.Observations;
using DivideMetrics.Seeds;
using DivideMetrics.Storage.Figures;
using DivideMetrics.Storage.Observations;
using DivideMetrics.Web.Api;
using DivideMetrics.Web.Hosting;

namespace DivideMetrics.Web.Commands;

/// <summary>Writes the figures of one computation as files.</summary>
internal sealed class FigureExport
{
    private static readonly JsonSerializerOptions Json = JsonOptions();

    private readonly CommandHost _host;
    private readonly string _folder;
    private readonly Computation _computation;
    private readonly Dictionary<long, Vintage> _vintages;

    private FigureExport(CommandHost host, string folder, Computation computation, IEnumerable<Vintage> vintages) =>
        (_host, _folder, _computation, _vintages) = (host, folder, computation, vintages.ToDictionary(vintage => vintage.Id));

    /// <summary>Opens the newest computation and the folder.</summary>
    /// <exception cref="StartException">Nothing is published.</exception>
    public static async Task<FigureExport> OpenAsync(CommandHost host, string folder, CancellationToken cancellationToken)
    {
        var computation = await host.Get<ComputationQueries>().LatestAsync(null, cancellationToken)
            ?? throw new StartException("Nothing is published yet: there are no figures to export. Run 'ingest' or 'compute' first.");
        Directory.CreateDirectory(folder);
        return new(host, folder, computation, await host.Get<VintageQueries>().ListAsync(null, cancellationToken));
    }

    /// <summary>Writes an indicator's figures and metadata.</summary>
    /// <returns>What was written, in one line.</returns>
    public async Task<string> WriteAsync(Indicator indicator, string format, CancellationToken cancellationToken)
    {
        var all = await _host.Get<ComputationQueries>().FiguresOfIndicatorAsync(_computation.Id, indicator.Id, cancellationToken);
        var free = all.Where(figure => MayLeave(figure.Source)).ToList();
        var lines = free.ConvertAll(figure => new FigureLine(figure, indicator, _vintages[figure.Vintage]));
        var leftOut = all.Where(figure => !MayLeave(figure.Source)).CountBy(figure => figure.Source)
            .OrderBy(pair => pair.Key, StringComparer.Ordinal).ToList();
        await WriteFiguresAsync(indicator, lines, format, cancellationToken);
        await WriteJsonAsync(
            $"{indicator.Id}.metadata.json", MetadataOf(indicator, free, leftOut.ConvertAll(pair => pair.Key)), cancellationToken);
        var without = string.Join(
            ", ", leftOut.Select(pair => FormattableString.Invariant($"{pair.Value} of {pair.Key} ({LicenceOf(pair.Key)})")));
        return FormattableString.Invariant(
            $"{indicator.Id}: {free.Count} figures{(without.Length > 0 ? $"; left out by licence: {without}" : "")}");
    }

    /// <summary>A source that is declared no longer has no licence to rely on.</summary>
    private bool MayLeave(string source) => _host.Get<Catalog>().FindSource(source)?.Licence.Bulk ?? false;

    private string LicenceOf(string source) => _host.Get<Catalog>().FindSource(source)?.Licence.Title ?? "no longer declared";

    private async Task WriteFiguresAsync(Indicator indicator, List<FigureLine> lines, string format, CancellationToken cancellationToken)
    {
        var columns = FigureCsv.ColumnsOf(indicator);
        if (format == "csv")
        {
            await using var file = File.Create(Path.Combine(_folder, $"{indicator.Id}.csv"));
            await CsvRows.WriteAsync(columns, lines, file, cancellationToken);
            return;
        }

        await WriteJsonAsync($"{indicator.Id}.json", lines.Select(line => new ExportedFigure(line, indicator)), cancellationToken);
    }

    private ExportMetadata MetadataOf(Indicator indicator, IEnumerable<Figure> figures, IReadOnlyList<string> leftOut)
    {
        var used = figures.Select(figure => figure.Vintage).Distinct().Select(vintage => _vintages[vintage])
            .ToLookup(vintage => vintage.Source);
        var origins = used.Select(vintages => OriginRow.Of(_host.Get<Catalog>().FindSource(vintages.Key), vintages.ToList())).ToList();
        return new(IndicatorRow.Of(indicator, _host.Get<Catalog>()), _computation.Id, _computation.PublishedAt, _computation.MethodVersion)
        {
            Columns = IndicatorMetadata.ColumnsOf(indicator), Origins = origins, LeftOut = leftOut,
        };
    }

    private async Task WriteJsonAsync<T>(string name, T content, CancellationToken cancellationToken)
    {
        await using var file = File.Create(Path.Combine(_folder, name));
        await JsonSerializer.SerializeAsync(file, content, Json, cancellationToken);
    }

    private static JsonSerializerOptions JsonOptions()
    {
        var options = new JsonSerializerOptions { WriteIndented = true };
        ApiJson.Configure(options);
        return options;
    }
}

/// <summary>A figure of an export in JSON; names as in the API.</summary>
internal sealed record ExportedFigure(
    string RefArea, string? Sex, int TimePeriod, double? ObsValue, string ObsStatus, string UnitMeasure, string Source, DateOnly Vintage)
{
    public ExportedFigure(FigureLine line, Indicator indicator)
        : this(
            line.Figure.Area, indicator.BySex ? line.Figure.Sex.Code() : null, line.Figure.Year, line.Figure.Value,
            line.Figure.Status.ToString(),
            indicator.Unit, line.Figure.Source, line.Vintage.Date)
    {
    }
}

/// <summary>What stands beside exported figures.</summary>
/// <param name="Indicator">The indicator's declaration.</param>
/// <param name="Computation">Id of the published state.</param>
/// <param name="PublishedAt">When readers saw it first.</param>
/// <param name="MethodVersion">Version of the methods.</param>
internal sealed record ExportMetadata(IndicatorRow Indicator, long Computation, DateTimeOffset PublishedAt, string MethodVersion)
{
    /// <summary>What each column means.</summary>
    public required IReadOnlyDictionary<string, string> Columns { get; init; }

    /// <summary>Where the figures come from.</summary>
    public required IReadOnlyList<OriginRow> Origins { get; init; }

    /// <summary>Sources whose licence keeps their figures out of bulk exports.</summary>
    public required IReadOnlyList<string> LeftOut { get; init; }
}
