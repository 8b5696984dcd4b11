using DivideMetrics.Areas;

namespace DivideMetrics.Web.Search;

/// <summary>How well a term fits, best first.</summary>
internal enum SearchRank
{
    /// <summary>It is the whole name, in the reader's language or in English.</summary>
    WholeName,

    /// <summary>It is the code.</summary>
    Code,

    /// <summary>It is another whole name, or another word for it.</summary>
    WholeOther,

    /// <summary>The name begins so.</summary>
    NameBegins,

    /// <summary>A word of the name begins so.</summary>
    WordBegins,

    /// <summary>Another name, or a word of it, begins so.</summary>
    OtherBegins,

    /// <summary>It stands somewhere else: inside of words, in the dimension, in several terms together.</summary>
    Elsewhere,

    /// <summary>It is so but for a slip of the hand.</summary>
    Near,
}

/// <summary>A term that fits.</summary>
/// <param name="Rank">How well.</param>
/// <param name="Term">The term.</param>
/// <param name="At">Where in its letters.</param>
/// <param name="Count">How many letters.</param>
/// <param name="Distance">How far it is, when it is only near.</param>
internal sealed record TermMatch(SearchRank Rank, SearchTerm Term, int At, int Count, double Distance = 0);

/// <summary>What a reader typed, and how terms fit it.</summary>
internal sealed class SearchQuery
{
    /// <summary>Nobody types more than that to find a name.</summary>
    public const int MaxLength = 100;

    private const string SdgPrefix = "SDG ";
    private const int LeastInOthers = 2;
    private const int LeastInside = 3;
    private const int LeastToSlip = 4;
    private readonly string _code;
    private readonly string _language;
    private readonly SearchText _text;

    /// <param name="text">What was typed.</param>
    /// <param name="language">Code of the reader's language.</param>
    public SearchQuery(string text, string language)
    {
        var cut = (text.Length <= MaxLength ? text : text[..MaxLength]).Trim();
        _code = cut.StartsWith(SdgPrefix, StringComparison.OrdinalIgnoreCase) ? cut[SdgPrefix.Length..].Trim() : cut;
        _text = SearchText.Of(cut);
        _language = language;
    }

    /// <summary>True when there is nothing to look for.</summary>
    public bool IsEmpty => Letters.Length == 0;

    private string Letters => _text.Letters;

    /// <summary>The best fitting term of an entry; null when none fits.</summary>
    public TermMatch? Best(SearchEntry entry)
    {
        var matches = entry.Terms.Select(Match).OfType<TermMatch>().OrderBy(match => match.Rank).ThenBy(match => Foreignness(match.Term)).ToList();

        // Where the text is the code and stands in a name too, the name says enough.
        return matches is not [{ Rank: SearchRank.Code } code, ..] ? matches.FirstOrDefault() ?? Together(entry)
            : matches.Find(match => match.Term.IsNameFor(_language)) is { } name ? name with { Rank = code.Rank }
            : code;
    }

    /// <summary>The nearest of the terms that the reader may have meant; null when all are too far.</summary>
    public TermMatch? Nearest(SearchEntry entry)
    {
        if (Letters.Length < LeastToSlip || _text.IsWithoutSpaces)
        {
            return null;
        }

        return entry.Terms.Where(term => term.Kind == TermKind.Other || term.IsNameFor(_language))
            .Select(term => (Term: term, Distance: NameDistance.Between(_text.Spaced, term.Text.Spaced)))
            .Where(near => near.Distance is not null)
            .Select(near => new TermMatch(SearchRank.Near, near.Term, 0, 0, near.Distance!.Value)).MinBy(near => near.Distance);
    }

    private TermMatch? Match(SearchTerm term) => term.Kind == TermKind.Code ? Code(term)
        : term.Kind == TermKind.Dimension ? Name(term) is { } match ? match with { Rank = SearchRank.Elsewhere } : null
        : Letters.Length < LeastInOthers && !term.IsNameFor(_language) && !_text.IsWithoutSpaces ? null
        : Name(term);

    private TermMatch? Code(SearchTerm term)
    {
        var code = term.Text.Original;
        var isCode = string.Equals(code, _code, StringComparison.OrdinalIgnoreCase)
            || (_code.Length > 0 && char.IsAsciiDigit(_code[0]) && code.StartsWith(_code + ".", StringComparison.OrdinalIgnoreCase));
        return isCode ? new(SearchRank.Code, term, 0, Math.Min(Letters.Length, term.Text.Letters.Length)) : null;
    }

    private TermMatch? Name(SearchTerm term)
    {
        var (isName, letters) = (term.IsNameFor(_language), term.Text.Letters);
        if (letters.StartsWith(Letters, StringComparison.Ordinal))
        {
            var isWhole = letters.Length == Letters.Length;
            return Found(isName ? isWhole ? SearchRank.WholeName : SearchRank.NameBegins : isWhole ? SearchRank.WholeOther : SearchRank.OtherBegins, 0);
        }

        if (WordAt(term.Text, Letters) is { } at)
        {
            return Found(isName ? SearchRank.WordBegins : SearchRank.OtherBegins, at);
        }

        if (_text.Words.Count > 1 && _text.Words.All(word => WordAt(term.Text, word) is not null))
        {
            return new(isName ? SearchRank.WordBegins : SearchRank.OtherBegins, term, WordAt(term.Text, _text.Words[0])!.Value, _text.Words[0].Length);
        }

        var inside = Letters.Length >= LeastInside ? letters.IndexOf(Letters, StringComparison.Ordinal) : -1;
        return inside < 0 ? null : Found(SearchRank.Elsewhere, inside);

        TermMatch Found(SearchRank rank, int at) => new(rank, term, at, Letters.Length);
    }

    /// <summary>Several words, of which each begins a word of some term.</summary>
    private TermMatch? Together(SearchEntry entry)
    {
        var words = _text.Words;
        if (words.Count < 2)
        {
            return null;
        }

        var matches = words.Select(word => entry.Terms.Where(term => term.Kind != TermKind.Code)
            .Select(term => WordAt(term.Text, word) is { } at ? new TermMatch(SearchRank.Elsewhere, term, at, word.Length) : null)
            .OfType<TermMatch>().MinBy(match => (match.Term.Kind, Foreignness(match.Term)))).ToList();
        return matches.Contains(null) ? null : matches.MinBy(match => match!.Term.Kind);
    }

    private int Foreignness(SearchTerm term) => term.Language == _language ? 0 : term.Language is null or "en" ? 1 : 2;

    /// <summary>Where the first word stands that begins so; null when none does.</summary>
    private static int? WordAt(SearchText text, string letters)
    {
        foreach (var start in text.Starts)
        {
            if (text.Letters.AsSpan(start).StartsWith(letters, StringComparison.Ordinal))
            {
                return start;
            }
        }

        return null;
    }
}
