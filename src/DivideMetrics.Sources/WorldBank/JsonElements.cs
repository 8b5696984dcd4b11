using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using DivideMetrics.Sources.Reading;

namespace DivideMetrics.Sources.WorldBank;

/// <summary>Reads JSON from a stream piece by piece: holds one object of the body in memory, never the body.</summary>
internal sealed class JsonElements(Stream stream) : JsonWindow(stream, 1 << 22)
{
    /// <summary>Goes to the next token; an object is read whole into <paramref name="value"/>.</summary>
    /// <returns>StartObject when <paramref name="value"/> is set, else the token; None at the end of the stream.</returns>
    /// <exception cref="JsonException">The bytes are not JSON, or break off.</exception>
    public JsonTokenType Next<T>(JsonTypeInfo<T> type, out T? value)
        where T : class
    {
        while (true)
        {
            if (TryNext(type, out var token, out value))
            {
                return token;
            }

            if (Ended)
            {
                return JsonTokenType.None;
            }

            Fill();
        }
    }

    private bool TryNext<T>(JsonTypeInfo<T> type, out JsonTokenType token, out T? value)
    {
        (token, value) = (JsonTokenType.None, default);
        var reader = Resume();
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

        Accept(reader);
        return true;
    }
}
