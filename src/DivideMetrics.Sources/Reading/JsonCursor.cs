using System.Text.Json;

namespace DivideMetrics.Sources.Reading;

/// <summary>Reads JSON from a stream token by token or value by value: holds one value in memory, never the whole body.</summary>
internal sealed class JsonCursor(Stream stream) : JsonWindow(stream, 1 << 22)
{
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
                Take(reader);
                return true;
            }

            if (Ended)
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
                    Take(reader);
                    return null;
                }

                if (JsonDocument.TryParseValue(ref reader, out var element))
                {
                    Take(reader);
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

    private void Take(in Utf8JsonReader reader)
    {
        (Token, Depth) = (reader.TokenType, reader.CurrentDepth);
        Accept(reader);
    }
}
