namespace DivideMetrics.Sources.Sdmx;

/// <summary>
/// Refuses XML with a mebibyte of text or of one tag without a bracket: a reader would take it into memory as a whole.
/// </summary>
internal sealed class MarkupGuard(Stream inner) : Stream
{
    private const int LongestRun = 1 << 20;

    private int _run;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override int Read(Span<byte> buffer)
    {
        var read = inner.Read(buffer[..Math.Min(buffer.Length, LongestRun)]);
        var last = buffer[..read].LastIndexOfAny((byte)'<', (byte)'>');
        _run = last < 0 ? _run + read : read - last;
        return _run <= LongestRun ? read : throw new InvalidDataException($"A text or a tag is longer than {LongestRun} bytes.");
    }

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            inner.Dispose();
        }

        base.Dispose(disposing);
    }
}
