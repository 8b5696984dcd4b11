namespace DivideMetrics.Web.Search;

/// <summary>What can be found.</summary>
internal enum SearchKind
{
    /// <summary>An economy or a territory.</summary>
    Area,

    /// <summary>A group of economies.</summary>
    Group,

    /// <summary>An indicator.</summary>
    Indicator,
}

/// <summary>By which of its words something was found.</summary>
internal enum FoundBy
{
    /// <summary>By the name that is shown.</summary>
    Name,

    /// <summary>By a code: of an area, of a series, an SDG number, an id.</summary>
    Code,

    /// <summary>By another name of an area or group: a former one, a usual one, a provider's, one in another language.</summary>
    OtherName,

    /// <summary>By another word for an indicator, or by its title in another language.</summary>
    OtherWord,

    /// <summary>By an indicator's dimension.</summary>
    Dimension,
}

/// <summary>Something that was found.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Code">REF_AREA, a group's code, or an indicator's id.</param>
/// <param name="Name">Its name in the reader's language.</param>
/// <param name="By">By which of its words it was found.</param>
/// <param name="Found">That word, as it is written.</param>
/// <param name="Start">Where in it the part begins that was typed.</param>
/// <param name="Length">How long that part is.</param>
internal sealed record SearchHit(SearchKind Kind, string Code, string Name, FoundBy By, string Found, int Start, int Length)
{
    /// <summary>True when it was not found as typed, and comes near.</summary>
    public bool IsNear { get; init; }
}
