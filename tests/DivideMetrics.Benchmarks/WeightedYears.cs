namespace DivideMetrics.Benchmarks;

/// <summary>Our side of the join and the grouping: where each series starts, and the population of each economy and year. Made anew in each timing.</summary>
internal sealed class WeightedYears
{
    private readonly EconomyRows _rows;
    private readonly int[] _starts;
    private readonly double[] _population;
    private readonly (int First, int Count) _years;

    public WeightedYears(EconomyRows rows)
    {
        _rows = rows;
        _starts = new int[rows.SeriesCount + 1];
        var (first, last, areas) = (int.MaxValue, int.MinValue, 0);
        for (var row = 0; row < rows.Values.Length; row++)
        {
            _starts[rows.SeriesOf[row] + 1]++;
            (first, last, areas) = (Math.Min(first, rows.Years[row]), Math.Max(last, rows.Years[row]), Math.Max(areas, rows.Areas[row] + 1));
        }

        for (var series = 0; series < rows.SeriesCount; series++)
        {
            _starts[series + 1] += _starts[series];
        }

        _years = (first, last - first + 1);
        _population = new double[areas * _years.Count];
        foreach (var (area, year, value) in rows.Weights)
        {
            _population[(area * _years.Count) + year - first] = value;
        }
    }

    /// <summary>The rows of a series.</summary>
    public IEnumerable<int> RowsOf(int series) => Enumerable.Range(_starts[series], _starts[series + 1] - _starts[series]);

    /// <summary>Values and populations of a series, year by year, of economies that have both; in the order of the rows.</summary>
    public IEnumerable<(int Year, double[] Values, double[] Weights)> Of(int series)
    {
        var counts = new int[_years.Count];
        for (var row = _starts[series]; row < _starts[series + 1]; row++)
        {
            counts[_rows.Years[row] - _years.First] += WeightOf(row) > 0 ? 1 : 0;
        }

        var found = Array.ConvertAll(counts, count => (Values: new double[count], Weights: new double[count]));
        Array.Clear(counts);
        for (var row = _starts[series]; row < _starts[series + 1]; row++)
        {
            if (WeightOf(row) is > 0 and var weight)
            {
                var year = _rows.Years[row] - _years.First;
                (found[year].Values[counts[year]], found[year].Weights[counts[year]++]) = (_rows.Values[row], weight);
            }
        }

        return Enumerable.Range(0, _years.Count).Where(year => counts[year] > 0).Select(year => (_years.First + year, found[year].Values, found[year].Weights));
    }

    private double WeightOf(int row) => _population[(_rows.Areas[row] * _years.Count) + _rows.Years[row] - _years.First];
}
