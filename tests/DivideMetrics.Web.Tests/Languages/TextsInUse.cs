using System.Text.RegularExpressions;
using DivideMetrics.Seeds;
using DivideMetrics.Web.Languages;

namespace DivideMetrics.Web.Tests.Languages;

/// <summary>Every text that the pages say, read from the program's source and from its seeds.</summary>
internal static partial class TextsInUse
{
    /// <summary>Keys of texts without a count.</summary>
    public static IReadOnlySet<string> Plain(Catalog catalog) =>
        Sources().SelectMany(source => Said().Matches(source.Text)).Select(match => Unescaped(match.Groups[1].Value)).Concat(Vocabulary.Of(catalog)).Where(text => text.Any(char.IsLetter)).ToHashSet();

    /// <summary>Keys of texts with a count: the text for one, and the text for all others, which is the key.</summary>
    public static IReadOnlyDictionary<string, string> Counted() =>
        Sources().SelectMany(source => Agreeing().Matches(source.Text)).Select(match => (One: Unescaped(match.Groups[1].Value), Other: Unescaped(match.Groups[2].Value))).Distinct()
            .GroupBy(pair => pair.Other).ToDictionary(group => group.Key, group => group.First().One);

    /// <summary>Texts that are put together before they are looked up, which no resource can have.</summary>
    public static IReadOnlyList<string> PutTogether() =>
        Sources().SelectMany(source => Interpolated().Matches(source.Text).Select(match => $"{source.Name}: {match.Value}")).ToList();

    private static IEnumerable<(string Name, string Text)> Sources() =>
        Directory.EnumerateFiles(Path.Combine(Root(), "src", "DivideMetrics.Web"), "*", SearchOption.AllDirectories)
            .Where(file => file.EndsWith(".cs", StringComparison.Ordinal) || file.EndsWith(".razor", StringComparison.Ordinal))
            .Where(file => !file.Split(Path.DirectorySeparatorChar).Any(part => part is "obj" or "bin" or "Languages"))
            .Select(file => (Path.GetFileName(file), File.ReadAllText(file)));

    private static string Root()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "DivideMetrics.sln")))
        {
            folder = Path.GetDirectoryName(folder)!;
        }

        return folder;
    }

    private static string Unescaped(string literal) => Regex.Unescape(literal);

    [GeneratedRegex("""\b(?:T|Later)\(\s*"((?:[^"\\]|\\.)*)"(?!\s*\+)""")]
    private static partial Regex Said();

    [GeneratedRegex("""\bN\([^";]*?"((?:[^"\\]|\\.)*)"\s*,\s*"((?:[^"\\]|\\.)*)"\s*[,)]""")]
    private static partial Regex Agreeing();

    [GeneratedRegex("""\b(?:T|N|Later)\(\s*(?:\$@?"|"(?:[^"\\]|\\.)*"\s*\+).{0,60}""")]
    private static partial Regex Interpolated();
}
