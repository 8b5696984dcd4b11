using DivideMetrics.Sources;
using DivideMetrics.Storage.Tests.Faults.Doubles;
using Microsoft.AspNetCore.Http;

namespace DivideMetrics.Storage.Tests.Faults;

/// <summary>What a provider sends for one request.</summary>
/// <param name="Body">The bytes.</param>
/// <param name="MediaType">How it calls them.</param>
public sealed record Sent(byte[] Body, string MediaType);

/// <summary>
/// Stands for a provider: writes an edition in the provider's own wire format and answers requests with it. One class for each adapter that
/// asks over the network, and one line in <see cref="All"/>.
/// </summary>
public abstract class ProviderDouble
{
    /// <summary>Every adapter of the product that asks over the network.</summary>
    public static IReadOnlyList<ProviderDouble> All { get; } =
    [
        new WorldBankApiDouble(),
        new WorldBankBulkDouble(),
        new DelimitedDouble(),
        new Data360Double(),
        new EurostatTsvDouble(),
        new ItuDouble(),
        new JsonStatDouble(),
        new SdgDouble(),
        new SdmxCsvDouble(),
        new SdmxJsonDouble(),
        new SdmxMlDouble(),
        new UisDouble(),
        new UnEgovDouble(),
        new WorldBankFilesDouble(),
        new SheetDouble(),
        new OwidDouble(),
        new DigitalDecadeDouble(),
        new DbnomicsDouble(),
    ];

    /// <summary>Key of the adapter.</summary>
    public abstract string Adapter { get; }

    /// <summary>True when the provider sends zip archives.</summary>
    public virtual bool SendsZip => false;

    /// <summary>How many of the edition's series the provider has.</summary>
    public virtual int SeriesCount => Edition.SeriesCount;

    /// <summary>Id of the source.</summary>
    public string SourceId => "DOUBLE_" + Adapter.ToUpperInvariant().Replace('-', '_');

    /// <summary>The adapter's options.</summary>
    protected virtual IReadOnlyDictionary<string, string> Options => new Dictionary<string, string>();

    /// <summary>The provider's code of a series.</summary>
    public virtual string CodeOf(int series) => $"FX.{series}";

    /// <summary>What is sent for a request; null for 404.</summary>
    public abstract Sent? Answer(Edition edition, HttpRequest request);

    /// <summary>What a fault ends as with this provider, where that differs from the fault's own word; null where it does not.</summary>
    public virtual Ending? EndingOf(string fault) => null;

    /// <summary>Where the source is, from the server's address.</summary>
    protected virtual string LocationOf(string address) => address;

    /// <summary>The source: the first three series are percentages, the others have no bounds.</summary>
    public SourceDefinition Source(string address) => new()
    {
        Id = SourceId,
        Title = Adapter,
        Provider = "Test",
        Adapter = Adapter,
        Location = LocationOf(address),
        Licence = new("CC0-1.0", "Public domain", null, true),
        Citation = "Test.",
        Series = Enumerable.Range(0, SeriesCount)
            .Select(series => new SourceSeries(
                CodeOf(series), $"Series {series}", series < 3 ? "PT" : "PER_100_POP", 0, series < 3 ? 100 : null))
            .ToList(),
        Options = Options,
    };

    protected static Sent Text(string text, string mediaType) => new(System.Text.Encoding.UTF8.GetBytes(text), mediaType);

    /// <summary>A text as a field of CSV.</summary>
    protected static string Field(string text) =>
        text.AsSpan().IndexOfAny(",\"\n") < 0 ? text : $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    protected static Sent Csv(IEnumerable<IEnumerable<string>> records, string mediaType = "text/csv") =>
        Text(string.Concat(records.Select(record => string.Join(',', record.Select(Field)) + "\n")), mediaType);

    /// <summary>A zip archive of one file.</summary>
    protected static Sent Zip(string name, byte[] content)
    {
        var bytes = new MemoryStream();
        using (var zip = new System.IO.Compression.ZipArchive(bytes, System.IO.Compression.ZipArchiveMode.Create, leaveOpen: true))
        {
            using var entry = zip.CreateEntry(name).Open();
            entry.Write(content);
        }

        return new(bytes.ToArray(), "application/zip");
    }

    /// <summary>A value in JSON: a number as such, anything else as a text.</summary>
    protected static object Json(Cell cell) => cell.Value is { } value ? value : cell.Text;
}
