using DivideMetrics.Documentation;
using DivideMetrics.Statistics;

namespace DivideMetrics.Gaps;

/// <summary>Theil's T and L between economies: in total for every group, and for the world split by income group, region and LDC status.</summary>
internal static class TheilBetweenEconomies
{
    private const MeasureLaws Total = MeasureLaws.Inequality | MeasureLaws.ZeroWhenEqual;

    private const MeasureLaws Part = MeasureLaws.OfPeople | MeasureLaws.ScaleInvariant | MeasureLaws.NotNegative | MeasureLaws.ZeroWhenEqual;

    private static readonly Index T = new(
        "theil-t", "Theil T", "T = Σ p (x/μ) ln(x/μ), 0 · ln 0 = 0", "Σ s_g ln(μ_g/μ), s_g = w_g μ_g/μ", "Σ s_g T_g, s_g = w_g μ_g/μ",
        Theil.Of, Theil.Decompose);

    private static readonly Index L = new(
        "theil-l", "Theil L", "L = Σ p ln(μ/x); not assessable when a member is at 0", "Σ w_g ln(μ/μ_g)", "Σ w_g L_g",
        TheilL.Of, TheilL.Decompose);

    private delegate Assessed Whole(ReadOnlySpan<double> values, ReadOnlySpan<double> weights);

    private delegate TheilParts Split(ReadOnlySpan<double> values, ReadOnlySpan<double> weights, ReadOnlySpan<int> groups);

    /// <summary>For T and then L: the total, and the parts between and within by each partition.</summary>
    internal static IReadOnlyList<Measure> All { get; } = [.. MeasuresOf(T), .. MeasuresOf(L)];

    private static IEnumerable<Measure> MeasuresOf(Index index) =>
        Partition.All.SelectMany(partition => new[] { Between(index, partition), Within(index, partition) }).Prepend(WholeOf(index));

    private static Measure WholeOf(Index index) => new(
        index.Id, MeasureScope.Group, MeasureNeeds.Weights,
        context => GroupMeasure.ForGroups(context, index.Id, group => index.Of(group.Values, group.Weights)))
    {
        Documented = [CodeMember.Of(index.Of)],
        Title = $"{index.Title} between economies",
        Unit = "index",
        Formula = index.Formula + GroupMeasure.Rule,
        Reference = "Standard definition of the index named after H. Theil",
        Range = "0 (all equal) and above",
        HigherIsWider = true,
        Laws = Total,
    };

    private static Measure Between(Index index, Partition partition) =>
        PartOf(index, partition, ("between", index.Between), parts => parts.Between);

    private static Measure Within(Index index, Partition partition) =>
        PartOf(index, partition, ("within", index.Within), parts => parts.Within);

    private static Measure PartOf(Index index, Partition partition, (string Name, string Formula) part, Func<TheilParts, Assessed> of)
    {
        var id = $"{index.Id}-{part.Name}{partition.Suffix}";
        return new(id, MeasureScope.Group, MeasureNeeds.Weights, context => Compute(context, (id, index, partition), of))
        {
            Documented = [CodeMember.Of(index.Decompose)],
            Title = $"{index.Title} {part.Name} {partition.Title}",
            Unit = "index",
            Formula = $"{part.Formula}; {partition.Words}; where the world's mean is published",
            Reference = "Standard definition of the index named after H. Theil: decomposition",
            Range = "0 (all equal) and above; between + within = total",
            HigherIsWider = true,
            Laws = Part,
        };
    }

    private static IEnumerable<Gap> Compute(GapContext context, (string Id, Index Index, Partition Partition) measure, Func<TheilParts, Assessed> of)
    {
        var labels = measure.Partition.LabelsOf(context);
        return GroupMeasure.ForWorld(context, measure.Id, world =>
            of(measure.Index.Decompose(world.Values, world.Weights, Array.ConvertAll(world.Areas, area => labels[area]))));
    }

    private sealed record Index(string Id, string Title, string Formula, string Between, string Within, Whole Of, Split Decompose);
}
