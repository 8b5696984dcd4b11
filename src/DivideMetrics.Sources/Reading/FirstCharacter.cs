using System.Text;

namespace DivideMetrics.Sources.Reading;

/// <summary>The first byte of a text that says something: tells JSON from a table.</summary>
internal static class FirstCharacter
{
    /// <summary>True when the text is an object or a list of JSON.</summary>
    public static bool IsJson(Stream stream) => Of(stream) is '[' or '{';

    /// <summary>The first character that is no space and no byte order mark; null in an empty text.</summary>
    private static char? Of(Stream stream)
    {
        var buffer = new byte[4096];
        int read;
        while ((read = stream.ReadAtLeast(buffer, 3, throwOnEndOfStream: false)) > 0)
        {
            var at = buffer.AsSpan(0, read).StartsWith(Encoding.UTF8.Preamble) ? 3 : 0;
            while (at < read && char.IsWhiteSpace((char)buffer[at]))
            {
                at++;
            }

            if (at < read)
            {
                return (char)buffer[at];
            }
        }

        return null;
    }
}
