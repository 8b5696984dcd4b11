using DivideMetrics.Gaps;
using static DivideMetrics.Web.Languages.Text;

namespace DivideMetrics.Web.Reading;

/// <summary>Measures that answer one question and stand in one table.</summary>
/// <param name="Title">Heading, in English.</param>
/// <param name="Question">What they answer, in English.</param>
/// <param name="Holds">Whether a measure belongs here.</param>
public sealed record MeasureFamily(string Title, string Question, Func<Measure, bool> Holds);

/// <summary>Measures by the question that they answer. A measure that is new stands in the last family until it is given a place.</summary>
internal static class MeasureFamilies
{
    /// <summary>The rules that the one summary counts, in the order in which it names them.</summary>
    public static IReadOnlyList<string> CountedRules { get; } = ["progress-unsd-2023", "progress-open-sdg", "progress-linear", "progress-projection"];

    /// <summary>The summary of the counted rules.</summary>
    public const string Summary = "progress-summary";

    /// <summary>Distances, as a table of their own: yardstick by way of saying it.</summary>
    public const string DistancePrefix = "gap-to-";

    /// <summary>Shown in the chart, not in a table.</summary>
    public const string Path = "projection-path";

    private static readonly MeasureFamily[] OwnPlaces =
    [
        new(Later("How far"), Later("The same distance said in three ways. Below 0: ahead."), measure => measure.Id.StartsWith(DistancePrefix, StringComparison.Ordinal)),
        new(Later("Progress, rule by rule"), Later("The same series judged by rules that are in use; no rule is the right one."), measure =>
            measure.Id == Summary || CountedRules.Contains(measure.Id)),
    ];

    private static readonly MeasureFamily[] Families =
    [
        new(Later("The index"), Later("With the interval that 9 in 10 draws of weights, goalposts, aggregation and missing values fall into."), measure =>
            measure.Id.StartsWith("index-", StringComparison.Ordinal)),
        new(Later("Other judgements"), Later("Shown beside the rules and not counted: levels, and methods that rest on assumptions."), measure =>
            measure.Id.StartsWith("progress-", StringComparison.Ordinal) || measure.Id.StartsWith("goal-outcome", StringComparison.Ordinal) || measure.Id == "itu-band"),
        new(Later("The projection, and how far to trust it"), Later("The model is the one that foretold this series best from its own past; the error and the share of points inside the intervals are those of that trial."), measure =>
            measure.Id.StartsWith("projection-", StringComparison.Ordinal) || measure.Id == "goal-year"),
        new(Later("In time"), Later("How many years behind or ahead, how fast, and how fast it would have to be."), measure =>
            measure.Id.StartsWith("time-", StringComparison.Ordinal) || measure.Id.StartsWith("catch-up-", StringComparison.Ordinal) || measure.Id.Contains("pace", StringComparison.Ordinal)),
        new(Later("People and place among all"), Later("Those left out, their share of all who are, and where the value stands among economies."), measure =>
            measure.Id.StartsWith("people-", StringComparison.Ordinal) || measure.Id is "share-of-offline" or "percentile"),
        new(Later("Divides inside"), Later("Between women and men, town and country, young and old, rich and poor, by skill and size."), measure =>
            measure.Contrast is not null || measure.Id.StartsWith("gender-", StringComparison.Ordinal)),
        new(Later("Level"), Later("The middle of the group. The band tells where its mean lies whatever the members without data have."), measure =>
            measure.Id.StartsWith("mean-", StringComparison.Ordinal) || measure.Id.StartsWith("median", StringComparison.Ordinal)),
        new(Later("Decomposition"), Later("How much of the inequality lies between groups of economies, and how much inside them."), measure =>
            measure.Id.Contains("-between", StringComparison.Ordinal) || measure.Id.Contains("-within", StringComparison.Ordinal)),
        new(Later("Convergence"), Later("Whether economies that are behind catch up, and whether the spread narrows."), measure =>
            measure.Id.StartsWith("sigma-", StringComparison.Ordinal) || measure.Id.StartsWith("beta-", StringComparison.Ordinal) || measure.Id.StartsWith("half-life", StringComparison.Ordinal)),
        new(Later("Inequality between economies"), Later("Each economy counts with its people: what happens inside it is not seen here."), measure =>
            measure.Unit is "index" || measure.Id.StartsWith("palma", StringComparison.Ordinal) || measure.Id.StartsWith("ratio-", StringComparison.Ordinal)
            || measure.Id.StartsWith("cov", StringComparison.Ordinal)),
        new(Later("Further measures"), "", _ => true),
    ];

    /// <summary>The families that have a row, in order, with the rows of each.</summary>
    /// <param name="rows">Newest row of each measure.</param>
    public static IReadOnlyList<(MeasureFamily Family, IReadOnlyList<MeasuredRow> Rows)> Of(IEnumerable<MeasuredRow> rows)
    {
        var placed = rows.Where(row => !HasOwnPlace(row)).ToLookup(row => Array.FindIndex(Families, family => family.Holds(row.Measure)));
        return Families.Index().Where(family => placed.Contains(family.Index))
            .Select(family => (family.Item, (IReadOnlyList<MeasuredRow>)placed[family.Index].ToList())).ToList();
    }

    /// <summary>Every measure of the registry, those of composites last, by question; a family without measures is left out.</summary>
    public static IReadOnlyList<(MeasureFamily Family, IReadOnlyList<Measure> Measures)> Everything()
    {
        MeasureFamily[] families = [.. OwnPlaces, .. Families];
        var placed = MeasureRegistry.All.Concat(MeasureRegistry.OfComposites).ToLookup(measure => Array.FindIndex(families, family => family.Holds(measure)));
        return families.Index().Where(family => placed.Contains(family.Index))
            .Select(family => (family.Item, (IReadOnlyList<Measure>)placed[family.Index].ToList())).ToList();
    }

    private static bool HasOwnPlace(MeasuredRow row) => row.Measure.Id == Path || OwnPlaces.Any(family => family.Holds(row.Measure));
}

/// <summary>A measure of a subject with its newest row.</summary>
/// <param name="Measure">The measure.</param>
/// <param name="Newest">Its newest row: with a value, or with the reason why there is none.</param>
/// <param name="Years">All its rows, by year.</param>
public sealed record MeasuredRow(Measure Measure, Gap Newest, IReadOnlyList<Gap> Years);
