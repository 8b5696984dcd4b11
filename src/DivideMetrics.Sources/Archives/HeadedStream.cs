using DivideMetrics.Sources.Reading;

namespace DivideMetrics.Sources.Archives;

/// <summary>A stream whose beginning is at hand: what it is read from is opened only by who reads on.</summary>
internal sealed class HeadedStream(byte[] head, Func<Stream> open) : ForwardStream
{
    private int _position;
    private Stream? _whole;

    public override int Read(Span<byte> buffer)
    {
        if (_position == head.Length)
        {
            return (_whole ??= Opened()).Read(buffer);
        }

        var count = Math.Min(buffer.Length, head.Length - _position);
        head.AsSpan(_position, count).CopyTo(buffer);
        _position += count;
        return count;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _whole?.Dispose();
        }

        base.Dispose(disposing);
    }

    private Stream Opened()
    {
        var whole = open();
        whole.ReadExactly(new byte[head.Length]);
        return whole;
    }
}
