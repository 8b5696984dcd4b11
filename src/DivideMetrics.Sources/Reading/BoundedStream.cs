namespace DivideMetrics.Sources.Reading;

/// <summary>
/// Reads at most a number of bytes from a compressed stream: one more is the one failure, damaged bytes are the other. An archive's
/// directory can lie about sizes.
/// </summary>
internal sealed class BoundedStream(
    Stream inner, long mostBytes, Func<Exception> tooLong, Func<InvalidDataException, Exception> damaged) : Stream
{
    private long _left = mostBytes;

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
        try
        {
            var read = inner.Read(buffer);
            _left -= read;
            return _left >= 0 ? read : throw tooLong();
        }
        catch (InvalidDataException failure)
        {
            throw damaged(failure);
        }
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
