using System.Text;
using System.Text.RegularExpressions;
using DivideMetrics.Sources.Reading;

namespace DivideMetrics.Sources.Dimensions;

/// <summary>Opens a raw file, and says what came where it cannot be the format that was expected.</summary>
internal static partial class RawContent
{
    private const int Start = 4096;

    /// <summary>Opens the bytes and looks at the first of them; a byte order mark is left to who reads them.</summary>
    /// <param name="file">The file.</param>
    /// <param name="format">What it must be, for messages.</param>
    /// <exception cref="SourceException">It is empty, a page for people, a SOAP message, or a file of another kind.</exception>
    public static (Stream Content, byte[] Start) Open(RawFile file, string format)
    {
        var raw = file.OpenRead();
        try
        {
            var (start, whole) = Peek(raw);
            return WhatCame(start) is not { } what
                ? (whole, start)
                : throw new SourceException(
                    $"{file.Name} ({file.Uri}): expected {format}, found {what}" +
                    $"{(start.Length > 0 ? $" that begins '{Snippet.Of(start)}'" : "")}.");
        }
        catch
        {
            raw.Dispose();
            throw;
        }
    }

    private static (byte[] Start, Stream Whole) Peek(Stream stream)
    {
        var start = new byte[Start];
        var read = stream.ReadAtLeast(start, Start, throwOnEndOfStream: false);
        start = start[..read];
        if (!stream.CanSeek)
        {
            return (start, new PrefixedStream(start, stream));
        }

        stream.Position = 0;
        return (start, stream);
    }

    private static string? WhatCame(byte[] start)
    {
        if (start.Length == 0)
        {
            return "an empty file";
        }

        if (start.AsSpan().StartsWith("%PDF"u8))
        {
            return "a PDF document";
        }

        var text = Encoding.UTF8.GetString(start).TrimStart('\uFEFF', ' ', '\t', '\r', '\n');
        return Html().IsMatch(text) ? "an HTML page"
            : Soap().Match(text) is { Success: true } ? $"a SOAP message{FaultOf(text)}"
            : null;
    }

    private static string FaultOf(string text) =>
        Fault().Match(text) is { Success: true } fault ? $" with the fault '{fault.Groups["text"].Value.Trim()}'" : "";

    [GeneratedRegex(
        @"^(<\?xml[^>]*>\s*)?(<!--[^>]*-->\s*)?<(!doctype\s+html|html|head|body)\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Html();

    [GeneratedRegex(@"^(<\?xml[^>]*>\s*)?<([\w-]+:)?Envelope\b", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Soap();

    [GeneratedRegex(@"<([\w-]+:)?(faultstring|Text)\b[^>]*>(?<text>[^<]{1,300})", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Fault();
}
