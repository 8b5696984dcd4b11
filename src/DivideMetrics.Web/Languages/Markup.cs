using System.Text.Encodings.Web;
using System.Text.Unicode;

namespace DivideMetrics.Web.Languages;

/// <summary>What fills the places of a text that is HTML: <c>T("Read from {0}", Markup.Code(location))</c>. Everything is encoded here.</summary>
public static class Markup
{
    private static readonly HtmlEncoder Html = HtmlEncoder.Create(UnicodeRanges.All);

    /// <summary>Words as they are.</summary>
    public static string Encoded(string? text) => Html.Encode(text ?? "");

    /// <summary>A code, a formula, a name of a file.</summary>
    public static string Code(string? text) => $"<code>{Encoded(text)}</code>";

    /// <summary>A proper name, which is the same in every language.</summary>
    public static string Name(string? text) => $"<span translate=\"no\">{Encoded(text)}</span>";

    /// <summary>What is in English for everybody: titles of data sets, messages of the program to its operator.</summary>
    public static string English(string? text) => $"<span lang=\"en\">{Encoded(text)}</span>";

    /// <summary>A link.</summary>
    /// <param name="address">Where it leads.</param>
    /// <param name="html">What it says, encoded.</param>
    public static string Link(string address, string html) => $"<a href=\"{Encoded(address)}\">{html}</a>";
}
