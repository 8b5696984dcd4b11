using DivideMetrics.Web.Hosting;

namespace DivideMetrics.Web.Tests.Commands;

/// <summary>The commands in the order in which an operator calls them; each call is a process of its own.</summary>
public sealed class CommandTests(CommandBench bench) : IClassFixture<CommandBench>
{
    private const int Failed = ExitCode.NotStarted;

    [Fact]
    public async Task Bundle_that_was_written_is_imported_computed_exported_and_found_well()
    {
        await CallAsync(ExitCode.Done, "TEST: 1 file, 64 bytes", "bundle", "--source", "TEST", "--out", "out.zip");
        var first = await CallAsync(
            ExitCode.Done, "TEST: published; 1 file, 4 rows read, 4 observations; 4 created, 0 revised", "ingest", "--bundle", "out.zip");
        Assert.Contains("computation 1: published", first, StringComparison.Ordinal);
        Assert.Contains(
            "TEST: unchanged; 1 file, findings: none",
            await CallAsync(ExitCode.Done, "computation 1: unchanged", "ingest", "--bundle", "out.zip"), StringComparison.Ordinal);
        await CallAsync(ExitCode.Done, "computation 1: unchanged", "compute");
        await CallAsync(ExitCode.Done, "TEST: 1 file", "bundle", "--source", "TEST", "--from-snapshots", "--out", "again");
        Assert.Equal(await ManifestAsync("again"), await ManifestOfZipAsync("out.zip"));

        var dry = bench.Write("next.csv", CommandBench.Table((2019, "10"), (2020, "25"), (2021, "30.001"), (2022, "40"), (2023, "50")));
        await CallAsync(
            ExitCode.Done,
            "TEST: dry run, would be published; 1 file, 5 rows read, 5 observations; "
            + "1 created, 1 revised, 1 precision, 0 status, 0 withdrawn",
            "ingest", "--source", "TEST", "--file", dry, "--dry-run");
        var shrunk = bench.Write("shrunk.csv", CommandBench.Table((2019, "10"), (2020, "abc")));
        var options = new[] { "files=x", "series=S", "area=area", "period=year", "value=value", "strict=false" }.SelectMany(
            option => new[] { "--option", option });
        await CallAsync(
            ExitCode.Held, "TEST: held in quarantine; 1 file, 2 rows read, 1 observations",
            ["ingest", "--source", "TEST", "--file", shrunk, .. options]);
        await CallAsync(Failed, "Expected a number", "ingest", "--source", "TEST", "--file", shrunk);

        await ExportAsync();
        await DoctorAsync();
    }

    [Theory]
    [InlineData("--source: expected one of", "ingest", "--source", "NONE")]
    [InlineData("'--out' is required", "bundle")]
    public async Task Bad_usage_is_told_and_does_nothing(string told, params string[] arguments)
    {
        var answer = await bench.RunAsync(arguments);

        Assert.True(answer.ExitCode == ExitCode.Usage && answer.Error.Contains(told, StringComparison.Ordinal), answer.ToString());
        Assert.Contains("--help", answer.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_files_are_compared_without_a_database()
    {
        var old = bench.Write("old.csv", CommandBench.Table((2019, "10"), (2020, "20"), (2021, "30"), (2022, "40")));
        var now = bench.Write("now.csv", CommandBench.Table((2019, "10"), (2020, "25"), (2021, "30.001"), (2023, "50")));

        var text = await CallAsync(ExitCode.Done, "Common points                3", "diff", "--source", "TEST", old, now);
        Assert.Contains("UPDATE value      S IND 2020: 20 (A) -> 25 (A), +5", text, StringComparison.Ordinal);
        var csv = await CallAsync(ExitCode.Done, "KIND,SERIES,REF_AREA", "diff", "--source", "TEST", old, now, "--format", "csv");
        Assert.Equal(4, csv.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length - 1);
        await CallAsync(ExitCode.Done, "", "diff", "--source", "TEST", old, now, "--format", "xlsx", "--out", "changes.xlsx");
        Assert.Equal(
            "PK", (await File.ReadAllTextAsync(Path.Combine(bench.Folder, "changes.xlsx"), TestContext.Current.CancellationToken))[..2]);
        await CallAsync(Failed, "Expected a file, or a folder with files", "diff", "--source", "TEST", old, "none.csv");
    }

    [Fact]
    public async Task Two_exports_of_a_provider_compare_as_was_counted()
    {
        var folder = Path.GetFullPath(Path.Combine(CommandBench.Root, "..", "shared", "data", "itu"));
        Assert.SkipUnless(Directory.Exists(folder), "The provider's files ../shared/data/itu are not on this machine.");
        Assert.SkipUnless(File.Exists(Path.Combine(bench.Folder, "seeds", "sources", "itu.yml")), "The source ITU is not declared.");
        var (old, now) = (
            Path.Combine(folder, "datahub-2025-03"), Path.Combine(folder, "datahub-2026-05", "individuals-using-the-internet.csv"));

        var text = await CallAsync(ExitCode.Done, "Common points", "diff", "--source", "ITU", old, now);

        var counts = text.Split('\n').Take(7).Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[^1]);
        Assert.Equal(["4844", "1385", "371", "3065", "23", "62", "255"], counts);
    }

    private async Task ExportAsync()
    {
        await CallAsync(
            ExitCode.Done, "egdi: 0 figures; left out by licence: 193 of UNEGOV", "export", "--indicator", "egdi", "--indicator",
            "population", "--out", "exported");

        var lines = await File.ReadAllLinesAsync(
            Path.Combine(bench.Folder, "exported", "population.csv"), TestContext.Current.CancellationToken);
        Assert.Equal("REF_AREA,TIME_PERIOD,OBS_VALUE,OBS_STATUS,UNIT_MEASURE,SOURCE,VINTAGE", lines[0]);
        Assert.True(
            lines.Length > 1_000, FormattableString.Invariant($"Expected the starter's population, found {lines.Length} lines."));
        var metadata = await File.ReadAllTextAsync(
            Path.Combine(bench.Folder, "exported", "egdi.metadata.json"), TestContext.Current.CancellationToken);
        Assert.Contains("\"leftOut\": [\n    \"UNEGOV\"", metadata.ReplaceLineEndings("\n"), StringComparison.Ordinal);
    }

    private async Task DoctorAsync()
    {
        await CallAsync(ExitCode.Done, "ok    snapshots: ", "doctor");
        var original = await File.ReadAllTextAsync(Path.Combine(bench.Folder, "data", "test.csv"), TestContext.Current.CancellationToken);
        var kept = Directory.EnumerateFiles(Path.Combine(bench.Home, "snapshots"), "*", SearchOption.AllDirectories)
            .Single(file => Path.GetExtension(file) != ".json" && File.ReadAllText(file) == original);
        await File.AppendAllTextAsync(kept, "more", TestContext.Current.CancellationToken);

        var broken = bench.DeclareBroken();

        var found = await CallAsync(Failed, $"are not as published: test.csv of TEST is damaged ({kept})", "doctor");
        Assert.Contains("fail  source BROKEN: Source BROKEN: adapter 'delimited' has no option 'aera'", found, StringComparison.Ordinal);
        File.Delete(broken);
    }

    private async Task<string> CallAsync(int exitCode, string said, params string[] arguments)
    {
        var answer = await bench.RunAsync(arguments);
        Assert.True(answer.ExitCode == exitCode && $"{answer.Output}{answer.Error}".Contains(said, StringComparison.Ordinal),
            FormattableString.Invariant($"{string.Join(' ', arguments)}: expected exit code {exitCode} and '{said}', found {answer}"));
        return answer.Output;
    }

    private Task<string> ManifestAsync(string folder) =>
        File.ReadAllTextAsync(Path.Combine(bench.Folder, folder, "TEST", "manifest.json"), TestContext.Current.CancellationToken);

    private async Task<string> ManifestOfZipAsync(string name)
    {
        using var zip = System.IO.Compression.ZipFile.OpenRead(Path.Combine(bench.Folder, name));
        using var reader = new StreamReader(zip.GetEntry("TEST/manifest.json")!.Open());
        return await reader.ReadToEndAsync(TestContext.Current.CancellationToken);
    }
}
