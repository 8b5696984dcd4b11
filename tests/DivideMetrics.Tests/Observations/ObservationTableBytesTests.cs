using CsCheck;
using DivideMetrics.Observations;

namespace DivideMetrics.Tests.Observations;

public sealed class ObservationTableBytesTests
{
    private static readonly SeriesKey[] Series = [new("S"), new("T", Sex.Female, "Y15T24", "R", "SKILL=EMAIL"), new("é", Sex.Male)];
    private static readonly string[] Areas = ["AAA", "BBB", "CCC"];
    private static readonly double?[] Values = [null, 0, -0.1, 1.5, double.MaxValue];

    [Fact]
    public void Table_comes_back_whatever_numbers_its_reader_gave_before() =>
        Gen.Select(Tables, Gen.Shuffle(Series), Gen.Shuffle(Areas)).Sample((rows, series, areas) =>
        {
            using var bytes = Bytes(rows);
            var keys = new ObservationKeys();
            Array.ForEach(series[..2], one => keys.NumberOf(one));
            Array.ForEach(areas, area => keys.NumberOf(area));
            var read = ObservationTableBytes.Read(bytes, keys);
            return ReferenceEquals(read.Keys, keys) && bytes.Position == bytes.Length
                && read.Rows().Select(row => (keys.NumberOf(row.Series), keys.NumberOf(row.Area), row.Year)).SequenceEqual(
                    read.Rows().Select(row => (keys.NumberOf(row.Series), keys.NumberOf(row.Area), row.Year)).Order())
                && read.Rows().ToHashSet().SetEquals(Table(rows).Rows());
        });

    [Fact]
    public void Bytes_that_end_early_are_refused() =>
        Gen.Select(Tables, Gen.Double[0, 1]).Sample((rows, share) =>
        {
            var bytes = Bytes(rows).ToArray();
            using var cut = new MemoryStream(bytes, 0, (int)(share * (bytes.Length - 1)));
            Assert.Throws<EndOfStreamException>(() => ObservationTableBytes.Read(cut, new()));
        });

    [Fact]
    public void Bytes_that_are_no_table_are_refused()
    {
        using var negative = new MemoryStream([255, 255, 255, 255]);
        Assert.Throws<FormatException>(() => ObservationTableBytes.Read(negative, new()));
        var bytes = Bytes([new(Series[0], "AAA", 2000, 1)]).ToArray();
        bytes[^15] = 9; // a number of a series that the texts do not have
        using var other = new MemoryStream(bytes);
        Assert.Throws<FormatException>(() => ObservationTableBytes.Read(other, new()));
    }

    private static Gen<List<Observation>> Tables { get; } =
        Gen.Select(Gen.Int[0, 2], Gen.Int[0, 2], Gen.Int[2000, 2006], Gen.Int[0, 4]).List[0, 40].Select(points => points
            .Select(point => new Observation(
                Series[point.Item1], Areas[point.Item2], point.Item3, Values[point.Item4], point.Item4 == 0 ? ObsStatus.M : ObsStatus.E))
            .ToList());

    private static ObservationTable Table(List<Observation> rows)
    {
        var builder = new ObservationTableBuilder(new());
        rows.ForEach(row => builder.Add(row));
        return builder.Build();
    }

    private static MemoryStream Bytes(List<Observation> rows)
    {
        var bytes = new MemoryStream();
        ObservationTableBytes.Write(bytes, Table(rows));
        bytes.Position = 0;
        return bytes;
    }
}
