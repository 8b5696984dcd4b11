using DivideMetrics.Sources.Reading;

namespace DivideMetrics.Sources.Archives;

/// <summary>A stream that closes what it is read from.</summary>
internal sealed class OwningStream(Stream inner, IDisposable owner) : ForwardStream(inner, owner)
{
    public override int Read(Span<byte> buffer) => inner.Read(buffer);
}
