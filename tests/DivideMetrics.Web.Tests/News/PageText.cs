using System.Net;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;

namespace DivideMetrics.Web.Tests.News;

/// <summary>What a reader reads of a page.</summary>
internal static partial class PageText
{
    /// <summary>The text between the marks, blanks as one, without those before punctuation.</summary>
    public static async Task<string> TextAsync(this HttpClient client, string address) =>
        BeforeMarks().Replace(Spaces().Replace(WebUtility.HtmlDecode(Tags().Replace((await client.GetStringAsync(address)).Split("<main")[1], " ")), " "), "$1");

    public static T Get<T>(this IServiceProvider services)
        where T : notnull => services.GetRequiredService<T>();

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex Tags();

    [GeneratedRegex("[ \\r\\n\\t]+")]
    private static partial Regex Spaces();

    [GeneratedRegex(" ([:,])")]
    private static partial Regex BeforeMarks();
}
