using System.Globalization;
using DivideMetrics.Observations;
using DivideMetrics.Revisions;
using DivideMetrics.Sources;
using DivideMetrics.Tests.Seeds;

namespace DivideMetrics.Tests.Sources;

/// <summary>
/// The providers' own files, beside the repository, read as the seeds declare their sources. Skipped where they are not at hand.
/// </summary>
public sealed class ProviderFilesTests(ITestOutputHelper output) : IDisposable
{
    private const string Older = "itu/datahub-2025-03/individuals-using-the-internet_1741283929073.csv";
    private const string Newer = "itu/datahub-2026-05/individuals-using-the-internet.csv";

    private readonly ProviderBench _bench = new();

    public void Dispose() => _bench.Dispose();

    [Theory]
    [InlineData(Older, 4906, "")]
    [InlineData(Newer, 5099, "")]
    [InlineData("itu/datahub-2026-05/individuals-with-ict-skills-by-skill-level.csv", 943, "")]
    [InlineData("itu/datahub-2026-05/individuals-with-ict-skills-safety.csv", 1240, "")]
    [InlineData("itu/datahub-2026-05/mobile-services_1778017040787.csv", 0, "text-valued 7")]
    [InlineData("itu/internet-barriers.csv", 4421, "out-of-bounds 8")]
    public void Itu_export_is_read_in_full(string path, int count, string findings)
    {
        Assert.Equal(count, Read("ITU", path).Count);
        Assert.Equal(findings, _bench.Counts());
    }

    [Fact]
    public void Two_exports_of_itu_differ_as_counted_by_hand()
    {
        var keys = new ObservationKeys();
        _bench.Parse(ProviderBench.Declared("ITU"), keys, Files(Older));
        var old = _bench.Table;
        _bench.Parse(ProviderBench.Declared("ITU"), keys, Files(Newer));

        var counts = VintageDiff.Compare(old, _bench.Table, _ => 0.005).Counts;

        Assert.Equal((4844L, 371L, 3065L, 62L, 255L), (counts.Common, counts.Revised, counts.Precision, counts.Withdrawn, counts.Created));
    }

    [Fact]
    public void Itu_export_keeps_the_dissolved_area_the_tiny_value_and_the_estimates()
    {
        var rows = Read("ITU", Newer);

        Assert.Equal(5, rows.Count(row => row.Area == "YUG"));
        Assert.InRange(rows.Single(row => row is { Area: "MMR", Year: 2001 }).Value!.Value, 2.89e-4, 2.90e-4);
        Assert.Equal(2276, rows.Count(row => row.Status == ObsStatus.E));
    }

    [Fact]
    public void Itu_skills_have_their_dimensions()
    {
        var rows = Read("ITU", "itu/datahub-2026-05/individuals-with-ict-skills-safety.csv");

        Assert.Equal(2, rows.Select(row => row.Series.Code).Distinct().Count());
        Assert.Equal((172, 174), (rows.Count(row => row.Series.Sex == Sex.Male), rows.Count(row => row.Series.Sex == Sex.Female)));
        var ages = rows.Select(row => row.Series.Age).Distinct().Order(StringComparer.Ordinal);
        Assert.Equal(["Y15T24", "Y25T74", "Y_GE75", "Y_LT15", "_T"], ages);
    }

    [Fact]
    public void Itu_answers_of_the_api_are_read()
    {
        Assert.Equal((3, "ABW"), CountAndArea(Read("ITU", "api-samples/itu-datahub/itu-get-indicator-series.json")));
        Assert.Equal((5, "USA"), CountAndArea(Read("ITU", "api-samples/itu-datahub/itu-get-country-series.json")));
        Assert.Empty(Read("ITU", "api-samples/itu-datahub/itu-get-regional-aggregate.json"));
        Assert.Equal("aggregate-left-out 1", _bench.Counts());
    }

    [Theory]
    [InlineData("itu-list-countries.json")]
    [InlineData("itu-list-regions.json")]
    [InlineData("itu-get-indicator-categories.json")]
    [InlineData("itu-get-idi-by-region.json")]
    [InlineData("itu-list-idi-versions.json")]
    [InlineData("itu-proximity-sample.csv")]
    public void Itu_answers_that_hold_no_figures_are_refused(string name) =>
        Assert.Throws<SourceException>(() => Read("ITU", "api-samples/itu-datahub/" + name));

    [Fact]
    public void Sdg_export_is_read_in_full()
    {
        Assert.Equal(7821, Read("UNSD_SDG", "unsd/9.c.1-unsd-export.csv").Count);
        Assert.Equal("", _bench.Counts());
    }

    [Fact]
    public void Sdg_tables_are_read_in_full()
    {
        var rows = ReadFolder("UNSD_SDG", "unsd/sdg");

        Assert.Equal(77161, rows.Count);
        Assert.Equal("aggregate-left-out 37, out-of-bounds 2", _bench.Counts());
        Assert.Equal(14, rows.Select(row => row.Series.Code).Distinct().Count());
    }

    [Fact]
    public void Sdg_copies_agree_with_the_starter_figures()
    {
        var starter = StarterStatuses();
        var rows = Read("UNSD_SDG", "unsd/sdg/ddf--datapoints--it_use_ii99--by--age--geo_area--nature--sex--units--year.csv");
        var both = rows.Where(row => starter.ContainsKey((row.Area, row.Series.Sex.Code(), row.Year))).ToList();

        Assert.InRange(both.Count, 6800, 6842);
        Assert.All(both, row => Assert.Equal(starter[(row.Area, row.Series.Sex.Code(), row.Year)], row.Status));
    }

    [Fact]
    public void Egovernment_tables_of_all_surveys_are_read_in_full()
    {
        var rows = ReadFolder("UNEGOV_SURVEY", "un-egov");

        Assert.Equal((12 * 193 * 5) - 2, rows.Count);
        Assert.Equal("out-of-bounds 2", _bench.Counts());
        Assert.Equal(73, rows.Count(row => row.Series.Code == "EGDI" && row.Value is null));
        Assert.All(rows.Where(row => row.Value is null), row => Assert.True(row.Year <= 2012));
    }

    private static (int Count, string Area) CountAndArea(List<Observation> rows) =>
        (rows.Count(row => row.Series == new SeriesKey("i99H")), rows.Select(row => row.Area).Distinct().Single());

    private static Dictionary<(string Area, string Sex, int Year), ObsStatus> StarterStatuses() =>
        File.ReadLines(Path.Combine(SeedFiles.Root, "data", "starter", "UNSD_17.8.1.csv")).Skip(1).Select(line => line.Split(','))
            .ToDictionary(
                cells => (cells[0], cells[1], int.Parse(cells[2], CultureInfo.InvariantCulture)), cells => Enum.Parse<ObsStatus>(cells[4]));

    private static List<RawFile> Files(string path) => [Workbench.Raw(Workbench.Shared(path))];

    private List<Observation> ReadFolder(string source, string folder)
    {
        var files = Directory.GetFiles(Workbench.Shared(folder)).Order(StringComparer.Ordinal).Select(file => Workbench.Raw(file)).ToList();
        var rows = _bench.Parse(ProviderBench.Declared(source), files);
        Tell(source, rows.Count);
        return rows;
    }

    private List<Observation> Read(string source, string path)
    {
        var rows = _bench.Parse(ProviderBench.Declared(source), Files(path));
        Tell(path, rows.Count);
        return rows;
    }

    private void Tell(string what, int count) => output.WriteLine($"{what}: {count} observations; {_bench.Counts()}");
}
