namespace DivideMetrics.Observations;

/// <summary>
/// Numbers for series and areas, by first appearance. Tables that are to be compared share one instance, so that their rows have the
/// same order. Safe for use by several threads.
/// </summary>
public sealed class ObservationKeys
{
    /// <summary>Greatest number of areas of one source.</summary>
    public const int MostAreas = 1 << 16;

    private readonly Lock _lock = new();
    private readonly Dictionary<SeriesKey, int> _seriesNumbers = [];
    private readonly Dictionary<string, int> _areaNumbers = new(StringComparer.Ordinal);
    private readonly List<SeriesKey> _series = [];
    private readonly List<string> _areas = [];

    /// <summary>The number of a series.</summary>
    public int NumberOf(SeriesKey series)
    {
        lock (_lock)
        {
            return NumberOf(_seriesNumbers, _series, series);
        }
    }

    /// <summary>The number of an area.</summary>
    /// <exception cref="InvalidOperationException">There are more than <see cref="MostAreas"/>.</exception>
    public int NumberOf(string area)
    {
        lock (_lock)
        {
            var number = NumberOf(_areaNumbers, _areas, area);
            return number < MostAreas ? number : throw new InvalidOperationException($"More than {MostAreas} areas in one source.");
        }
    }

    /// <summary>The series with a number.</summary>
    public SeriesKey SeriesAt(int number)
    {
        lock (_lock)
        {
            return _series[number];
        }
    }

    /// <summary>The area with a number.</summary>
    public string AreaAt(int number)
    {
        lock (_lock)
        {
            return _areas[number];
        }
    }

    private static int NumberOf<T>(Dictionary<T, int> numbers, List<T> list, T item)
        where T : notnull
    {
        if (!numbers.TryGetValue(item, out var number))
        {
            numbers.Add(item, number = list.Count);
            list.Add(item);
        }

        return number;
    }
}
