using System.Diagnostics;
using CsCheck;
using DivideMetrics.Observations;
using DivideMetrics.Quality;
using DivideMetrics.Sources;
using DivideMetrics.Sources.Http;
using DivideMetrics.Tests.Seeds;

namespace DivideMetrics.Tests.Sources.Fuzz;

/// <summary>
/// Whatever the bytes are, a parser gives observations and findings or one clear failure: soon, in little memory, and never anything else.
/// A failing input is found again by its seed, which the message names. <c>DIVIDEMETRICS_FUZZ=100000</c> tries that many a parser.
/// </summary>
public sealed class FuzzTests : IDisposable
{
    private const int Usual = 300;
    private const long MostBytes = 96 << 20;

    /// <summary>Far beyond what an input of this size takes on any machine; what never ends fails too.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(20);

    private readonly Workbench _bench = new(options => options.MaxUnzippedBytes = 16 << 20);
    private long _read;
    private long _refused;

    private static int Inputs => int.TryParse(Environment.GetEnvironmentVariable("DIVIDEMETRICS_FUZZ"), out var more) ? more : Usual;

    public void Dispose() => _bench.Dispose();

    public static TheoryData<string> Specimens() => [.. FuzzTargets.Specimens.Select(target => target.Name)];

    public static TheoryData<string, string> Shared() => [.. FuzzTargets.Shared];

    [Theory]
    [MemberData(nameof(Specimens))]
    public void Parser_survives_damage_of_its_specimen(string name)
    {
        var target = FuzzTargets.Specimens.Single(target => target.Name == name);
        Try(target, Share(target));
        Assert.True(_read > 0 && _refused > 0, $"{_read} inputs were read and {_refused} refused: too much damage or too little.");
    }

    [Theory]
    [MemberData(nameof(Shared))]
    public void Parser_survives_damage_of_a_providers_file(string source, string file)
    {
        var target = FuzzTargets.OfShared(source, file);
        Try(target, Inputs / 3);
    }

    [Fact]
    public void Every_adapter_has_a_specimen() =>
        Assert.Equal(
            _bench.Registry.Keys, FuzzTargets.Specimens.Select(target => target.Source.Adapter).Distinct().Order(StringComparer.Ordinal));

    [Fact]
    public void Check_of_downloads_survives_damage()
    {
        var zip = WorldBankBulkSourceTests.Zip(("a.csv", "a,b\n1,2\n"), ("b.csv", new string('x', 300)));
        byte[][] bodies = [zip, ArchiveSpecimens.Gzip(zip), "<!DOCTYPE html><html><title>x</title>"u8.ToArray(), "[1]"u8.ToArray()];
        var download = new Download(new("https://example.org/x"), "x", ExpectedContent.Table);
        Gen.Int.Sample(
            seed =>
            {
                var mutation = new Mutation(seed);
                var bytes = mutation.Of(bodies[mutation.Choice(bodies.Length)]);
                var file = new RawFile("x", "x", "x", "", bytes.Length, "x") { Content = () => new MemoryStream(bytes) };
                var failure = Record.Exception(() => DeliveredBytes.Check(download, file, null, new(1 << 20, 100)));
                Assert.True(failure is null or RetryableException or SourceException, $"{failure}");
            },
            iter: Inputs,
            threads: 1);
    }

    /// <summary>The specimens of one adapter share its inputs.</summary>
    private static int Share(FuzzTarget target) =>
        1 + (Inputs / FuzzTargets.Specimens.Count(other => other.Source.Adapter == target.Source.Adapter));

    private void Try(FuzzTarget target, int inputs)
    {
        var started = Stopwatch.GetTimestamp();
        Gen.Int.Sample(seed => Survives(target, target.Damaged(new Mutation(seed))), iter: inputs, threads: 1);
        var seconds = Stopwatch.GetElapsedTime(started).TotalSeconds;
        TestContext.Current.TestOutputHelper?.WriteLine(FormattableString.Invariant(
            $"{target.Name}: {inputs} inputs, {inputs / seconds:0} a second, {_read} with observations, {_refused} refused"));
    }

    private void Survives(FuzzTarget target, IReadOnlyList<RawFile> files)
    {
        var (started, allocated) = (Stopwatch.GetTimestamp(), GC.GetAllocatedBytesForCurrentThread());
        try
        {
            var findings = new FindingSink();
            var rows = 0;
            foreach (var row in _bench.Registry.For(target.Source).Parse(new(target.Source, files, SeedFiles.Catalog.Areas, findings)))
            {
                rows++;
                Assert.True(row.Value is { } value ? double.IsFinite(value) : row.Status.SaysMissing(), $"{row}");
            }

            _read += rows > 0 ? 1 : 0;
        }
        catch (SourceException failure)
        {
            _refused++;
            Assert.NotEmpty(failure.Message);
        }

        Assert.True(Stopwatch.GetElapsedTime(started) < Longest, "It took too long.");
        Assert.True(GC.GetAllocatedBytesForCurrentThread() - allocated < MostBytes, "It took too much memory.");
    }
}
