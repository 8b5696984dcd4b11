using System.Text.Json;
using System.Text.Unicode;

namespace DivideMetrics.Sources.Reading;

/// <summary>One JSON body, read whole; bodies that would not fit in memory are refused first.</summary>
internal static class JsonBody
{
    private const int MostBytes = 96 << 20;
    private const int SnippetBytes = 400;

    /// <summary>Reads a file.</summary>
    /// <exception cref="SourceException">It is too long, breaks off, or is no JSON.</exception>
    public static JsonDocument Open(RawFile file)
    {
        using var stream = file.OpenRead();
        var bytes = Read(file, stream);
        try
        {
            CheckTexts(bytes.Span);
            return JsonDocument.Parse(bytes);
        }
        catch (Exception failure) when (failure is JsonException or InvalidOperationException)
        {
            var start = Snippet.Of(bytes.Span[..Math.Min(bytes.Length, SnippetBytes)]);
            throw new SourceException($"{file.Name} ({file.Uri}): expected JSON; the body begins '{start}'. {failure.Message}", failure);
        }
    }

    /// <summary>A document is parsed without looking into its texts: one that is no Unicode would fail whoever reads it.</summary>
    private static void CheckTexts(ReadOnlySpan<byte> bytes)
    {
        var reader = new Utf8JsonReader(bytes);
        while (reader.Read())
        {
            if (reader.TokenType is JsonTokenType.String or JsonTokenType.PropertyName && (reader.ValueIsEscaped || !Utf8.IsValid(reader.ValueSpan)))
            {
                reader.GetString();
            }
        }
    }

    private static ReadOnlyMemory<byte> Read(RawFile file, Stream stream)
    {
        var memory = new MemoryStream();
        var buffer = new byte[1 << 16];
        for (var read = stream.Read(buffer); read > 0; read = stream.Read(buffer))
        {
            memory.Write(buffer, 0, read);
            if (memory.Length > MostBytes)
            {
                throw new SourceException(
                    $"{file.Name} ({file.Uri}): expected at most {MostBytes} bytes of JSON, found more. Ask for smaller pages.");
            }
        }

        var bytes = memory.GetBuffer().AsMemory(0, (int)memory.Length);
        return bytes.Span.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]) ? bytes[3..] : bytes;
    }
}
