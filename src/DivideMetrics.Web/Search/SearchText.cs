using System.Globalization;
using System.Text;

namespace DivideMetrics.Web.Search;

/// <summary>
/// A text as it is compared: its letters and digits alone, in lower case and without accents, with where its words begin and where each letter
/// stood. So “Côte d’Ivoire” is found by “cote d ivoire” and by “cotedivoire”, and what was found can be shown in it.
/// </summary>
internal sealed class SearchText
{
    private const string Article = "ال";
    private readonly List<int> _places = [];
    private readonly List<int> _wordStarts = [];
    private readonly SortedSet<int> _starts = [];

    private SearchText(string original) => Original = original;

    /// <summary>The text as it is written.</summary>
    public string Original { get; }

    /// <summary>The letters and digits that are compared.</summary>
    public string Letters { get; private set; } = "";

    /// <summary>Where in <see cref="Letters"/> words begin, in order. Each character of a script without spaces begins one.</summary>
    public IReadOnlyList<int> Starts { get; private set; } = [];

    /// <summary>The words between spaces and punctuation, each as it is compared.</summary>
    public IReadOnlyList<string> Words { get; private set; } = [];

    /// <summary>The words with a space between them.</summary>
    public string Spaced => string.Join(' ', Words);

    /// <summary>True for a text in a script without spaces between words, where any part may be one.</summary>
    public bool IsWithoutSpaces => Letters.Any(IsIdeograph);

    /// <summary>Reads a text.</summary>
    public static SearchText Of(string text)
    {
        var result = new SearchText(text);
        result.Read();
        return result;
    }

    /// <summary>Where letters stand in the text as it is written, with the accents that belong to them.</summary>
    /// <param name="at">The first in <see cref="Letters"/>.</param>
    /// <param name="count">How many.</param>
    public (int Start, int Length) Part(int at, int count)
    {
        if (count == 0)
        {
            return (0, 0);
        }

        var start = _places[at];
        var end = _places[at + count - 1] + 1;
        while (end < Original.Length && (char.IsLowSurrogate(Original[end]) || char.GetUnicodeCategory(Original[end]) == UnicodeCategory.NonSpacingMark))
        {
            end++;
        }

        return (start, end - start);
    }

    private void Read()
    {
        var letters = new StringBuilder();
        var (place, isNewWord) = (0, true);
        foreach (var rune in Original.EnumerateRunes())
        {
            foreach (var part in Parts(rune))
            {
                isNewWord = Take(part, letters, place, isNewWord);
            }

            place += rune.Utf16SequenceLength;
        }

        Letters = letters.ToString();
        Words = _wordStarts.Zip(_wordStarts.Skip(1).Append(Letters.Length), (start, next) => Letters[start..next]).ToList();
        SkipArticles();
        Starts = [.. _starts];
    }

    /// <summary>Adds a character's letters; true when the next letter begins a word.</summary>
    private bool Take(Rune part, StringBuilder letters, int place, bool isNewWord)
    {
        if (Rune.GetUnicodeCategory(part) == UnicodeCategory.NonSpacingMark)
        {
            return isNewWord;
        }

        if (!Rune.IsLetterOrDigit(part))
        {
            return isNewWord || part.Value is not ('\'' or '’' or '.');
        }

        var folded = Folded(Rune.ToLowerInvariant(part));
        if (folded.Length == 0)
        {
            return isNewWord;
        }

        if (isNewWord)
        {
            _wordStarts.Add(letters.Length);
        }

        if (isNewWord || IsIdeograph(folded[0]))
        {
            _starts.Add(letters.Length);
        }

        letters.Append(folded);
        _places.AddRange(Enumerable.Repeat(place, folded.Length));
        return false;
    }

    /// <summary>In Arabic a word is also looked for without its article.</summary>
    private void SkipArticles()
    {
        foreach (var (start, word) in _wordStarts.Zip(Words))
        {
            if (word.Length > Article.Length + 1 && word.StartsWith(Article, StringComparison.Ordinal))
            {
                _starts.Add(start + Article.Length);
            }
        }
    }

    private static StringRuneEnumerator Parts(Rune rune) => rune.ToString().Normalize(NormalizationForm.FormKD).EnumerateRunes();

    /// <summary>Letters that are no letter with an accent, and are typed otherwise all the same.</summary>
    private static string Folded(Rune letter) => letter.ToString() switch
    {
        "ß" => "ss",
        "æ" => "ae",
        "œ" => "oe",
        "ø" => "o",
        "ł" => "l",
        "đ" or "ð" => "d",
        "þ" => "th",
        "ı" => "i",
        "ة" => "ه",
        "ى" => "ي",
        "ـ" => "",
        var other => other,
    };

    private static bool IsIdeograph(char letter) => letter is >= '\u3400' and <= '\u9fff';
}
