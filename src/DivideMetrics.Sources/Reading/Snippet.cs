using System.Text;

namespace DivideMetrics.Sources.Reading;

/// <summary>The first words of a body that is not what was expected, for error messages.</summary>
internal static class Snippet
{
    private const int Bytes = 400;
    private const int Characters = 120;

    /// <summary>Printable start of a text: runs of white space become one space, other control characters a dot.</summary>
    public static string Of(ReadOnlySpan<byte> bytes)
    {
        var text = new StringBuilder(Characters);
        foreach (var character in Encoding.UTF8.GetString(bytes))
        {
            if (text.Length >= Characters)
            {
                return text.Append('…').ToString();
            }

            if (!char.IsWhiteSpace(character))
            {
                text.Append(char.IsControl(character) || character == '\uFFFD' ? '·' : character);
            }
            else if (text.Length > 0 && text[^1] != ' ')
            {
                text.Append(' ');
            }
        }

        return text.ToString().Trim();
    }

    /// <summary>Printable start of a stream; reads a few hundred bytes.</summary>
    public static async Task<string> OfAsync(Stream stream, CancellationToken cancellationToken)
    {
        var bytes = new byte[Bytes];
        var read = await stream.ReadAtLeastAsync(bytes, Bytes, throwOnEndOfStream: false, cancellationToken);
        return Of(bytes.AsSpan(0, read));
    }

    /// <summary>Printable start of a stored file.</summary>
    public static string Of(RawFile file)
    {
        using var stream = file.OpenRead();
        var bytes = new byte[Bytes];
        var read = stream.ReadAtLeast(bytes, Bytes, throwOnEndOfStream: false);
        return Of(bytes.AsSpan(0, read));
    }
}
