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

    private readonly Dictionary<(string Group, int Year), Assessed> _references = [];
    private readonly Dictionary<(string Area, AreaGroupKind Kind), AreaGroup?> _groupOf = [];
    private readonly Dictionary<TwoSides, AlignedPairs> _pairs = [];
    private readonly HashSet<string> _subjects;
    private readonly GapInputs _inputs;
    private readonly Lazy<IReadOnlyList<(string Area, int Year, double Value)>> _totals;
    private readonly Lazy<IReadOnlyDictionary<int, CrossSection>> _crossSections;
    private readonly Lazy<BreakTable> _breaks;
    private readonly Lazy<IReadOnlyList<(string Subject, YearSeries Series)>> _tracked;
    private readonly Lazy<Benchmark> _frontierBenchmark;
    private readonly Lazy<Benchmark> _worldBenchmark;
    private readonly Lazy<IncomeRanking?> _incomeRanking;
    private readonly Lazy<ConstantSets> _constantSets;
    private readonly Lazy<IReadOnlyList<SeriesProjection>> _projections;

    internal GapContext(GapInputs inputs)
    {
        _inputs = inputs;
        Indicator = inputs.Indicator;
        Economies = inputs.Areas.Economies.Select(area => area.Code).ToList();
        var economies = Economies.ToHashSet(StringComparer.Ordinal);
        _subjects = [.. economies, World];
        Panel = PanelOf(inputs.Figures);
        Weights = WeightTable.Of(inputs.Weights);
        Groups = inputs.Areas.Groups;
        WorldGroup = inputs.Areas.GroupsOf(AreaGroupKind.World).FirstOrDefault();
        Areas = inputs.Areas;
        var members = Groups.ToDictionary(group => group.Code, group => Areas.MembersOf(group.Code).ToArray(), StringComparer.Ordinal);
        GroupYears = new(Panel, KeptOutOf(inputs), Weights, Economies, members);
        IncomeGroups = Economies.ToDictionary(code => code, code => inputs.Areas.GroupOf(code, AreaGroupKind.IncomeGroup), StringComparer.Ordinal);
        _totals = new(() => [.. AllTotals()]);
        _crossSections = new(() => CrossSection.ByYear(Totals(), Indicator.Direction));
        _breaks = new(() => BreakTable.Of(
            Indicator, inputs.Figures.Where(figure => figure.Sex == Sex.Total && _subjects.Contains(figure.Area)), inputs.Joins));
        _tracked = new(() => [.. AllTracked()]);
        _worldBenchmark = new(() => Benchmark.OfWorld(this));
        _frontierBenchmark = new(() => Benchmark.OfFrontier(this));
        _incomeRanking = new(() => RankingOf(inputs, Economies));
        _constantSets = new(() => new(this));
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

    internal AreaCatalog Areas { get; }

    /// <summary>Every group in every year, computed once and shared by all measures.</summary>
    internal GroupYears GroupYears { get; }

    /// <summary>Ranks members by income per person; null when the inputs have no income.</summary>
    internal IncomeRanking? IncomeRanking => _incomeRanking.Value;

    /// <summary>The members that can be compared between two years.</summary>
    internal ConstantSets ConstantSets => _constantSets.Value;

    /// <summary>The world's series to which economies are compared in time.</summary>
    internal Benchmark WorldBenchmark => _worldBenchmark.Value;

    /// <summary>The frontier's series to which economies are compared in time.</summary>
    internal Benchmark FrontierBenchmark => _frontierBenchmark.Value;

    /// <summary>The breaks of the totals.</summary>
    internal BreakTable BreakTable => _breaks.Value;

    /// <summary>The economies with a total, by year.</summary>
    internal IReadOnlyDictionary<int, CrossSection> CrossSections => _crossSections.Value;

    /// <summary>Least and greatest possible value; null when the indicator does not declare both.</summary>
    internal Bounds? Bounds => Indicator is { Min: { } min, Max: { } max } ? new(min, max) : null;

    /// <summary>The projection of every series that is followed over time, in the order of <see cref="Tracked"/>; computed once.</summary>
    internal IReadOnlyList<SeriesProjection> Projections => _projections.Value;

    /// <summary>1 where higher is better, −1 where lower is.</summary>
    internal int Sign => Indicator.Direction == Direction.Down ? -1 : 1;

    /// <summary>Every total of every economy, by economy and year: the rows of most measures of economies.</summary>
    internal IReadOnlyList<(string Area, int Year, double Value)> Totals() => _totals.Value;

    /// <summary>
    /// Series, from their last break on, of every economy with data and of the provider's world row: what is followed over time. A series that
    /// was cut says so in its <see cref="YearSeries.Remark"/>.
    /// </summary>
    internal IReadOnlyList<(string Subject, YearSeries Series)> Tracked() => _tracked.Value;

    /// <summary>The group of one kind to which an economy belongs in the latest classification; null when none.</summary>
    internal AreaGroup? GroupOf(string area, AreaGroupKind kind)
    {
        if (!_groupOf.TryGetValue((area, kind), out var group))
        {
            _groupOf[(area, kind)] = group = _inputs.Areas.GroupOf(area, kind);
        }

        return group;
    }

    /// <summary>Areas and years in which both sides have a value: economies and the provider's world row.</summary>
    internal AlignedPairs PairsOf(TwoSides sides)
    {
        if (!_pairs.TryGetValue(sides, out var pairs))
        {
            _pairs[sides] = pairs = sides.Pairs(this);
        }

        return pairs;
    }

    /// <summary>The panel of another indicator of the inputs; empty when they have no figures of it.</summary>
    internal Panel PanelOf(string indicator) => PanelOf(_inputs.Others.GetValueOrDefault(indicator) ?? []);

    /// <summary>The population-weighted mean of a group with its coverage, computed once.</summary>
    internal GroupMean MeanOf(string group, int year, Sex sex = Sex.Total) => GroupYears.At(group, year, sex).Mean;

    /// <summary>The mean of a group as something to compare with: with a remark that names the group, or the reason why there is none.</summary>
    internal Assessed ReferenceOf(AreaGroup group, int year)
    {
        if (!_references.TryGetValue((group.Code, year), out var reference))
        {
            var mean = MeanOf(group.Code, year).Mean;
            _references[(group.Code, year)] = reference = mean.Value is { } value
                ? Assessed.Of(value, $"against {group.Name} ({group.Code})")
                : Assessed.Not($"mean of {group.Name} ({group.Code}) {mean.Reason}");
        }

        return reference;
    }

    /// <summary>The points that stay out of groups.</summary>
    private static HashSet<(string Area, int Year, Sex Sex)> KeptOutOf(GapInputs inputs) => inputs.KeptOutOfGroups.Count == 0
        ? []
        : inputs.Figures.Where(figure => inputs.KeptOutOfGroups.Contains(figure.Source))
            .Select(figure => (figure.Area, figure.Year, figure.Sex)).ToHashSet();

    private Panel PanelOf(IReadOnlyList<Figure> figures) => Panel.Of(figures.Where(figure => _subjects.Contains(figure.Area)));

    private IEnumerable<(string Area, int Year, double Value)> AllTotals() =>
        Economies.Select(area => (Area: area, Series: Panel.SeriesOf(area)))
            .SelectMany(row => row.Series.Years.Zip(row.Series.Values, (year, value) => (row.Area, year, value)));

    private IEnumerable<(string Subject, YearSeries Series)> AllTracked() =>
        Economies.Append(World).Select(area => (area, BreakTable.Comparable(Panel.SeriesOf(area), area))).Where(row => row.Item2.Count > 0);

    /// <summary>A gap of this indicator.</summary>
    internal Gap Gap(string measure, string subject, int year, Assessed found) =>
        new(measure, Indicator.Id, subject, Sex.Total, year, found.Value, found.Lower, found.Upper, found.Category, found.Reason);

    /// <summary>A gap of this indicator about a group.</summary>
    internal Gap Gap(string measure, string group, int year, Assessed found, Coverage coverage) =>
        new(measure, Indicator.Id, group, Sex.Total, year, found.Value, found.Lower, found.Upper, found.Category, found.Reason, coverage);

    private static IncomeRanking? RankingOf(GapInputs inputs, IReadOnlyList<string> economies) =>
        inputs.IncomeIndicator is { } id && inputs.Others.TryGetValue(id, out var figures) ? new(WeightTable.Of(figures), economies) : null;
}
