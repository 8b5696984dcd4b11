using DivideMetrics.Quality;

namespace DivideMetrics.Sources.Dimensions;

/// <summary>
/// Values that are no numbers. Single ones are findings each; a series that has nothing else is one of words and is refused as a whole. As
/// that shows at the end only, the findings of a series wait for its first number.
/// </summary>
internal sealed class UnreadableValues(FindingSink findings)
{
    private const int MostSeries = 1 << 16;

    private readonly Dictionary<string, Waiting?> _series = new(StringComparer.Ordinal);

    /// <summary>A series has a number.</summary>
    public void Number(string series)
    {
        if (!_series.TryGetValue(series, out var waiting))
        {
            Remember(series, null);
        }
        else if (waiting is not null)
        {
            waiting.Release(findings);
            _series[series] = null;
        }
    }

    /// <summary>A series has a value that is none.</summary>
    public void Add(string series, Finding finding)
    {
        if (!_series.TryGetValue(series, out var waiting))
        {
            Remember(series, waiting = new());
        }

        if (waiting is null || !_series.ContainsKey(series))
        {
            findings.Add(finding);
        }
        else
        {
            waiting.Add(finding);
        }
    }

    /// <summary>After the last row: refuses the series without a single number.</summary>
    public void Report()
    {
        foreach (var (series, waiting) in _series)
        {
            if (waiting is not null)
            {
                findings.Add(waiting.First with
                {
                    Code = "text-valued",
                    Note = FormattableString.Invariant($"Expected numbers, found text in all {waiting.Count} values. ")
                        + $"{waiting.First.Note} The series is left out.",
                    Series = series,
                    Area = null,
                    Period = null,
                });
            }
        }
    }

    private void Remember(string series, Waiting? waiting)
    {
        if (_series.Count < MostSeries)
        {
            _series.Add(series, waiting);
        }
    }

    /// <summary>The findings of a series without a number so far; no more are kept than are shown.</summary>
    private sealed class Waiting
    {
        private readonly List<Finding> _kept = [];

        public int Count { get; private set; }

        public Finding First => _kept[0];

        public void Add(Finding finding)
        {
            Count++;
            if (_kept.Count < FindingSink.KeptPerCode)
            {
                _kept.Add(finding);
            }
        }

        public void Release(FindingSink findings)
        {
            for (var index = 0; index < Count; index++)
            {
                findings.Add(_kept[Math.Min(index, _kept.Count - 1)]);
            }
        }
    }
}
