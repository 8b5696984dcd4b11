using System.Text;
using System.Text.Json;

namespace DivideMetrics.Sources.Reading;

/// <summary>Reads JSON from a stream token by token or value by value: holds one value in memory, never the whole body.</summary>
internal sealed class JsonCursor(Stream stream)
{
    private const int LargestValue = 1 << 22;

    private byte[] _buffer = new byte[1 << 16];
    private int _start;
    private int _end;
    private bool _ended;
    private bool _begun;
    private JsonReaderState _state;

    /// <summary>The token that was read last.</summary>
    public JsonTokenType Token { get; private set; }

    /// <summary>Name of a property, or a scalar as its text; null for null and for brackets.</summary>
    public string? Text { get; private set; }

    /// <summary>How many arrays and objects are open around the token.</summary>
    public int Depth { get; private set; }

    /// <summary>Goes to the next token; false at the end of the stream.</summary>
    /// <exception cref="JsonException">The bytes are not JSON, or break off.</exception>
    public bool Read()
    {
        while (true)
        {
            var reader = Resume();
            if (reader.Read())
            {
                Text = JsonText.Of(ref reader);
                Accept(reader);
                return true;
            }

            if (_ended)
            {
                return false;
            }

            Fill();
        }
    }

    /// <summary>Inside an array: its next element, or null at its end.</summary>
    /// <exception cref="JsonException">The bytes are not JSON, break off, or the element is too long.</exception>
    public JsonDocument? NextElement()
    {
        while (true)
        {
            var reader = Resume();
            if (reader.Read())
            {
                if (reader.TokenType == JsonTokenType.EndArray)
                {
                    Accept(reader);
                    return null;
                }

                if (JsonDocument.TryParseValue(ref reader, out var element))
                {
                    Accept(reader);
                    return element;
                }
            }

            Fill();
        }
    }

    /// <summary>After the name of a property: goes to the end of its value, whose scalar is then in <see cref="Text"/>.</summary>
    /// <exception cref="JsonException">The bytes are not JSON, or break off.</exception>
    public void SkipValue()
    {
        Read();
        var depth = Depth;
        while (Token is JsonTokenType.StartArray or JsonTokenType.StartObject || Depth > depth)
        {
            Read();
            if (Depth == depth && Token is JsonTokenType.EndArray or JsonTokenType.EndObject)
            {
                return;
            }
        }
    }

    private Utf8JsonReader Resume()
    {
        if (!_begun)
        {
            _begun = true;
            Fill();
            _start = _buffer.AsSpan(0, _end).StartsWith(Encoding.UTF8.Preamble) ? Encoding.UTF8.Preamble.Length : 0;
        }

        return new Utf8JsonReader(_buffer.AsSpan(_start, _end - _start), _ended, _state);
    }

    private void Accept(in Utf8JsonReader reader)
    {
        (Token, Depth) = (reader.TokenType, reader.CurrentDepth);
        _start += (int)reader.BytesConsumed;
        _state = reader.CurrentState;
    }

    private void Fill()
    {
        if (_ended)
        {
            throw new JsonException("The JSON breaks off.");
        }

        var kept = _end - _start;
        if (kept == _buffer.Length)
        {
            Grow();
        }

        _buffer.AsSpan(_start, kept).CopyTo(_buffer);
        (_start, _end) = (0, kept);
        var read = stream.ReadAtLeast(_buffer.AsSpan(kept), Math.Min(3, _buffer.Length - kept), throwOnEndOfStream: false);
        _end += read;
        _ended = read == 0;
    }

    private void Grow()
    {
        if (_buffer.Length >= LargestValue)
        {
            throw new JsonException($"A value is longer than {LargestValue} bytes.");
        }

        Array.Resize(ref _buffer, _buffer.Length * 2);
    }
}
