using System.Text;
using CsCheck;
using DivideMetrics.Observations;
using DivideMetrics.Sources;

namespace DivideMetrics.Tests.Sources;

/// <summary>Every adapter may be given archives; the delimited one stands for all.</summary>
public sealed class ArchiveTests : IDisposable
{
    private const string One = "a,t,v\nIND,2020,1\nKEN,2020,2\n";
    private const string Two = "a,t,v\nIND,2021,3\n";
    private readonly Workbench _bench = new();

    public void Dispose() => _bench.Dispose();

    public static TheoryData<string, byte[]> Packed => new()
    {
        { "zip", WorldBankBulkSourceTests.Zip(("one.csv", One), ("two.csv", Two)) },
        { "tar", ArchiveSpecimens.Tar(("one.csv", One), ("two.csv", Two)) },
        { "tar.gz", ArchiveSpecimens.TarGzip(("./x/one.csv", One), ("x/two.csv", Two)) },
        { "gz", ArchiveSpecimens.Gzip(One + "IND,2021,3\n") },
    };

    [Theory]
    [MemberData(nameof(Packed))]
    public void Archive_is_read_like_the_files_in_it(string extension, byte[] bytes)
    {
        var taken = Parse(_bench.RawBytes("x." + extension, bytes));

        Assert.Equal([("IND", 2020, 1d), ("KEN", 2020, 2d), ("IND", 2021, 3d)], taken.Select(row => (row.Area, row.Year, row.Value!.Value)));
        Assert.Empty(_bench.Findings.Kept);
    }

    [Theory]
    [MemberData(nameof(Packed))]
    public void Archive_is_told_by_its_bytes_and_not_by_its_name(string extension, byte[] bytes) =>
        Assert.Equal(3, Parse(_bench.RawBytes($"no-{extension.Length}.csv", bytes)).Count);

    [Theory]
    [MemberData(nameof(Packed))]
    public void Archive_that_is_cut_off_anywhere_is_refused_and_never_a_shorter_list(string extension, byte[] bytes)
    {
        for (var length = 4; length < bytes.Length - (extension == "tar" ? 1024 : 0); length += 1 + (bytes.Length / 40))
        {
            var cut = _bench.RawBytes("cut." + extension, bytes[..length]);
            var failure = Assert.Throws<SourceException>(() => Parse(cut));

            Assert.Contains("cut.", failure.Message, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(-5)]
    public void Gzip_with_a_wrong_length_or_checksum_is_refused(int at)
    {
        var bytes = ArchiveSpecimens.Gzip(One);
        bytes[bytes.Length + at] ^= 1;

        var failure = Assert.Throws<SourceException>(() => Parse(_bench.RawBytes("x.gz", bytes)));

        Assert.Contains("Fetch it anew", failure.Message);
        Assert.True(failure.Transient);
    }

    [Fact]
    public void Zip_with_a_wrong_checksum_is_refused()
    {
        var bytes = WorldBankBulkSourceTests.Zip(("one.csv", One));
        bytes[bytes.AsSpan().IndexOf("PK\u0001\u0002"u8) + 16] ^= 1;

        Assert.Contains("checksum", Assert.Throws<SourceException>(() => Parse(_bench.RawBytes("x.zip", bytes))).Message);
    }

    [Theory]
    [InlineData("one.csv", 2)]
    [InlineData("*.csv", 3)]
    [InlineData("*.csv;!two*", 2)]
    [InlineData("!one.csv", 1)]
    public void Archive_gives_the_members_that_the_source_names(string members, int count)
    {
        var zip = WorldBankBulkSourceTests.Zip(("one.csv", One), ("two.csv", Two), ("picture.png", "x"), ("__MACOSX/one.csv", "x"));

        Assert.Equal(count, Parse(_bench.RawBytes("x.zip", zip), ("members", members)).Count);
    }

    [Fact]
    public void Archive_without_a_member_that_is_read_says_what_it_holds()
    {
        var failure = Assert.Throws<SourceException>(
            () => Parse(_bench.RawBytes("x.zip", WorldBankBulkSourceTests.Zip(("one.csv", One))), ("members", "*.tsv")));

        Assert.Contains("found one.csv", failure.Message);
        Assert.Contains("'members'", failure.Message);
    }

    [Fact]
    public void Archive_is_not_followed_into_another_archive()
    {
        var inner = Encoding.Latin1.GetString(ArchiveSpecimens.Gzip(One));

        Assert.Throws<SourceException>(
            () => Parse(_bench.RawBytes("x.zip", WorldBankBulkSourceTests.Zip(("inner.gz", inner))), ("members", "*.gz")));
    }

    [Theory]
    [InlineData("../../etc/one.csv", "x.zip/etc/one.csv")]
    [InlineData("..\\..\\one.csv", "x.zip/one.csv")]
    [InlineData("/one.csv", "x.zip/one.csv")]
    public void Member_with_a_path_that_leads_out_is_only_a_name(string path, string said)
    {
        Parse(_bench.RawBytes("x.zip", WorldBankBulkSourceTests.Zip((path, One + "IND,x,4\n"))), ("strict", "false"));

        Assert.Equal((said, 4L), Assert.Single(_bench.Findings.Kept.Select(finding => (finding.File!, finding.Line!.Value))));
    }

    [Fact]
    public void Place_of_a_row_is_in_the_file_of_the_vintage()
    {
        var source = Source(("leave-out-areas", "KEN"));
        var files = new[] { _bench.RawText("a.csv", Two), _bench.RawBytes("x.zip", WorldBankBulkSourceTests.Zip(("one.csv", One), ("two.csv", Two))) };

        var places = _bench.Registry.For(source).Parse(new ParseRequest(source, files, Workbench.Areas(), new())).Select(row => row.Place);

        Assert.Equal([new RowPlace(0, 2), new RowPlace(1, 2), new RowPlace(1, 2)], places);
    }

    [Theory]
    [InlineData("zip")]
    [InlineData("gz")]
    [InlineData("tar.gz")]
    public void Archive_that_unfolds_out_of_proportion_is_refused(string extension)
    {
        var bomb = One + new string('\n', 8 << 20);
        var bytes = extension switch
        {
            "zip" => WorldBankBulkSourceTests.Zip(("one.csv", bomb)),
            "gz" => ArchiveSpecimens.Gzip(bomb),
            _ => ArchiveSpecimens.TarGzip(("one.csv", bomb)),
        };

        Assert.Contains("beyond measure", Assert.Throws<SourceException>(() => Parse(_bench.RawBytes("x", bytes))).Message);
    }

    [Theory]
    [InlineData("zip")]
    [InlineData("tar")]
    public void Archive_with_too_many_members_is_refused(string kind)
    {
        using var bench = new Workbench(options => options.MaxArchiveMembers = 3);
        var entries = Enumerable.Range(0, 4).Select(number => ($"{number}.csv", One)).ToArray();
        var file = bench.RawBytes("x", kind == "zip" ? WorldBankBulkSourceTests.Zip(entries) : ArchiveSpecimens.Tar(entries));

        Assert.Contains("at most 3", Assert.Throws<SourceException>(() => bench.Parse(Source(), file)).Message.Replace("more than 3", "at most 3"));
    }

    [Fact]
    public void Bytes_of_any_kind_give_rows_or_say_what_is_wrong() =>
        Gen.Select(Gen.Byte.Array[0, 80], Gen.Int[0, 4], Gen.Int[0, 3]).Sample(
            (noise, at, kind) =>
            {
                var bytes = Packed.ElementAt(kind).Data.Item2.ToArray();
                var target = bytes.AsSpan(Math.Min(at * 60, bytes.Length));
                noise.AsSpan(0, Math.Min(noise.Length, target.Length)).CopyTo(target);
                try
                {
                    Parse(_bench.RawBytes("noise", bytes));
                }
                catch (SourceException)
                {
                }
            },
            iter: 300,
            threads: 1);

    private static SourceDefinition Source(params (string Key, string Value)[] more)
    {
        var options = new Dictionary<string, string> { ["area"] = "a", ["period"] = "t", ["value"] = "v", ["series"] = "S" };
        foreach (var (key, value) in more)
        {
            options[key] = value;
        }

        return Workbench.Source("delimited", "x", "S") with { Options = options };
    }

    private List<Observation> Parse(RawFile file, params (string Key, string Value)[] more) => _bench.Parse(Source(more), file);
}
