using DivideMetrics.Sources.Reading;

namespace DivideMetrics.Tests.Sources;

public sealed class BoundedStreamTests
{
    [Theory]
    [InlineData(4)]
    [InlineData(5)]
    public void Stream_reads_up_to_its_bound(int bound) => Assert.Equal(4, ReadAll(bound));

    [Fact]
    public void Stream_refuses_one_byte_more() => Assert.Throws<NotFiniteNumberException>(() => ReadAll(3));

    private static int ReadAll(int bound)
    {
        using var stream = new BoundedStream(new MemoryStream(new byte[4]), bound, () => new NotFiniteNumberException(), damaged => damaged);
        return stream.ReadAtLeast(new byte[10], 10, throwOnEndOfStream: false);
    }
}
