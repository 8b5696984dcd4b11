using System.IO.Hashing;
using DivideMetrics.Sources.Reading;

namespace DivideMetrics.Sources.Archives;

/// <summary>What is said of bytes before they are unpacked.</summary>
/// <param name="Most">How many may come at the most.</param>
/// <param name="Length">How many there are, modulo 2^32; null when nobody says.</param>
/// <param name="Crc32">Their checksum; null when nobody says.</param>
internal readonly record struct BytePromise(long Most, uint? Length = null, uint? Crc32 = null);

/// <summary>
/// Reads a compressed stream and holds it against what was promised: one byte too many, a length or checksum that differs at the end, and
/// damaged bytes are failures. An archive's directory can lie, and the libraries give a file that is cut off as a short one.
/// </summary>
internal sealed class CheckedStream(
    Stream inner, BytePromise promise, Func<long, Exception> tooLong, Func<string, Exception?, Exception> damaged) : ForwardStream(inner)
{
    private readonly Crc32? _crc = promise.Crc32 is null ? null : new Crc32();
    private long _read;
    private bool _ended;

    public override int Read(Span<byte> buffer)
    {
        var read = ReadInner(buffer);
        _read += read;
        if (_read > promise.Most)
        {
            throw tooLong(promise.Most);
        }

        _crc?.Append(buffer[..read]);
        if (read == 0 && buffer.Length > 0 && !_ended)
        {
            _ended = true;
            CheckEnd();
        }

        return read;
    }

    private int ReadInner(Span<byte> buffer)
    {
        try
        {
            return inner.Read(buffer);
        }
        catch (Exception failure) when (failure is InvalidDataException or IOException)
        {
            throw damaged(failure.Message, failure);
        }
    }

    private void CheckEnd()
    {
        if (promise.Length is { } length && (uint)_read != length)
        {
            throw damaged(FormattableString.Invariant($"It says {length} bytes, and {_read} came."), null);
        }

        if (promise.Crc32 is { } crc && _crc!.GetCurrentHashAsUInt32() != crc)
        {
            throw damaged("Its checksum is wrong.", null);
        }
    }
}
