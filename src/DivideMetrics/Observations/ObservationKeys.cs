namespace DivideMetrics.Observations;

/// <summary>
/// Numbers for series and areas, by first appearance. Tables that are to be compared share one instance, so that their rows have the
/// same order. Safe for use by several threads.
/// </summary>
public sealed class ObservationKeys
{
    /// <summary>Greatest number of areas of one source.</summary>
    public const int MostAreas = 1 << 16;

    private readonly Numbered<SeriesKey> _series = new(EqualityComparer<SeriesKey>.Default);
    private readonly Numbered<string> _areas = new(StringComparer.Ordinal);

    /// <summary>The number of a series.</summary>
    public int NumberOf(SeriesKey series) => _series.NumberOf(series);

    /// <summary>The number of an area.</summary>
    /// <exception cref="InvalidOperationException">There are more than <see cref="MostAreas"/>.</exception>
    public int NumberOf(string area)
    {
        var number = _areas.NumberOf(area);
        return number < MostAreas ? number : throw new InvalidOperationException($"More than {MostAreas} areas in one source.");
    }

    /// <summary>The series with a number.</summary>
    public SeriesKey SeriesAt(int number) => _series.At(number);

    /// <summary>The area with a number.</summary>
    public string AreaAt(int number) => _areas.At(number);

    /// <summary>Every series, at the place of its number.</summary>
    internal IReadOnlyList<SeriesKey> AllSeries() => _series.All();

    /// <summary>Every area, at the place of its number.</summary>
    internal IReadOnlyList<string> AllAreas() => _areas.All();

    /// <summary>Things by number. Numbers are given under a lock; who has one reads without: millions of rows do.</summary>
    private sealed class Numbered<T>(IEqualityComparer<T> comparer)
        where T : class
    {
        private readonly Lock _lock = new();
        private readonly Dictionary<T, int> _numbers = new(comparer);
        private volatile T[] _all = new T[64];

        public int NumberOf(T item)
        {
            lock (_lock)
            {
                if (!_numbers.TryGetValue(item, out var number))
                {
                    number = _numbers.Count;
                    Set(number, item);
                    _numbers.Add(item, number);
                }

                return number;
            }
        }

        public T At(int number) => _all[number];

        public T[] All()
        {
            lock (_lock)
            {
                return _all[.._numbers.Count];
            }
        }

        /// <summary>The array is replaced only when it holds the new item already.</summary>
        private void Set(int number, T item)
        {
            var all = _all;
            if (number == all.Length)
            {
                Array.Resize(ref all, number * 2);
            }

            all[number] = item;
            _all = all;
        }
    }
}
