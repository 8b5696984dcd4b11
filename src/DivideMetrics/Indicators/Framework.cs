namespace DivideMetrics.Indicators;

/// <summary>The framework of the divide as declared in <c>seeds/framework.yml</c>: communities and their dimensions, in order.</summary>
/// <param name="Communities">The four communities of the founding text, and <c>context</c>, which is never scored.</param>
public sealed record Framework(IReadOnlyList<FrameworkCommunity> Communities)
{
    /// <summary>A framework without communities.</summary>
    public static Framework None { get; } = new([]);

    /// <summary>The community with this id, or null.</summary>
    public FrameworkCommunity? Find(string community) => Communities.FirstOrDefault(known => known.Id == community);

    /// <summary>The dimension of a community by its title, or null.</summary>
    public FrameworkDimension? Find(string community, string title) => Find(community)?.Dimensions.FirstOrDefault(known => known.Title == title);

    /// <summary>Place of an indicator's dimension in the order of the framework: by community, then by dimension; last where it is not declared.</summary>
    public (int Community, int Dimension) PlaceOf(Indicator indicator)
    {
        ArgumentNullException.ThrowIfNull(indicator);
        for (var at = 0; at < Communities.Count; at++)
        {
            if (Communities[at].Id == indicator.Community)
            {
                var dimension = Communities[at].Dimensions.ToList().FindIndex(known => known.Title == indicator.Dimension);
                return (at, dimension < 0 ? int.MaxValue : dimension);
            }
        }

        return (int.MaxValue, int.MaxValue);
    }
}

/// <summary>A community of the founding text.</summary>
/// <param name="Id">Id that indicators name, for example <c>shared-interests</c>.</param>
/// <param name="Title">In words.</param>
/// <param name="Phrase">What the founding text says of it; null for context.</param>
/// <param name="Dimensions">Its dimensions, in order.</param>
public sealed record FrameworkCommunity(string Id, string Title, string? Phrase, IReadOnlyList<FrameworkDimension> Dimensions);

/// <summary>A dimension of a community. The indicators that name it belong to it.</summary>
/// <param name="Id">Id, once in the framework.</param>
/// <param name="Title">In words, as indicators name it; once in its community.</param>
/// <param name="Phrase">The phrase of the founding text that asks for it; null where the text has none of its own.</param>
public sealed record FrameworkDimension(string Id, string Title, string? Phrase);
