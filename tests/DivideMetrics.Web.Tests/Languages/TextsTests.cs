using System.Text.RegularExpressions;
using DivideMetrics.Seeds;
using DivideMetrics.Web.Hosting;
using DivideMetrics.Web.Languages;

namespace DivideMetrics.Web.Tests.Languages;

/// <summary>The resources against the texts that the program says.</summary>
public sealed partial class TextsTests
{
    private static readonly Catalog Catalog = Declarations.Load(Path.Combine(AppContext.BaseDirectory, "seeds"));

    /// <summary>All languages that are translated into.</summary>
    public static TheoryData<string> Codes => [.. Language.All.Where(language => language != Language.English).Select(language => language.Code)];

    [Fact]
    public void No_text_is_put_together_before_it_is_looked_up() => Assert.Empty(TextsInUse.PutTogether());

    [Theory]
    [MemberData(nameof(Codes))]
    public void Every_text_is_translated_and_no_translation_is_left_over(string code)
    {
        var language = Language.Find(code)!;
        var wanted = Wanted(language);
        var known = Translations.Of(language).Keys.ToHashSet();
        Keep($"{code}.missing", wanted.Except(known));
        Keep($"{code}.unused", known.Except(wanted));

        Assert.Empty(wanted.Except(known).Take(20));
        Assert.Empty(known.Except(wanted).Take(20));
    }

    [Theory]
    [MemberData(nameof(Codes))]
    public void Translation_has_the_places_of_its_text(string code)
    {
        var wrong = Translations.Of(Language.Find(code)!)
            .Where(pair => pair.Value.Length == 0 || !Fits(Places(pair.Key.Split('|')[0]), Places(pair.Value), pair.Key.Contains('|', StringComparison.Ordinal)))
            .Select(pair => $"{pair.Key} → {pair.Value}").ToList();

        Assert.Empty(wrong);
    }

    private static HashSet<string> Wanted(Language language) =>
    [
        .. TextsInUse.Plain(Catalog),
        .. TextsInUse.Counted().Keys.SelectMany(key => Plurals.FormsOf(language).Select(form => $"{key}|{form}")),
    ];

    // A text for one or two may say the number in words.
    private static bool Fits(IReadOnlySet<string> places, IReadOnlySet<string> found, bool isCounted) =>
        isCounted ? found.IsSubsetOf(places) : found.SetEquals(places);

    private static HashSet<string> Places(string text) => Place().Matches(text).Select(match => match.Value).ToHashSet();

    /// <summary>DIVIDEMETRICS_TEXTS=1 writes what a language lacks, and what it has in vain, one text in a line, for those who translate.</summary>
    private static void Keep(string name, IEnumerable<string> texts)
    {
        if (Environment.GetEnvironmentVariable("DIVIDEMETRICS_TEXTS") == "1")
        {
            var folder = Directory.CreateDirectory(Path.Combine(AppContext.BaseDirectory, "texts")).FullName;
            File.WriteAllLines(Path.Combine(folder, $"{name}.jsonl"), texts.Order(StringComparer.Ordinal).Select(text => System.Text.Json.JsonSerializer.Serialize(text, Readable)));
        }
    }

    private static readonly System.Text.Json.JsonSerializerOptions Readable = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    [GeneratedRegex(@"\{\d+\}")]
    private static partial Regex Place();
}
