using System.IO.Compression;
using DivideMetrics.Quality;
using DivideMetrics.Sources;

namespace DivideMetrics.Tests.Sources;

public sealed class CubeSpecimenTests : IDisposable
{
    private readonly Workbench _bench = new();

    public void Dispose() => _bench.Dispose();

    [Theory]
    [InlineData("sdmx-csv", "cube-sdmx-1.csv")]
    [InlineData("sdmx-csv", "cube-sdmx-2.csv", "decimal: ,")]
    [InlineData("sdmx-csv", "cube-data360.csv", "where: UNIT_MEASURE=PT")]
    [InlineData("sdmx-ml", "cube-generic.xml")]
    [InlineData("sdmx-ml", "cube-structure.xml")]
    [InlineData("sdmx-ml", "cube-structure-flat.xml")]
    [InlineData("sdmx-json", "cube-sdmx-1.json")]
    [InlineData("sdmx-json", "cube-sdmx-2.json")]
    [InlineData("json-stat", "cube-json-stat.json")]
    [InlineData("json-stat", "cube-json-stat-list.json")]
    [InlineData("eurostat-tsv", "cube-eurostat.tsv")]
    public void Every_format_says_the_same(string adapter, string file, params string[] options)
    {
        var taken = _bench.Parse(CubeBench.Cube(adapter, options), Workbench.Raw(Workbench.Specimen(file)));

        Assert.Equal(CubeBench.SpecimenRows, CubeBench.Sorted(taken));
        Assert.All(_bench.Findings.Kept, finding => Assert.Equal(Severity.Info, finding.Severity));
        Assert.All(taken, observation => Assert.True(observation.Place is { File: 0, Row: > 0 }));
    }

    [Fact]
    public void Data360_pages_say_the_same()
    {
        var pages = new[] { 1, 2 }.Select(page => Workbench.Raw(Workbench.Specimen($"data360-page-{page}.json"))).ToList();

        Assert.Equal(CubeBench.SpecimenRows, CubeBench.Sorted(_bench.Parse(CubeBench.Cube("data360", "attributes: UNIT_MEASURE"), pages)));
        Assert.Empty(_bench.Findings.Kept);
    }

    [Fact]
    public void Csv_rows_have_their_line()
    {
        var taken = _bench.Parse(CubeBench.Cube("sdmx-csv", "where: UNIT_MEASURE=PT"), Workbench.Raw(Workbench.Specimen("cube-data360.csv")));

        Assert.Equal([2, 3, 4, 5, 7], taken.Select(observation => observation.Place.Row));
    }

    [Fact]
    public void Deletions_are_passed_over_with_a_finding()
    {
        _bench.Parse(CubeBench.Cube("sdmx-csv", "decimal: ,"), Workbench.Raw(Workbench.Specimen("cube-sdmx-2.csv")));

        Assert.Equal(["deletion 1"], _bench.Findings.Codes());
    }

    [Fact]
    public void Gzip_is_unpacked()
    {
        var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest, leaveOpen: true))
        {
            gzip.Write(File.ReadAllBytes(Workbench.Specimen("cube-eurostat.tsv")));
        }

        var file = _bench.RawBytes("x.tsv.gz", packed.ToArray());
        Assert.Equal(CubeBench.SpecimenRows, CubeBench.Sorted(_bench.Parse(CubeBench.Cube("eurostat-tsv"), file)));
        Assert.Throws<SourceException>(() => _bench.Parse(CubeBench.Cube("eurostat-tsv"), _bench.RawBytes("y.gz", packed.ToArray()[..^20])));
    }

    [Fact]
    public void Gzip_that_unfolds_beyond_measure_is_refused()
    {
        using var small = new Workbench(options => options.MaxUnzippedBytes = 50);
        var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest, leaveOpen: true))
        {
            gzip.Write(File.ReadAllBytes(Workbench.Specimen("cube-eurostat.tsv")));
        }

        var failure = Assert.Throws<SourceException>(() => small.Parse(CubeBench.Cube("eurostat-tsv"), small.RawBytes("x.gz", packed.ToArray())));

        Assert.Contains("unfolds beyond measure: more than 50 bytes", failure.Message);
    }
}
