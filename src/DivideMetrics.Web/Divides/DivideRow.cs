using DivideMetrics.Gaps;
using DivideMetrics.Indicators;
using DivideMetrics.Web.Explore;

namespace DivideMetrics.Web.Divides;

/// <summary>Both sides of one economy in one year.</summary>
/// <param name="First">The side that is expected to be behind.</param>
/// <param name="Second">The other side.</param>
/// <param name="Ratio">The published ratio of that year; null where it is not computed.</param>
public sealed record DividePair(ShownRow First, ShownRow Second, Gap? Ratio)
{
    /// <summary>How far the second side is above the first, in the indicator's unit.</summary>
    public double Gap => Second.Point.Value - First.Point.Value;

    /// <summary>REF_AREA.</summary>
    public string Area => First.Point.Area;

    /// <summary>Year of both sides.</summary>
    public int Year => First.Point.Year;
}

/// <summary>An indicator whose two sides are known in some economies: a row of a divide. Made from rows.</summary>
/// <param name="Indicator">The indicator.</param>
/// <param name="Sides">Its two sides.</param>
/// <param name="Pairs">Economies with both sides, by name; at least one.</param>
public sealed record DivideRow(Indicator Indicator, Sides Sides, IReadOnlyList<DividePair> Pairs)
{
    /// <summary>The first side in the middle economy; of an even number the lower of the two in the middle.</summary>
    public double First => Middle.Of(Pairs.Select(pair => pair.First.Point.Value));

    /// <summary>The second side in the middle economy, which may be another one than that of the first.</summary>
    public double Second => Middle.Of(Pairs.Select(pair => pair.Second.Point.Value));

    /// <summary>Economies in which the first side has less of what is better, or more of what is worse; null where neither is better.</summary>
    public int? Behind => Indicator.Direction switch
    {
        Direction.Up => Pairs.Count(pair => pair.Gap > 0),
        Direction.Down => Pairs.Count(pair => pair.Gap < 0),
        _ => null,
    };

    /// <summary>The economy whose sides are furthest apart, either way.</summary>
    public DividePair Widest => Pairs.MaxBy(pair => Math.Abs(pair.Gap))!;

    /// <summary>Economies with a published ratio that has a class.</summary>
    public int Classed => Pairs.Count(pair => pair.Ratio?.Category is not null);

    /// <summary>Economies at parity, of the classed ones.</summary>
    public int AtParity => Pairs.Count(pair => pair.Ratio?.Category == Parity.AtParity);

    /// <summary>First and last year of the pairs.</summary>
    public (int From, int To) Years => (Pairs.Min(pair => pair.Year), Pairs.Max(pair => pair.Year));

    /// <summary>The row of an indicator; null where no economy has both sides in the newest years.</summary>
    /// <param name="data">The indicator with its sides, and of whom it speaks.</param>
    /// <param name="ratios">Published ratios of the two sides.</param>
    public static DivideRow? Of(ExploreData data, IEnumerable<Gap> ratios)
    {
        var scope = new ExploreScope(data);
        if (data.Sides is not { } sides || DumbbellView.YearsOf(sides, scope) is not [.., var newest])
        {
            return null;
        }

        var known = ratios.ToDictionary(gap => (gap.Subject, gap.Year));
        var pairs = scope.Rows.Select(row => DumbbellView.PairOf(sides, row, newest)).OfType<(ShownRow First, ShownRow Second)>()
            .Select(pair => new DividePair(pair.First, pair.Second, known.GetValueOrDefault((pair.First.Point.Area, pair.First.Point.Year)))).ToList();
        return pairs.Count == 0 ? null : new(data.Facts.Indicator, sides, pairs);
    }
}
