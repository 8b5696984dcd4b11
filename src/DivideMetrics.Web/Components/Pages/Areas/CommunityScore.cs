using DivideMetrics.Gaps;
using DivideMetrics.Indicators;
using DivideMetrics.Indices;
using DivideMetrics.Seeds;

namespace DivideMetrics.Web.Components.Pages.Areas;

/// <summary>How an economy stands in one community of the framework: its part of the gap index.</summary>
/// <param name="Community">Id of the community.</param>
/// <param name="Newest">The newest score, or why there is none; null where nothing was computed.</param>
/// <param name="Before">The score of the year before; null where there is none.</param>
public sealed record CommunityScore(string Community, Gap? Newest, Gap? Before)
{
    /// <summary>Greatest score.</summary>
    public const double Greatest = 100;

    /// <summary>The index whose parts they are; null when none is declared.</summary>
    public static Indicator? IndexOf(Catalog catalog)
    {
        ArgumentNullException.ThrowIfNull(catalog);
        return catalog.Indicators.FirstOrDefault(indicator => indicator.Composite?.Kind == GapIndex.Kind.Id);
    }

    /// <summary>The change since the year before, in points; null where that year has no score.</summary>
    public double? Change => Newest?.Value - Before?.Value;

    /// <summary>One score a community, in declared order; the context is no community that is scored.</summary>
    /// <param name="gaps">The measures of the index for one economy.</param>
    /// <param name="catalog">The declarations.</param>
    public static IReadOnlyList<CommunityScore> Of(IReadOnlyList<Gap> gaps, Catalog catalog)
    {
        ArgumentNullException.ThrowIfNull(catalog);
        var parts = gaps.ToLookup(gap => gap.Measure, StringComparer.Ordinal);
        return catalog.Framework.Communities.Select(community => community.Id).Select(community =>
        {
            var years = parts[IndexMeasures.IdOf(IndexMeasures.Part, community)].OrderBy(gap => gap.Year).ToList();
            var newest = years.FindLast(gap => gap.Value is not null) ?? years.LastOrDefault();
            return new CommunityScore(community, newest, newest is null ? null : years.Find(gap => gap.Year == newest.Year - 1 && gap.Value is not null));
        }).Where(score => score.Newest is not null).ToList();
    }
}
