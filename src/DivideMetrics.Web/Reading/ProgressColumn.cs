using DivideMetrics.Gaps;
using DivideMetrics.Indicators;
using DivideMetrics.Observations;
using DivideMetrics.Seeds;

namespace DivideMetrics.Web.Reading;

/// <summary>How fast the provider's world row must move to reach the goal in its year, and how fast it moved.</summary>
/// <param name="Required">Required pace; null where there is no goal or no world row.</param>
/// <param name="Observed">Observed pace of the last years.</param>
/// <param name="Ratio">Observed over required.</param>
public sealed record WorldPace(Gap? Required, Gap? Observed, Gap? Ratio);

/// <summary>An indicator as one rule judges it. Immutable, so that all readers can share it.</summary>
/// <param name="Indicator">The indicator.</param>
/// <param name="Judged">The newest judgement of each economy or group that has one, by code.</param>
/// <param name="Pace">The paces of the world.</param>
/// <param name="Origins">One figure of each source: where the judgements come from.</param>
public sealed record ProgressColumn(Indicator Indicator, IReadOnlyDictionary<string, Gap> Judged, WorldPace Pace, IReadOnlyList<Figure> Origins)
{
    /// <summary>Id of the measure of the required pace.</summary>
    public const string RequiredPace = "required-pace";

    /// <summary>Id of the measure of the observed pace.</summary>
    public const string ObservedPace = "observed-pace";

    /// <summary>Id of the measure that divides the second by the first.</summary>
    public const string PaceRatio = "pace-ratio";

    /// <summary>True where a goal is judged; false where growth alone is.</summary>
    public bool HasGoal => Indicator.Goal is not null;

    /// <summary>Makes a column of rows in any order.</summary>
    /// <param name="indicator">The indicator.</param>
    /// <param name="rule">Id of the rule's measure.</param>
    /// <param name="gaps">Rows of that measure and of the paces, of both sexes together.</param>
    /// <param name="figures">The indicator's figures.</param>
    public static ProgressColumn Of(Indicator indicator, string rule, IEnumerable<Gap> gaps, IEnumerable<Figure> figures)
    {
        var rows = gaps.Where(gap => gap.Sex == Sex.Total).ToLookup(gap => gap.Measure, StringComparer.Ordinal);
        return new(
            indicator,
            rows[rule].GroupBy(gap => gap.Subject, StringComparer.Ordinal).ToDictionary(subject => subject.Key, subject => subject.MaxBy(gap => gap.Year)!, StringComparer.Ordinal),
            new(OfWorld(RequiredPace), OfWorld(ObservedPace), OfWorld(PaceRatio)),
            figures.Where(figure => figure.Value is not null).DistinctBy(figure => figure.Source).ToList());

        Gap? OfWorld(string measure) => rows[measure].Where(gap => gap.Subject == IndicatorFacts.World).MaxBy(gap => gap.Year);
    }
}

/// <summary>Reads the columns of a rule, and keeps those of the states and rules that were asked for last.</summary>
/// <param name="catalog">The declarations.</param>
public sealed class ProgressColumns(Catalog catalog)
{
    private const int MostKept = 8;

    private readonly RecentlyUsed<(string State, string Rule), IReadOnlyList<ProgressColumn>> _kept = new(MostKept);

    /// <summary>The indicators that the rule judges at least once in this state, in display order.</summary>
    public async Task<IReadOnlyList<ProgressColumn>> ReadAsync(PublishedView view, ProgressRule rule)
    {
        var key = (view.State.Tag, rule.Measure.Id);
        return _kept.Find(key) ?? _kept.GetOrAdd(key, await ReadNewAsync(view, rule.Measure.Id));
    }

    private async Task<IReadOnlyList<ProgressColumn>> ReadNewAsync(PublishedView view, string rule)
    {
        var columns = new List<ProgressColumn>();
        foreach (var indicator in catalog.Indicators.Where(indicator => indicator.Measures.Contains(rule)))
        {
            var gaps = await view.GapsAsync(indicator.Id, [rule, ProgressColumn.RequiredPace, ProgressColumn.ObservedPace, ProgressColumn.PaceRatio]);
            var column = ProgressColumn.Of(indicator, rule, gaps, await view.FiguresAsync(indicator.Id));
            if (column.Judged.Count > 0)
            {
                columns.Add(column);
            }
        }

        return columns;
    }
}
