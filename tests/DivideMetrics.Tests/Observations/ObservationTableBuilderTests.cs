using CsCheck;
using DivideMetrics.Observations;

namespace DivideMetrics.Tests.Observations;

public sealed class ObservationTableBuilderTests
{
    private static readonly SeriesKey[] Series = [new("S"), new("T"), new("S", Sex.Female)];
    private static readonly string[] Areas = ["AAA", "BBB", "CCC"];

    [Fact]
    public void Table_has_every_key_once_in_order_with_the_row_that_came_first() =>
        Gen.Select(Gen.Int[0, 2], Gen.Int[0, 2], Gen.Int[2000, 2006], Gen.Int[0, 3]).List[0, 60].Sample(points =>
        {
            var keys = KeysInOrder();
            var rows = points.Select((point, place) => Row(point.Item1, point.Item2, point.Item3, point.Item4) with { Place = new(0, place + 1) }).ToList();
            var left = new List<int>();
            var table = Build(keys, rows, (_, other) => left.Add(other.Place.Row));
            var expected = rows.GroupBy(Key).OrderBy(group => group.Key).Select(group => group.First()).ToList();
            return table.Rows().Select(row => (row, row.Place)).SequenceEqual(expected.Select(row => (row, row.Place)))
                && left.Order().SequenceEqual(rows.Except(expected, ByPlace).Select(row => row.Place.Row).Order());
        });

    [Fact]
    public void Whole_runs_in_another_order_give_the_same_table() =>
        Gen.Shuffle(Enumerable.Range(0, 9).ToArray()).Sample(order =>
        {
            var rows = order.SelectMany(run => Enumerable.Range(2000, 5).Select(year => Row(run / 3, run % 3, year, run))).ToList();
            return Build(KeysInOrder(), rows).Rows().SequenceEqual(rows.OrderBy(Key));
        });

    private static readonly EqualityComparer<Observation> ByPlace =
        EqualityComparer<Observation>.Create((one, other) => one.Place == other.Place, row => row.Place.GetHashCode());

    private static ObservationKeys KeysInOrder()
    {
        var keys = new ObservationKeys();
        Array.ForEach(Series, series => keys.NumberOf(series));
        Array.ForEach(Areas, area => keys.NumberOf(area));
        return keys;
    }

    private static (int, int, int) Key(Observation row) => (Array.IndexOf(Series, row.Series), Array.IndexOf(Areas, row.Area), row.Year);

    private static Observation Row(int series, int area, int year, double value) => new(Series[series], Areas[area], year, value);

    private static ObservationTable Build(ObservationKeys keys, List<Observation> rows, Action<Observation, Observation>? duplicate = null)
    {
        var builder = new ObservationTableBuilder(keys);
        rows.ForEach(row => builder.Add(row));
        return builder.Build(duplicate);
    }
}
