namespace DivideMetrics.Web.Search;

/// <summary>What a term is for what it stands for.</summary>
internal enum TermKind
{
    /// <summary>Its name in a language.</summary>
    Name,

    /// <summary>Another name or word for it.</summary>
    Other,

    /// <summary>A code: found whole, or up to a point in it (17.8 of 17.8.1).</summary>
    Code,

    /// <summary>What it belongs to.</summary>
    Dimension,
}

/// <summary>Something that can be typed to find an entry.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Text">The text.</param>
/// <param name="Language">Its language (BCP 47); null when it belongs to none.</param>
internal sealed record SearchTerm(TermKind Kind, SearchText Text, string? Language)
{
    /// <summary>True for a name that a reader of a language knows: in that language, or in English.</summary>
    public bool IsNameFor(string language) => Kind == TermKind.Name && (Language == language || Language == Languages.Language.English.Code);
}

/// <summary>Something that can be found.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Code">Its code or id.</param>
/// <param name="IsPrimary">Of equals those that stand for themselves come first: economies before territories, indicators with figures before their parts.</param>
/// <param name="Terms">All by which it is found.</param>
internal sealed record SearchEntry(SearchKind Kind, string Code, bool IsPrimary, IReadOnlyList<SearchTerm> Terms);
