using System.Text.Json;

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
            return JsonDocument.Parse(bytes);
        }
        catch (JsonException failure)
        {
            var start = Snippet.Of(bytes.Span[..Math.Min(bytes.Length, SnippetBytes)]);
            throw new SourceException($"{file.Name} ({file.Uri}): expected JSON; the body begins '{start}'. {failure.Message}", failure);
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
