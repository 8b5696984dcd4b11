using DivideMetrics.Areas;
using DivideMetrics.Indicators;
using DivideMetrics.Observations;
using DivideMetrics.Panels;
using DivideMetrics.Projections;
using DivideMetrics.Statistics;

namespace DivideMetrics.Gaps;

/// <summary>What the measures of one indicator share: panel, weights, groups, and group means computed once. Lives for one computation.</summary>
internal sealed class GapContext
{
    /// <summary>REF_AREA of the provider's own world row.</summary>
    internal const string World = AreaCatalog.World;

    private readonly Dictionary<string, string[]> _members;
    private readonly Dictionary<(string Group, int Year, Sex Sex), GroupMean> _means = [];
    private readonly Lazy<Benchmark> _worldBenchmark;
    private readonly Lazy<IReadOnlyList<SeriesProjection>> _projections;

    internal GapContext(GapInputs inputs)
    {
        Indicator = inputs.Indicator;
        Economies = inputs.Areas.Economies.Select(area => area.Code).ToList();
        var economies = Economies.ToHashSet(StringComparer.Ordinal);
        Panel = Panel.Of(inputs.Figures.Where(figure => figure.Area == World || economies.Contains(figure.Area)));
        Weights = WeightTable.Of(inputs.Weights);
        Groups = inputs.Areas.Groups;
        WorldGroup = inputs.Areas.GroupsOf(AreaGroupKind.World).FirstOrDefault();
        _members = Groups.ToDictionary(
            group => group.Code, group => inputs.Areas.MembersOf(group.Code).Where(economies.Contains).ToArray(), StringComparer.Ordinal);
        IncomeGroups = Economies.ToDictionary(code => code, code => inputs.Areas.GroupOf(code, AreaGroupKind.IncomeGroup), StringComparer.Ordinal);
        _worldBenchmark = new(() => Benchmark.OfWorld(this));
        _projections = new(() => SeriesProjection.All(this));
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

    /// <summary>The world's series to which economies are compared in time.</summary>
    internal Benchmark WorldBenchmark => _worldBenchmark.Value;

    /// <summary>The projection of every series that is followed over time, in the order of <see cref="Tracked"/>; computed once.</summary>
    internal IReadOnlyList<SeriesProjection> Projections => _projections.Value;

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
    internal GroupMean MeanOf(string group, int year, Sex sex = Sex.Total)
    {
        if (!_means.TryGetValue((group, year, sex), out var mean))
        {
            _means[(group, year, sex)] = mean = GroupMean.Of(MembersAt(group, year, sex));
        }

        return mean;
    }

    /// <summary>Every economy of a group with what is known of it in a year; areas that are no economies stand in no measure.</summary>
    internal MemberValue[] MembersAt(string group, int year, Sex sex = Sex.Total) =>
        _members[group].Select(code => new MemberValue(code, Panel.At(code, year, sex), Weights.At(code, year))).ToArray();

    /// <summary>A gap of this indicator.</summary>
    internal Gap Gap(string measure, string subject, int year, Assessed found) =>
        new(measure, Indicator.Id, subject, Sex.Total, year, found.Value, found.Lower, found.Upper, found.Category, found.Reason);
}
