using DivideMetrics.Areas;
using DivideMetrics.Gaps;
using DivideMetrics.Indicators;
using DivideMetrics.Observations;

namespace DivideMetrics.Indices;

/// <summary>All that one composite indicator is computed from, at one state of the data.</summary>
/// <param name="Indicator">The composite: <see cref="Indicators.Indicator.Composite"/> is set.</param>
/// <param name="Indicators">Every declared indicator.</param>
/// <param name="Figures">
/// Figures by indicator id of at least <see cref="CompositeRegistry.InputsOf"/>; an indicator without figures may be left out. Of each area, sex and
/// year at most one. Totals of economies are used, forecasts are not.
/// </param>
/// <param name="Areas">Areas and groups; the latest classification is applied to all years.</param>
public sealed record CompositeInputs(
    Indicator Indicator, IReadOnlyList<Indicator> Indicators, IReadOnlyDictionary<string, IReadOnlyList<Figure>> Figures, AreaCatalog Areas)
{
    /// <summary>How the uncertainty of the gap index is drawn.</summary>
    public GapIndexDraws Draws { get; init; } = GapIndexDraws.Default;
}

/// <summary>What came of a composite.</summary>
/// <param name="Figures">Its scores as figures of the composite indicator, by area and year: of those economies only that have a score.</param>
/// <param name="Gaps">
/// What is known of each score: its interval and remarks or the reason why there is none, its parts, what was lost on them, ranks where the kind is
/// ranked. Measures of <see cref="IndexMeasures"/>; a measure of a part carries the part after a colon: <c>index-loss:development.penetration</c>.
/// </param>
public sealed record CompositeResult(IReadOnlyList<Figure> Figures, IReadOnlyList<Gap> Gaps);

/// <summary>Computes composite indicators. Pure: same inputs, same result, in the same order, on any number of threads.</summary>
public static class CompositeEngine
{
    /// <summary>Source of the figures of composites.</summary>
    public const string Source = "DIVIDEMETRICS";

    /// <summary>The scores of one composite for every economy and year of which it has at least one input.</summary>
    /// <exception cref="ArgumentException">
    /// The indicator is not a composite that <see cref="CompositeRegistry.Problems"/> accepts; figures of another indicator, a point that stands twice,
    /// a value that is not finite.
    /// </exception>
    public static CompositeResult Compute(CompositeInputs inputs)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        IReadOnlyList<DeclarationProblem> problems = inputs.Indicator.Composite is null
            ? [new(inputs.Indicator.Id, "composite", "it is no composite")]
            : CompositeRegistry.Problems(inputs.Indicator, inputs.Indicators);
        if (problems.Count > 0)
        {
            throw new ArgumentException(string.Join(Environment.NewLine, problems), nameof(inputs));
        }

        var kind = CompositeRegistry.Find(inputs.Indicator.Composite!.Kind)!;
        var rows = kind.Compute(new CompositeContext(inputs, kind))
            .OrderBy(row => row.Area, StringComparer.Ordinal).ThenBy(row => row.Year).ToList();
        var writer = new IndexGaps(inputs.Indicator.Id, kind);
        return new(
            rows.Where(row => row.Tree.Score.Value is not null).Select(row => FigureOf(inputs.Indicator.Id, row)).ToList(),
            rows.SelectMany(writer.Of).ToList());
    }

    private static Figure FigureOf(string indicator, IndexRow row) =>
        new(indicator, row.Area, Sex.Total, row.Year, row.Tree.Score.Value, row.Tally.Status, Source, row.Tally.Vintage);
}
