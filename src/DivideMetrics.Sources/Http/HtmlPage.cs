using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using DivideMetrics.Sources.Reading;

namespace DivideMetrics.Sources.Http;

/// <summary>Tells a web page from data by its first bytes, whatever the answer's media type says.</summary>
internal static partial class HtmlPage
{
    /// <summary>How much of a body is enough to tell, and to find a title.</summary>
    public const int Bytes = 4096;

    private static readonly string[] Starts = ["<!DOCTYPE html", "<html", "<head>", "<body"];

    /// <summary>What a page says of itself: its title, else its first words; null when the bytes do not begin a web page.</summary>
    public static string? TitleOf(ReadOnlySpan<byte> start)
    {
        var text = Encoding.UTF8.GetString(start[..Math.Min(start.Length, Bytes)]).TrimStart('\uFEFF', ' ', '\t', '\r', '\n');
        var body = Prologue().Replace(text, "", 1);
        if (!Starts.Any(tag => body.StartsWith(tag, StringComparison.OrdinalIgnoreCase)))
        {
            return null;
        }

        var title = WebUtility.HtmlDecode(Title().Match(body).Groups["title"].Value);
        return Snippet.Of(Encoding.UTF8.GetBytes(string.IsNullOrWhiteSpace(title) ? body : title));
    }

    [GeneratedRegex(@"\A(<\?xml[^>]*\?>\s*|<!--.*?-->\s*)+", RegexOptions.Singleline | RegexOptions.NonBacktracking)]
    private static partial Regex Prologue();

    [GeneratedRegex("<title[^>]*>(?<title>[^<]*)", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Title();
}
