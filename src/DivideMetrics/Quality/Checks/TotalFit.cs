using DivideMetrics.Revisions;
using DivideMetrics.Sources;

namespace DivideMetrics.Quality.Checks;

/// <summary>A total and its parts in one breakdown.</summary>
/// <param name="Total">The total.</param>
/// <param name="Parts">Its parts.</param>
/// <param name="Rule">How the total follows from them.</param>
internal sealed record TotalOfParts(SeriesRun Total, IReadOnlyList<SeriesRun> Parts, TotalRule Rule)
{
    /// <summary>How far off the total may be.</summary>
    public SeriesTolerance Tolerance { get; init; } = Revisions.Tolerance.Rounding(Total.Declared);

    /// <summary>First year in which the rule holds.</summary>
    public int From { get; init; }
}

/// <summary>
/// Holds totals against their parts, at areas and years where all have a value. One that does not fit is a Finding <c>total-mismatch</c>.
/// </summary>
internal static class TotalFit
{
    public static void Judge(GateView view, TotalOfParts sum, Tally tally)
    {
        var total = view.Now(sum.Total);
        var parts = new PartsAt[total.Keys.Length];
        Array.Fill(parts, new(0, 0, double.PositiveInfinity, double.NegativeInfinity));
        foreach (var part in sum.Parts)
        {
            for (var pairs = new SlicePairs(total, view.Now(part)); pairs.Next();)
            {
                parts[pairs.Left] = parts[pairs.Left].With(pairs.New);
            }
        }

        for (var index = 0; index < parts.Length; index++)
        {
            if (parts[index].Count == sum.Parts.Count && total.YearAt(index) >= sum.From)
            {
                Judge(view, sum, (total.Keys[index], total.Values[index], parts[index]), tally);
            }
        }
    }

    private static void Judge(GateView view, TotalOfParts sum, (ulong Key, double Total, PartsAt Parts) point, Tally tally)
    {
        var (least, most) = point.Parts.Range(sum.Rule);
        var expected = Math.Clamp(point.Total, least, most);
        tally.Judged++;
        if (sum.Tolerance.IsExceeded(expected, point.Total))
        {
            tally.Broken++;
            var range = least == most ? FormattableString.Invariant($"{least}") : FormattableString.Invariant($"{least} to {most}");
            var note = FormattableString.Invariant(
                $"Expected {range}, the {Words(sum.Rule)} {string.Join(", ", sum.Parts.Select(part => part.Name))}; found {point.Total}.");
            view.Warn("total-mismatch", sum.Total, point.Key, (null, point.Total, note));
        }
    }

    private static string Words(TotalRule rule) => rule switch
    {
        TotalRule.Sum => "sum of",
        TotalRule.Mean => "mean of",
        _ => "range of",
    };

    /// <summary>What the parts of one point say together.</summary>
    private readonly record struct PartsAt(int Count, double Sum, double Least, double Greatest)
    {
        public PartsAt With(double value) => new(Count + 1, Sum + value, Math.Min(Least, value), Math.Max(Greatest, value));

        public (double Least, double Most) Range(TotalRule rule) => rule switch
        {
            TotalRule.Sum => (Sum, Sum),
            TotalRule.Mean => (Sum / Count, Sum / Count),
            _ => (Least, Greatest),
        };
    }
}
