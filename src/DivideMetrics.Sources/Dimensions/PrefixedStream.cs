using DivideMetrics.Sources.Reading;

namespace DivideMetrics.Sources.Dimensions;

/// <summary>Gives back bytes that were read ahead, then the rest of a stream that cannot be wound back.</summary>
internal sealed class PrefixedStream(byte[] prefix, Stream rest) : ForwardStream(rest)
{
    private int _given;

    public override int Read(Span<byte> buffer)
    {
        if (_given == prefix.Length)
        {
            return rest.Read(buffer);
        }

        var count = Math.Min(buffer.Length, prefix.Length - _given);
        prefix.AsSpan(_given, count).CopyTo(buffer);
        _given += count;
        return count;
    }
}
