using DivideMetrics.Areas;
using DivideMetrics.Observations;
using DivideMetrics.Panels;
using DivideMetrics.Web.Languages;

namespace DivideMetrics.Web.Reading;

/// <summary>Economies whose values of a year are not comparable with those before, for one reason.</summary>
/// <param name="Year">First year after the break.</param>
/// <param name="Reason">What the indicator declares; null where the provider marks the break.</param>
/// <param name="Areas">The economies, by name.</param>
public sealed record MarkedBreak(int Year, string? Reason, IReadOnlyList<Area> Areas)
{
    /// <summary>
    /// The breaks that providers mark (OBS_STATUS B) and that the indicator declares, of all people, the latest first. A switch of source is none: nobody
    /// says that values differ there.
    /// </summary>
    public static IReadOnlyList<MarkedBreak> Of(IndicatorFacts facts, AreaCatalog areas)
    {
        ArgumentNullException.ThrowIfNull(facts);
        ArgumentNullException.ThrowIfNull(areas);
        return Breaks.Of(facts.Indicator, facts.Figures)
            .Where(found => found.Sex == Sex.Total && found.Kind is (BreakKind.Provider or BreakKind.Declared))
            .Select(found => (found.Year, found.Reason, Area: areas.Find(found.Area)))
            .Where(found => found.Area is { Kind: not AreaKind.Aggregate })
            .GroupBy(found => (found.Year, found.Reason))
            .Select(same => new MarkedBreak(same.Key.Year, same.Key.Reason, same.Select(found => found.Area!).OrderBy(Names.Of, Names.Order).ToList()))
            .OrderByDescending(found => found.Year).ThenBy(found => found.Reason, StringComparer.Ordinal)
            .ToList();
    }
}
