using System.Text;
using System.Text.Json;

namespace DivideMetrics.Sources.Dimensions;

/// <summary>
/// Walks through JSON in a stream, token by token: holds one token in memory, never the body. Text longer than a mebibyte and nesting
/// deeper than 64 are refused.
/// </summary>
internal sealed class JsonCursor(Stream stream)
{
    private const int LongestToken = 1 << 20;

    private byte[] _buffer = new byte[1 << 16];
    private int _start;
    private int _end;
    private bool _ended;
    private JsonReaderState _state = new(new JsonReaderOptions { MaxDepth = 64 });

    /// <summary>The current token; None before the first and after the last.</summary>
    public JsonTokenType Token { get; private set; }

    /// <summary>Of a name or string its content, of a number its digits; null for null and for brackets.</summary>
    public string? Text { get; private set; }

    /// <summary>True at a text, a number, a boolean or null.</summary>
    public bool IsScalar =>
        Token is JsonTokenType.String or JsonTokenType.Number or JsonTokenType.True or JsonTokenType.False or JsonTokenType.Null;

    /// <summary>Goes to the next token; false at the end.</summary>
    /// <exception cref="JsonException">The bytes are not JSON, or break off.</exception>
    public bool Read() => Read(withText: true);

    /// <summary>Goes to the value of the current object's next property; false at the object's end.</summary>
    public bool NextProperty(out string name)
    {
        Read();
        name = Text ?? "";
        if (Token == JsonTokenType.EndObject)
        {
            return false;
        }

        Read();
        return true;
    }

    /// <summary>Goes to the current array's next item; false at the array's end.</summary>
    public bool NextItem() => Read() && Token != JsonTokenType.EndArray;

    /// <summary>Goes to the end of the current value, whatever it is.</summary>
    public void Skip()
    {
        var depth = 0;
        do
        {
            depth += Token switch
            {
                JsonTokenType.StartObject or JsonTokenType.StartArray => 1,
                JsonTokenType.EndObject or JsonTokenType.EndArray => -1,
                _ => 0,
            };
        }
        while (depth > 0 && Read(withText: false));
    }

    /// <summary>The current value's text if it is scalar, else null; goes to its end.</summary>
    public string? Scalar()
    {
        var text = IsScalar ? Text : null;
        Skip();
        return text;
    }

    /// <summary>Demands that the current token is this one.</summary>
    /// <exception cref="JsonException">It is another.</exception>
    public void Expect(JsonTokenType token, string what)
    {
        if (Token != token)
        {
            throw new JsonException($"Expected {what}, found {Token}{(Text is null ? "" : $" '{Text[..Math.Min(Text.Length, 60)]}'")}.");
        }
    }

    private bool Read(bool withText)
    {
        SkipByteOrderMark();
        while (!TryRead(withText))
        {
            if (_ended)
            {
                (Token, Text) = (JsonTokenType.None, null);
                return false;
            }

            Fill();
        }

        return true;
    }

    private bool TryRead(bool withText)
    {
        var reader = new Utf8JsonReader(_buffer.AsSpan(_start, _end - _start), _ended, _state);
        if (!reader.Read())
        {
            return false;
        }

        (Token, Text) = (reader.TokenType, withText ? TextOf(ref reader) : null);
        _start += (int)reader.BytesConsumed;
        _state = reader.CurrentState;
        return true;
    }

    private static string? TextOf(ref Utf8JsonReader reader)
    {
        try
        {
            return reader.TokenType switch
            {
                JsonTokenType.String or JsonTokenType.PropertyName => reader.GetString(),
                JsonTokenType.Number or JsonTokenType.True or JsonTokenType.False => Encoding.UTF8.GetString(reader.ValueSpan),
                _ => null,
            };
        }
        catch (InvalidOperationException failure)
        {
            throw new JsonException($"Expected UTF-8 text, found bytes that are none. {failure.Message}", failure);
        }
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
            var length = kept < LongestToken ? kept * 2 : throw new JsonException($"A text is longer than {LongestToken} bytes.");
            Array.Resize(ref _buffer, length);
        }

        _buffer.AsSpan(_start, kept).CopyTo(_buffer);
        (_start, _end) = (0, kept);
        var read = stream.ReadAtLeast(_buffer.AsSpan(kept), 1, throwOnEndOfStream: false);
        _end += read;
        _ended = read == 0;
    }
}
