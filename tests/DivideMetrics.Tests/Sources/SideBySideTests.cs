using CsCheck;
using DivideMetrics.Sources;
using DivideMetrics.Sources.Reading;

namespace DivideMetrics.Tests.Sources;

public sealed class SideBySideTests
{
    private const int Large = 9 << 20;

    [Fact]
    public void Batches_come_in_the_order_of_the_files_and_all_of_them() =>
        Gen.Select(Gen.Int[0, 40].List[0, 8], Gen.Bool).Sample((counts, asMembers) =>
        {
            var files = counts.Select((count, index) => asMembers ? Member($"{index}:{count}", 3) : File($"{index}:{count}"));
            return SideBySide.Read(files, Numbers).SequenceEqual(counts.SelectMany((count, index) => Enumerable.Range(0, count).Select(at => $"{index}:{at}")));
        });

    [Fact]
    public void Failure_comes_after_everything_that_stands_before_it()
    {
        var seen = new List<string>();
        var failure = Assert.Throws<SourceException>(() => seen.AddRange(SideBySide.Read([File("0:3"), File("1:2!"), File("2:5")], Numbers)));
        Assert.Contains("1:2!", failure.Message);
        Assert.Equal(["0:0", "0:1", "0:2", "1:0", "1:1"], Seen([File("0:3"), File("1:2!"), File("2:5")]));
    }

    [Fact]
    public void Reader_that_stops_early_ends_what_was_begun()
    {
        var ended = 0;
        IEnumerable<string> Endless(RawFile file)
        {
            try
            {
                while (true)
                {
                    yield return file.Name;
                }
            }
            finally
            {
                Interlocked.Increment(ref ended);
            }
        }

        Assert.Equal(["a", "a"], SideBySide.Read([File("a"), File("b"), File("c")], Endless).Take(2));
        Assert.Equal(2, ended);
    }

    [Fact]
    public void Members_of_an_archive_are_never_open_at_once()
    {
        var (open, most) = (0, 0);
        RawFile Watched(string name, int length) => File(name) with
        {
            Length = length,
            Content = () => new WatchedStream(length, () => most = Math.Max(most, ++open), () => open--),
        };

        var lengths = SideBySide.Read([Watched("a", 5), Watched("b", Large), Watched("c", 7), Watched("d", Large)], LengthOf).ToList();
        Assert.Equal([5, Large, 7, Large], lengths);
        Assert.Equal((0, 1), (open, most));
    }

    [Fact]
    public void Member_that_brings_more_than_it_says_is_refused() =>
        Assert.Throws<SourceException>(() => SideBySide.Read([Member("a", 9) with { Length = 8 }], Numbers).ToList());

    private static IEnumerable<long> LengthOf(RawFile file)
    {
        using var stream = file.OpenRead();
        var (buffer, length) = (new byte[1 << 16], 0L);
        for (int read; (read = stream.Read(buffer)) > 0;)
        {
            length += read;
        }

        yield return length;
    }

    private static List<string> Seen(RawFile[] files)
    {
        var seen = new List<string>();
        try
        {
            foreach (var batch in SideBySide.Read(files, Numbers))
            {
                seen.Add(batch);
            }
        }
        catch (SourceException)
        {
            return seen;
        }

        throw new InvalidOperationException("Expected a failure.");
    }

    /// <summary>A file named <c>index:count</c> gives so many batches, and fails then where it ends in an exclamation mark.</summary>
    private static IEnumerable<string> Numbers(RawFile file)
    {
        var parts = file.Name.TrimEnd('!').Split(':');
        for (var at = 0; at < int.Parse(parts[1]); at++)
        {
            yield return $"{parts[0]}:{at}";
        }

        if (file.Name.EndsWith('!'))
        {
            throw new SourceException($"{file.Name} fails.");
        }
    }

    private static RawFile File(string name) => new(name, "x", "text/csv", "", 0, "");

    private static RawFile Member(string name, int length) => File(name) with { Length = length, Content = () => new MemoryStream(new byte[length]) };

    private sealed class WatchedStream : MemoryStream
    {
        private readonly Action _closed;

        public WatchedStream(int length, Action opened, Action closed)
            : base(new byte[length])
        {
            opened();
            _closed = closed;
        }

        protected override void Dispose(bool disposing)
        {
            _closed();
            base.Dispose(disposing);
        }
    }
}
