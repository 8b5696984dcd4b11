using DivideMetrics.Observations;
using DivideMetrics.Panels;

namespace DivideMetrics.Gaps;

/// <summary>
/// The gaps of one measure, indicator, subject and sex over the years, in columns: what is stored and kept in memory in place of a record a
/// year. Nothing is lost: <see cref="Unpack"/> gives back what <see cref="Pack"/> took.
/// </summary>
/// <param name="Measure">Measure id.</param>
/// <param name="Indicator">Indicator id.</param>
/// <param name="Subject">REF_AREA of an economy or code of a group.</param>
/// <param name="Sex">SDMX SEX.</param>
/// <param name="Years">Years, rising, each once.</param>
/// <param name="Values">One for each year; null when not assessable.</param>
public sealed record GapSeries(string Measure, string Indicator, string Subject, Sex Sex, short[] Years, double?[] Values)
{
    /// <summary>Lower ends of the intervals; null when no year has one.</summary>
    public double?[]? Lower { get; init; }

    /// <summary>Upper ends of the intervals; null when no year has one.</summary>
    public double?[]? Upper { get; init; }

    /// <summary>Classes.</summary>
    public TextColumn Categories { get; init; } = TextColumn.Empty;

    /// <summary>Reasons and remarks.</summary>
    public TextColumn Reasons { get; init; } = TextColumn.Empty;

    /// <summary>Who was covered; null when no year has a coverage.</summary>
    public CoverageColumns? Coverage { get; init; }

    /// <summary>Number of years.</summary>
    public int Count => Years.Length;

    /// <summary>Packs gaps in any order; the series come in the order of their first gap.</summary>
    /// <exception cref="ArgumentException">A key (measure, indicator, subject, sex, year) stands twice.</exception>
    public static IReadOnlyList<GapSeries> Pack(IEnumerable<Gap> gaps)
    {
        ArgumentNullException.ThrowIfNull(gaps);
        var lists = new Dictionary<(string, string, string, Sex), List<Gap>>();
        var (lastKey, last) = (default((string Measure, string Indicator, string Subject, Sex Sex)), (List<Gap>?)null);
        foreach (var gap in gaps)
        {
            var key = (gap.Measure, gap.Indicator, gap.Subject, gap.Sex);
            if (last is null || key != lastKey)
            {
                if (!lists.TryGetValue(key, out last))
                {
                    lists.Add(key, last = []);
                }

                lastKey = key;
            }

            last.Add(gap);
        }

        return lists.Values.Select(Of).ToList();
    }

    /// <summary>One of the gaps, by its place among the years.</summary>
    public Gap this[int index] => new(
        Measure, Indicator, Subject, Sex, Years[index], Values[index], Lower?[index], Upper?[index], Categories[index], Reasons[index], Coverage?[index]);

    /// <summary>The gaps, years rising.</summary>
    public IEnumerable<Gap> Unpack() => Enumerable.Range(0, Count).Select(index => this[index]);

    /// <summary>The gap of a year; null when there is none.</summary>
    public Gap? Find(int year) => year is >= short.MinValue and <= short.MaxValue && Array.BinarySearch(Years, (short)year) is >= 0 and var index ? this[index] : null;

    private static GapSeries Of(List<Gap> gaps)
    {
        gaps.Sort((one, other) => one.Year.CompareTo(other.Year));
        var first = gaps[0];
        return new(first.Measure, first.Indicator, first.Subject, first.Sex, PackedColumn.Years(gaps, gap => gap.Year, Name), PackedColumn.Of(gaps, gap => gap.Value))
        {
            Lower = PackedColumn.OrNull(gaps, gap => gap.Lower),
            Upper = PackedColumn.OrNull(gaps, gap => gap.Upper),
            Categories = TextColumn.Of(gaps, gap => gap.Category),
            Reasons = TextColumn.Of(gaps, gap => gap.Reason),
            Coverage = CoverageColumns.Of(gaps),
        };
    }

    private static string Name(Gap gap) => FormattableString.Invariant($"{gap.Measure}, {gap.Indicator}, {gap.Subject}, {gap.Sex.Code()}, {gap.Year}");
}
