using System.Text;
using System.Text.Json;

namespace DivideMetrics.Sources.Reading;

/// <summary>A window on the JSON of a stream that moves with who reads it: never holds more than the greatest piece that is asked for.</summary>
/// <param name="stream">The bytes, with or without a byte order mark.</param>
/// <param name="greatest">Greatest piece in bytes.</param>
/// <param name="options">How strict the reading is.</param>
internal abstract class JsonWindow(Stream stream, int greatest, JsonReaderOptions options = default)
{
    private byte[] _buffer = new byte[1 << 16];
    private int _start;
    private int _end;
    private bool _begun;
    private JsonReaderState _state = new(options);

    /// <summary>True when the stream has no more bytes than those in the window.</summary>
    protected bool Ended { get; private set; }

    /// <summary>A reader over the window, from where the last one was accepted.</summary>
    protected Utf8JsonReader Resume()
    {
        if (!_begun)
        {
            _begun = true;
            Fill();
            _start = _buffer.AsSpan(0, _end).StartsWith(Encoding.UTF8.Preamble) ? Encoding.UTF8.Preamble.Length : 0;
        }

        return new Utf8JsonReader(_buffer.AsSpan(_start, _end - _start), Ended, _state);
    }

    /// <summary>Moves the window behind what the reader has read.</summary>
    protected void Accept(in Utf8JsonReader reader)
    {
        _start += (int)reader.BytesConsumed;
        _state = reader.CurrentState;
    }

    /// <summary>Reads on; makes the window larger when one piece fills it.</summary>
    /// <exception cref="JsonException">The stream has ended, or the piece is longer than allowed.</exception>
    protected void Fill()
    {
        if (Ended)
        {
            throw new JsonException("The JSON breaks off.");
        }

        var kept = _end - _start;
        if (kept == _buffer.Length)
        {
            Array.Resize(ref _buffer, kept < greatest ? kept * 2 : throw new JsonException($"A value is longer than {greatest} bytes."));
        }

        _buffer.AsSpan(_start, kept).CopyTo(_buffer);
        (_start, _end) = (0, kept);
        var read = stream.ReadAtLeast(_buffer.AsSpan(kept), Math.Min(3, _buffer.Length - kept), throwOnEndOfStream: false);
        _end += read;
        Ended = read == 0;
    }
}
