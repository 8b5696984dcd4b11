using DivideMetrics.Sources.Reading;

namespace DivideMetrics.Sources.Sdmx;

/// <summary>
/// Refuses XML with a mebibyte of text or of one tag without a bracket: a reader would take it into memory as a whole.
/// </summary>
internal sealed class MarkupGuard(Stream inner) : ForwardStream(inner)
{
    private const int LongestRun = 1 << 20;

    private int _run;

    public override int Read(Span<byte> buffer)
    {
        var read = inner.Read(buffer[..Math.Min(buffer.Length, LongestRun)]);
        var last = buffer[..read].LastIndexOfAny((byte)'<', (byte)'>');
        _run = last < 0 ? _run + read : read - last;
        return _run <= LongestRun ? read : throw new InvalidDataException($"A text or a tag is longer than {LongestRun} bytes.");
    }
}
