using DivideMetrics.Areas;
using DivideMetrics.Gaps;
using DivideMetrics.Web.Components.Charts;
using DivideMetrics.Web.Reading;

namespace DivideMetrics.Web.Components.Pages.Overview;

/// <summary>An economy and how fast it moves.</summary>
/// <param name="Area">The economy.</param>
/// <param name="Pace">Its observed pace, in the indicator's unit a year, above 0 towards the better.</param>
/// <param name="Points">Its values by year.</param>
public sealed record Mover(Area Area, Gap Pace, IReadOnlyList<LinePoint> Points);

/// <summary>The economies that move fastest and slowest towards the goal; those that have met it have nowhere to go and are left out.</summary>
/// <param name="Fastest">Fastest first.</param>
/// <param name="Slowest">Slowest first.</param>
/// <param name="Moving">How many economies have a pace.</param>
public sealed record Movers(IReadOnlyList<Mover> Fastest, IReadOnlyList<Mover> Slowest, int Moving)
{
    private const int Most = 6;

    // A pace of years ago says little of now: its last year is at most this much older than the newest broad year.
    private const int OldestYears = 3;

    /// <summary>The movers of an indicator; nobody stands in both lists.</summary>
    public static Movers Of(IndicatorFacts facts, AreaCatalog areas)
    {
        var since = (facts.BroadYear(Observations.Sex.Total) ?? 0) - OldestYears;
        var moving = areas.Economies
            .Select(area => (Area: area, Pace: facts.NewestMeasure(MeasureIds.ObservedPace, area.Code)))
            .Where(one => one.Pace is { Value: not null } pace && pace.Year >= since && !HasMet(facts, one.Area.Code))
            .OrderByDescending(one => one.Pace!.Value).ThenBy(one => one.Area.Code, StringComparer.Ordinal)
            .Select(one => new Mover(one.Area, one.Pace!, FigureRows.Points(facts.SeriesOf(one.Area.Code)))).ToList();
        var shown = Math.Min(Most, moving.Count / 2);
        return new(moving.Take(shown).ToList(), moving.AsEnumerable().Reverse().Take(shown).ToList(), moving.Count);
    }

    private static bool HasMet(IndicatorFacts facts, string area) =>
        facts.Indicator.Goal is { } goal && facts.Latest(area)?.Value is { } value && goal.IsMetBy(value, facts.Indicator.Direction);
}
