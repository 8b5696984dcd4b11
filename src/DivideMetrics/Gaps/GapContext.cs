using DivideMetrics.Areas;
using DivideMetrics.Indicators;
using DivideMetrics.Observations;
using DivideMetrics.Panels;
using DivideMetrics.Statistics;

namespace DivideMetrics.Gaps;

/// <summary>What the measures of one indicator share: panel, weights, groups, and group means computed once. Lives for one computation.</summary>
internal sealed class GapContext
{
    /// <summary>REF_AREA of the provider's own world row.</summary>
    internal const string World = AreaCatalog.World;

    private readonly Lazy<Benchmark> _worldBenchmark;
    private readonly Lazy<IncomeRanking?> _incomeRanking;
    private readonly Lazy<ConstantSets> _constantSets;

    internal GapContext(GapInputs inputs)
    {
        Indicator = inputs.Indicator;
        Economies = inputs.Areas.Economies.Select(area => area.Code).ToList();
        var economies = Economies.ToHashSet(StringComparer.Ordinal);
        Panel = Panel.Of(inputs.Figures.Where(figure => figure.Area == World || economies.Contains(figure.Area)));
        Weights = WeightTable.Of(inputs.Weights);
        Groups = inputs.Areas.Groups;
        WorldGroup = inputs.Areas.GroupsOf(AreaGroupKind.World).FirstOrDefault();
        Areas = inputs.Areas;
        var members = Groups.ToDictionary(group => group.Code, group => Areas.MembersOf(group.Code).ToArray(), StringComparer.Ordinal);
        GroupYears = new(Panel, Weights, Economies, members);
        IncomeGroups = Economies.ToDictionary(code => code, code => inputs.Areas.GroupOf(code, AreaGroupKind.IncomeGroup), StringComparer.Ordinal);
        _worldBenchmark = new(() => Benchmark.OfWorld(this));
        _incomeRanking = new(() => RankingOf(inputs, Economies));
        _constantSets = new(() => new(this, Breaks.Of(Indicator, inputs.Figures)));
    }

    internal Indicator Indicator { get; }

    internal Panel Panel { get; }

    internal WeightTable Weights { get; }

    /// <summary>Codes of the economies, in order.</summary>
    internal IReadOnlyList<string> Economies { get; }

    internal IReadOnlyList<AreaGroup> Groups { get; }

    /// <summary>The group of all economies; null when the catalog has none.</summary>
    internal AreaGroup? WorldGroup { get; }

    /// <summary>Income group by economy, latest classification; null for an economy without one.</summary>
    internal IReadOnlyDictionary<string, AreaGroup?> IncomeGroups { get; }

    internal AreaCatalog Areas { get; }

    /// <summary>Every group in every year, computed once and shared by all measures.</summary>
    internal GroupYears GroupYears { get; }

    /// <summary>Ranks members by income per person; null when the inputs have no income.</summary>
    internal IncomeRanking? IncomeRanking => _incomeRanking.Value;

    /// <summary>The members that can be compared between two years.</summary>
    internal ConstantSets ConstantSets => _constantSets.Value;

    /// <summary>The world's series to which economies are compared in time.</summary>
    internal Benchmark WorldBenchmark => _worldBenchmark.Value;

    /// <summary>Least and greatest possible value; null when the indicator does not declare both.</summary>
    internal Bounds? Bounds => Indicator is { Min: { } min, Max: { } max } ? new(min, max) : null;

    /// <summary>1 where higher is better, −1 where lower is.</summary>
    internal int Sign => Indicator.Direction == Direction.Down ? -1 : 1;

    /// <summary>Every total of every economy: the rows of most measures of economies.</summary>
    internal IEnumerable<(string Area, int Year, double Value)> Totals() =>
        from area in Economies
        from year in Panel.Years
        let point = Panel.At(area, year)
        where point is not null
        select (area, year, point.Value.Value);

    /// <summary>Series, from their last break on, of every economy with data and of the provider's world row: what is followed over time.</summary>
    internal IEnumerable<(string Subject, YearSeries Series)> Tracked() =>
        Economies.Append(World).Select(area => (area, Panel.SeriesOf(area).SinceLastBreak())).Where(pair => pair.Item2.Count > 0);

    /// <summary>The population-weighted mean of a group with its coverage, computed once.</summary>
    internal GroupMean MeanOf(string group, int year, Sex sex = Sex.Total) => GroupYears.At(group, year, sex).Mean;

    /// <summary>A gap of this indicator.</summary>
    internal Gap Gap(string measure, string subject, int year, Assessed found) =>
        new(measure, Indicator.Id, subject, Sex.Total, year, found.Value, found.Lower, found.Upper, found.Category, found.Reason);

    /// <summary>A gap of this indicator about a group.</summary>
    internal Gap Gap(string measure, string group, int year, Assessed found, Coverage coverage) =>
        new(measure, Indicator.Id, group, Sex.Total, year, found.Value, found.Lower, found.Upper, found.Category, found.Reason, coverage);

    private static IncomeRanking? RankingOf(GapInputs inputs, IReadOnlyList<string> economies) =>
        inputs.IncomeIndicator is { } id && inputs.Others.TryGetValue(id, out var figures) ? new(WeightTable.Of(figures), economies) : null;
}
