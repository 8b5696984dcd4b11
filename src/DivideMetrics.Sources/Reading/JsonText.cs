using System.Buffers;
using System.Text;
using System.Text.Json;

namespace DivideMetrics.Sources.Reading;

/// <summary>Scalars of JSON as their text, so that <c>"50"</c> and <c>50</c> are the same, and properties by name in any case.</summary>
internal static class JsonText
{
    /// <summary>The text of the token; null for null and for brackets.</summary>
    /// <exception cref="JsonException">It is no Unicode text.</exception>
    public static string? Of(ref Utf8JsonReader reader)
    {
        try
        {
            return reader.TokenType switch
            {
                JsonTokenType.PropertyName or JsonTokenType.String => reader.GetString(),
                JsonTokenType.Number or JsonTokenType.True or JsonTokenType.False => Encoding.UTF8.GetString(
                    reader.HasValueSequence ? reader.ValueSequence.ToArray() : reader.ValueSpan),
                _ => null,
            };
        }
        catch (InvalidOperationException failure)
        {
            throw NoText(failure);
        }
    }

    /// <summary>The text of a scalar; null for null, arrays and objects.</summary>
    /// <exception cref="JsonException">It is no Unicode text.</exception>
    public static string? Of(JsonElement element)
    {
        try
        {
            return element.ValueKind switch
            {
                JsonValueKind.String => element.GetString(),
                JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False => element.GetRawText(),
                _ => null,
            };
        }
        catch (InvalidOperationException failure)
        {
            throw NoText(failure);
        }
    }

    /// <summary>A property by name in any case; null when the element is no object or has none.</summary>
    /// <exception cref="JsonException">A name is no Unicode text.</exception>
    public static JsonElement? Property(JsonElement element, string name)
    {
        if (element.ValueKind != JsonValueKind.Object)
        {
            return null;
        }

        try
        {
            foreach (var property in element.EnumerateObject())
            {
                if (property.Name.Equals(name, StringComparison.OrdinalIgnoreCase))
                {
                    return property.Value;
                }
            }
        }
        catch (InvalidOperationException failure)
        {
            throw NoText(failure);
        }

        return null;
    }

    /// <summary>The text of a scalar property; null when there is none.</summary>
    /// <exception cref="JsonException">It is no Unicode text.</exception>
    public static string? PropertyText(JsonElement element, params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            if (Property(element, name) is { } value && Of(value) is { } text)
            {
                return text;
            }
        }

        return null;
    }

    private static JsonException NoText(Exception inner) => new("A text is not Unicode.", inner);
}
