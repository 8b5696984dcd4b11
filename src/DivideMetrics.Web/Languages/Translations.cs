using System.Collections;
using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Resources;
using System.Text.RegularExpressions;

namespace DivideMetrics.Web.Languages;

/// <summary>
/// What the resources in <c>Languages/Resources/*.resx</c> hold: English texts as keys, and for a text with a count
/// <c>text|form</c> with a form of <see cref="Plurals"/>. Read when a language is first spoken.
/// </summary>
public static partial class Translations
{
    private static readonly FrozenDictionary<string, Lazy<FrozenDictionary<string, string>>> Read =
        Language.All.ToFrozenDictionary(language => language.Code, language => new Lazy<FrozenDictionary<string, string>>(() => ReadAll(language)));

    private static readonly ConcurrentDictionary<(string Language, string Key), bool> Missed = [];

    /// <summary>Keys that were asked for and that no resource has; such a text is shown in English.</summary>
    public static IReadOnlyCollection<(string Language, string Key)> Missing => [.. Missed.Keys];

    /// <summary>All keys and texts of a language.</summary>
    public static IReadOnlyDictionary<string, string> Of(Language language) => Read[language.Code].Value;

    /// <summary>A text in a language; null when it is not translated.</summary>
    public static string? Find(Language language, string key)
    {
        if (language == Language.Pseudo)
        {
            return Marked(key.Split('|')[0]);
        }

        if (Read[language.Code].Value.TryGetValue(key, out var text))
        {
            return text;
        }

        Missed.TryAdd((language.Code, key), true);
        return null;
    }

    /// <summary>A text between ⟦ and ⟧, without what fills its places.</summary>
    public static string Marked(string text) => Between().Replace(text, "⟦$0⟧");

    [GeneratedRegex(@"(?<=^|\})[^{]+")]
    private static partial Regex Between();

    private static FrozenDictionary<string, string> ReadAll(Language language)
    {
        var assembly = typeof(Translations).Assembly;
        var texts = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var name in assembly.GetManifestResourceNames().Where(name => name.EndsWith($".{language.Code}.resources", StringComparison.Ordinal)))
        {
            using var resources = new ResourceReader(assembly.GetManifestResourceStream(name)!);
            foreach (DictionaryEntry entry in resources)
            {
                texts[(string)entry.Key] = (string)entry.Value!;
            }
        }

        return texts.ToFrozenDictionary(StringComparer.Ordinal);
    }
}
