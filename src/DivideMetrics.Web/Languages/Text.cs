using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace DivideMetrics.Web.Languages;

/// <summary>
/// What readers read, said in their language. A text is written where it is used, whole and in English, and is its own key: a sentence is never
/// put together from pieces, because other languages order their words otherwise. Numbers and names come in as texts. A text that no resource has
/// is shown in English.
/// </summary>
public static class Text
{
    /// <summary>A text without numbers that it must agree with: <c>T("{0} of {1} economies", few, all)</c>.</summary>
    /// <param name="english">The text, with places <c>{0}</c> to be filled.</param>
    /// <param name="values">What fills them: names and numbers as texts.</param>
    public static string T([StringSyntax(StringSyntaxAttribute.CompositeFormat)] string english, params ReadOnlySpan<object?> values)
    {
        var language = Language.Current;
        return Filled(language == Language.English || english.Length == 0 ? english : Translations.Find(language, english) ?? english, values);
    }

    /// <summary>A text that agrees with a count: <c>N(3, "one economy", "{0} economies", "3")</c>.</summary>
    /// <param name="count">The count, as it is written: rounded where the text shows it rounded.</param>
    /// <param name="one">The text for one.</param>
    /// <param name="other">The text for all other counts; the key.</param>
    /// <param name="values">What fills the places of either.</param>
    public static string N(
        double count,
        [StringSyntax(StringSyntaxAttribute.CompositeFormat)] string one,
        [StringSyntax(StringSyntaxAttribute.CompositeFormat)] string other,
        params ReadOnlySpan<object?> values)
    {
        var language = Language.Current;
        var english = count == 1 ? one : other;
        return Filled(language == Language.English ? english : Translations.Find(language, $"{other}|{Plurals.FormOf(language, count)}") ?? english, values);
    }

    /// <summary>Marks a text that is said later, where a reader is known: the text itself, <c>T(Later("…"))</c> says it.</summary>
    public static string Later([StringSyntax(StringSyntaxAttribute.CompositeFormat)] string english) => english;

    /// <summary>Names, or other texts that are said already, one after the other.</summary>
    public static string Listed(IEnumerable<string> texts) => string.Join(Language.Current.Comma, texts);

    private static string Filled(string text, ReadOnlySpan<object?> values) => values.IsEmpty ? text : string.Format(CultureInfo.InvariantCulture, text, values);
}
