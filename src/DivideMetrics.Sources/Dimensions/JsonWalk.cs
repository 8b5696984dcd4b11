using System.Text.Json;
using DivideMetrics.Sources.Reading;

namespace DivideMetrics.Sources.Dimensions;

/// <summary>
/// Walks through JSON in a stream, token by token: holds one token in memory, never the body. Text longer than a mebibyte and nesting
/// deeper than 64 are refused.
/// </summary>
internal sealed class JsonWalk(Stream stream) : JsonWindow(stream, 1 << 20, new JsonReaderOptions { MaxDepth = 64 })
{
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
        while (!TryRead(withText))
        {
            if (Ended)
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
        var reader = Resume();
        if (!reader.Read())
        {
            return false;
        }

        (Token, Text) = (reader.TokenType, withText ? JsonText.Of(ref reader) : null);
        Accept(reader);
        return true;
    }
}
