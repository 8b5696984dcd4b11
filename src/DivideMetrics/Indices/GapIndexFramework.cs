using System.Text;
using DivideMetrics.Indicators;

namespace DivideMetrics.Indices;

/// <summary>A dimension of the framework with the indicators that are scored in it.</summary>
/// <param name="Name">Name in kebab case.</param>
/// <param name="First">Position of its first indicator among all.</param>
/// <param name="Count">Number of its indicators.</param>
internal sealed record GapIndexDimension(string Name, int First, int Count);

/// <summary>A community of the framework with its dimensions.</summary>
internal sealed record GapIndexCommunity(string Name, IReadOnlyList<GapIndexDimension> Dimensions);

/// <summary>
/// The indicators of the gap index by community and dimension. An indicator without a single figure is left out for all economies and years:
/// what nobody has is neither present nor missing anywhere, and is told as a hole in the evidence elsewhere.
/// </summary>
internal sealed class GapIndexFramework
{
    private GapIndexFramework(IReadOnlyList<GapIndexCommunity> communities, IReadOnlyList<Indicator> indicators)
    {
        Communities = communities;
        Indicators = indicators;
        Dimensions = communities.SelectMany(community => community.Dimensions).ToList();
    }

    /// <summary>Every community of the framework, those without a scored indicator too; by name.</summary>
    internal IReadOnlyList<GapIndexCommunity> Communities { get; }

    /// <summary>The dimensions of all communities, in their order.</summary>
    internal IReadOnlyList<GapIndexDimension> Dimensions { get; }

    /// <summary>The scored indicators, those of a dimension side by side.</summary>
    internal IReadOnlyList<Indicator> Indicators { get; }

    /// <summary>Takes the framework out of the declarations.</summary>
    /// <param name="indicators">Every declared indicator.</param>
    /// <param name="observed">Whether an indicator has figures.</param>
    internal static GapIndexFramework Of(IReadOnlyList<Indicator> indicators, Func<string, bool> observed)
    {
        var scored = GapIndexRules.Scored(indicators).Where(indicator => observed(indicator.Id)).ToList();
        List<Indicator> ordered = [];
        var names = indicators.Select(indicator => indicator.Community).Where(name => name != GapIndexRules.Context).Distinct(StringComparer.Ordinal);
        var communities = names.Order(StringComparer.Ordinal)
            .Select(name => new GapIndexCommunity(name, Dimensioned(scored.Where(indicator => indicator.Community == name), ordered))).ToList();
        return new(communities, ordered);
    }

    /// <summary>A name in words as it stands in the id of a part: <c>Innovation and creation</c> is <c>innovation-and-creation</c>.</summary>
    internal static string Slug(string words)
    {
        var slug = new StringBuilder(words.Length);
        foreach (var character in words)
        {
            if (char.IsLetterOrDigit(character))
            {
                slug.Append(char.ToLowerInvariant(character));
            }
            else if (slug.Length > 0 && slug[^1] != '-')
            {
                slug.Append('-');
            }
        }

        return slug.ToString().TrimEnd('-');
    }

    private static List<GapIndexDimension> Dimensioned(IEnumerable<Indicator> indicators, List<Indicator> ordered)
    {
        List<GapIndexDimension> dimensions = [];
        foreach (var dimension in indicators.GroupBy(indicator => Slug(indicator.Dimension)).OrderBy(group => group.Key, StringComparer.Ordinal))
        {
            dimensions.Add(new(dimension.Key, ordered.Count, dimension.Count()));
            ordered.AddRange(dimension);
        }

        return dimensions;
    }
}
