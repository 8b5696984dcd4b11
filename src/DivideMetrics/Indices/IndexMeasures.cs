using DivideMetrics.Gaps;

namespace DivideMetrics.Indices;

/// <summary>
/// The measures that <see cref="CompositeEngine"/> yields. No indicator wants them: a composite has them all. The id of a measure of a part is
/// followed by a colon and the part: <c>index-part:development.penetration</c>.
/// </summary>
public static class IndexMeasures
{
    private const string Handbook = "OECD and JRC, Handbook on Constructing Composite Indicators (2008): uncertainty analysis";

    /// <summary>The score, with its 90 % interval where the kind has one.</summary>
    public static Measure Score { get; } = Of("index-score") with
    {
        Documented = [new(typeof(IndexMeasures), nameof(IndexMeasures.Score))],
        Title = "Score of the index",
        Unit = "indicator's unit",
        Formula = "the formula of the composite; interval: 5th to 95th percentile of the draws",
        Reference = "The composite's own; interval: " + Handbook,
        Range = "0 to the greatest score of the index",
        Categories = Egdi.Classes,
    };

    /// <summary>Median of the score over the draws.</summary>
    public static Measure ScoreMedian { get; } = Of("index-score-median") with
    {
        Documented = [new(typeof(IndexMeasures), nameof(IndexMeasures.ScoreMedian)), new(typeof(GapIndexUncertainty))],
        Title = "Median score over the draws",
        Unit = "indicator's unit",
        Formula = "median of the score over all draws of weights, goalposts, aggregation and missing values",
        Reference = Handbook,
        Range = "0 to the greatest score of the index",
    };

    /// <summary>The rank, with its 90 % interval.</summary>
    public static Measure Rank { get; } = Of("index-rank") with
    {
        Documented = [new(typeof(IndexMeasures), nameof(IndexMeasures.Rank)), new(typeof(GapIndexUncertainty))],
        Title = "Rank",
        Unit = "rank",
        Formula = "1 + number of economies with a higher score; interval: 5th to 95th percentile of the draws, rounded outward",
        Reference = Handbook,
        Range = "1 to the number of economies scored in the year",
        HigherIsWider = true,
    };

    /// <summary>Median of the rank over the draws.</summary>
    public static Measure RankMedian { get; } = Of("index-rank-median") with
    {
        Documented = [new(typeof(IndexMeasures), nameof(IndexMeasures.RankMedian)), new(typeof(GapIndexUncertainty))],
        Title = "Median rank over the draws",
        Unit = "rank",
        Formula = "median of the rank over all draws of weights, goalposts, aggregation and missing values",
        Reference = Handbook,
        Range = "1 to the number of economies scored in the year",
        HigherIsWider = true,
    };

    /// <summary>The score of a part.</summary>
    public static Measure Part { get; } = Of("index-part") with
    {
        Documented = [new(typeof(IndexMeasures), nameof(IndexMeasures.Part))],
        Title = "Score of a part of the index",
        Unit = "indicator's unit",
        Formula = "the mean of the part's own parts; of an indicator: its score by fixed goalposts",
        Reference = "The composite's own",
        Range = "0 to the greatest score of the index",
    };

    /// <summary>Points lost on a part.</summary>
    public static Measure Loss { get; } = Of("index-loss") with
    {
        Documented = [new(typeof(IndexMeasures), nameof(IndexMeasures.Loss)), new(typeof(Decomposition))],
        Title = "Points lost on a part of the index",
        Unit = "indicator's unit",
        Formula = "arithmetic mean: weight · (greatest − score); geometric mean G: (greatest − G) · ln(C/greatest) / Σ ln(C/greatest); "
            + "handed down level by level, so that the score and the losses of all indicators add up to the greatest score",
        Reference = "Additive logarithmic mean Divisia index (LMDI-I) as usually defined; recalled, not read",
        Range = "0 to the greatest score of the index",
        HigherIsWider = true,
    };

    /// <summary>Recomputed less published.</summary>
    public static Measure Difference { get; } = Of("index-difference") with
    {
        Documented = [new(typeof(IndexMeasures), nameof(IndexMeasures.Difference))],
        Title = "Recomputed less published index",
        Unit = "indicator's unit",
        Formula = "recomputed score − published index of the same economy and year",
        Reference = "DivideMetrics",
        Range = "any; 0 where the published index is the mean of its published parts",
    };

    /// <summary>All of them, in display order.</summary>
    public static IReadOnlyList<Measure> All { get; } = [Score, ScoreMedian, Rank, RankMedian, Part, Loss, Difference];

    /// <summary>The id of a measure of a part.</summary>
    /// <param name="measure">The measure, for example <see cref="Loss"/>.</param>
    /// <param name="path">The part, for example <c>development.penetration</c>.</param>
    public static string IdOf(Measure measure, string path) => $"{measure.Id}:{path}";

    private static Measure Of(string id) => new(id, MeasureScope.Economy, MeasureNeeds.None, _ => [])
    {
        Documented = [], Title = "", Unit = "", Formula = "", Reference = "", Range = "",
    };
}
