using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace DivideMetrics.Sources.WorldBank;

/// <summary>Reads JSON from a stream piece by piece: holds one object of the body in memory, never the body.</summary>
internal sealed class JsonElements(Stream stream)
{
    private const int LargestObject = 1 << 22;

    private byte[] _buffer = new byte[1 << 16];
    private int _start;
    private int _end;
    private bool _ended;
    private JsonReaderState _state;

    /// <summary>Goes to the next token; an object is read whole into <paramref name="value"/>.</summary>
    /// <returns>StartObject when <paramref name="value"/> is set, else the token; None at the end of the stream.</returns>
    /// <exception cref="JsonException">The bytes are not JSON, or break off.</exception>
    public JsonTokenType Next<T>(JsonTypeInfo<T> type, out T? value)
        where T : class
    {
        SkipByteOrderMark();
        while (true)
        {
            if (TryNext(type, out var token, out value))
            {
                return token;
            }

            if (_ended)
            {
                return JsonTokenType.None;
            }

            Fill();
        }
    }

    private bool TryNext<T>(JsonTypeInfo<T> type, out JsonTokenType token, out T? value)
    {
        (token, value) = (JsonTokenType.None, default);
        var reader = new Utf8JsonReader(_buffer.AsSpan(_start, _end - _start), _ended, _state);
        if (!reader.Read())
        {
            return false;
        }

        token = reader.TokenType;
        if (token == JsonTokenType.StartObject)
        {
            var probe = reader;
            if (!probe.TrySkip())
            {
                return false;
            }

            value = JsonSerializer.Deserialize(ref reader, type);
        }

        _start += (int)reader.BytesConsumed;
        _state = reader.CurrentState;
        return true;
    }

    private void SkipByteOrderMark()
    {
        if (_end == 0 && !_ended)
        {
            Fill();
            _start = _buffer.AsSpan(0, _end).StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]) ? 3 : 0;
        }
    }

    private void Fill()
    {
        var kept = _end - _start;
        if (kept == _buffer.Length)
        {
            Grow();
        }

        _buffer.AsSpan(_start, kept).CopyTo(_buffer);
        (_start, _end) = (0, kept);
        var read = stream.ReadAtLeast(_buffer.AsSpan(kept), 1, throwOnEndOfStream: false);
        _end += read;
        _ended = read == 0;
    }

    private void Grow()
    {
        if (_buffer.Length >= LargestObject)
        {
            throw new JsonException($"An object is longer than {LargestObject} bytes.");
        }

        Array.Resize(ref _buffer, _buffer.Length * 2);
    }
}
