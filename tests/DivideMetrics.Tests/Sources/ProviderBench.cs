using System.IO.Compression;
using System.Text;
using DivideMetrics.Observations;
using DivideMetrics.Quality;
using DivideMetrics.Sources;
using DivideMetrics.Tests.Seeds;

namespace DivideMetrics.Tests.Sources;

/// <summary>Sources as the seeds declare them, with the seeds' areas, over hand-written or real files.</summary>
internal sealed class ProviderBench : IDisposable
{
    private readonly Workbench _bench = new(options => options.MaxUnzippedBytes = 256 << 20);

    public FindingSink Findings { get; private set; } = new();

    /// <summary>The last table that was read.</summary>
    public ObservationTable Table { get; private set; } = ObservationTable.Empty(new());

    public static SourceDefinition Declared(string id) => SeedFiles.Catalog.FindSource(id)!;

    /// <summary>A declared source with only the series that a test is about.</summary>
    public static SourceDefinition Only(string id, params string[] series) =>
        Declared(id) with { Series = Declared(id).Series.Where(item => series.Contains(item.Code)).ToList() };

    public RawFile Text(string name, string text) => _bench.RawText(name, text);

    public RawFile Bytes(string name, byte[] bytes) => _bench.RawBytes(name, bytes);

    public RawFile Zip(string name, params (string Path, string Text)[] entries) => Bytes(name, ZipOf(entries));

    public static byte[] ZipOf(params (string Path, string Text)[] entries)
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (path, text) in entries)
            {
                using var entry = zip.CreateEntry(path).Open();
                entry.Write(Encoding.UTF8.GetBytes(text));
            }
        }

        return bytes.ToArray();
    }

    /// <summary>Reads the files; what collects observations adds its findings.</summary>
    public List<Observation> Parse(SourceDefinition source, params IReadOnlyList<RawFile> files) =>
        Parse(source, new ObservationKeys(), files);

    public List<Observation> Parse(SourceDefinition source, ObservationKeys keys, params IReadOnlyList<RawFile> files)
    {
        Findings = new FindingSink();
        var rows = _bench.Registry.For(source).Parse(new ParseRequest(source, files, SeedFiles.Catalog.Areas, Findings));
        Table = ObservationCollection.Collect(rows, keys, files, Findings);
        return Table.Rows().ToList();
    }

    public SourceException Refusal(SourceDefinition source, params RawFile[] files) =>
        Assert.Throws<SourceException>(() => Parse(source, files));

    /// <summary>The rows of a file in its order: code, sex, age, urbanisation, breakdown, area, year, value, status.</summary>
    public List<string> Lines(SourceDefinition source, RawFile file) =>
        Parse(source, file).OrderBy(row => row.Place.Row).Select(Line).ToList();

    public Task<FetchResult> FetchAsync(SourceDefinition source) => _bench.FetchAsync(source);

    /// <summary>Codes of the findings with how often they were seen, without those about series that did not come.</summary>
    public string Counts() => string.Join(
        ", ",
        Findings.Counts.Where(pair => pair.Key != "missing-series").OrderBy(pair => pair.Key, StringComparer.Ordinal)
            .Select(pair => $"{pair.Key} {pair.Value}"));

    public void Dispose() => _bench.Dispose();

    private static string Line(Observation row)
    {
        var (code, sex, age, urbanisation, breakdown) = row.Series;
        return FormattableString.Invariant(
            $"{code} {sex.Code()} {age} {urbanisation} {breakdown} {row.Area} {row.Year} {row.Value} {row.Status}");
    }
}
