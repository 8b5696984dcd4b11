using DivideMetrics.Seeds;

namespace DivideMetrics.Web.Reading;

/// <summary>Sources as readers know them.</summary>
internal static class SourceNames
{
    private static readonly char[] Ends = [' ', ';', ',', ')', '.', ':'];
    private static readonly string[] Before = ["from ", "to ", "of "];

    /// <summary>
    /// A remark of the computation in which ids of sources are replaced by their titles: where a series switches <c>from</c> one <c>to</c> another,
    /// and in the terms <c>of</c> one. The same letters elsewhere (the rule "UNSD 2023") stay.
    /// </summary>
    public static string In(string? remark, Catalog catalog)
    {
        if (string.IsNullOrEmpty(remark))
        {
            return "";
        }

        var text = remark;
        foreach (var source in catalog.Sources.OrderByDescending(source => source.Id.Length))
        {
            text = Replaced(text, source.Id, source.Title);
        }

        return text;
    }

    private static string Replaced(string text, string id, string title)
    {
        for (var at = text.IndexOf(id, StringComparison.Ordinal); at >= 0; at = text.IndexOf(id, at, StringComparison.Ordinal))
        {
            var after = at + id.Length;
            var whole = Before.Any(word => text.AsSpan(0, at).EndsWith(word, StringComparison.Ordinal)) && (after == text.Length || Ends.Contains(text[after]));
            text = whole ? string.Concat(text.AsSpan(0, at), title, text.AsSpan(after)) : text;
            at += whole ? title.Length : id.Length;
            if (at >= text.Length)
            {
                return text;
            }
        }

        return text;
    }
}
