using System.Runtime.InteropServices;
using System.Text;

namespace DivideMetrics.Observations;

/// <summary>
/// A table as bytes: its texts, then its columns as they stand in memory, so that reading two million rows takes as long as copying them.
/// The places of rows are left out. Only for who wrote them: the bytes have the order of this machine's.
/// </summary>
public static class ObservationTableBytes
{
    private const int Texts = 5;

    /// <summary>Writes a table.</summary>
    public static void Write(Stream stream, ObservationTable table)
    {
        using (var writer = new BinaryWriter(stream, Encoding.UTF8, leaveOpen: true))
        {
            var (series, areas) = (table.Keys.AllSeries(), table.Keys.AllAreas());
            writer.Write(series.Count);
            foreach (var key in series)
            {
                Array.ForEach([key.Code, key.Sex.Code(), key.Age, key.Urbanisation, key.Breakdown], writer.Write);
            }

            writer.Write(areas.Count);
            foreach (var area in areas)
            {
                writer.Write(area);
            }

            writer.Write(table.Count);
        }

        stream.Write(MemoryMarshal.AsBytes(table.PackedKeys));
        stream.Write(MemoryMarshal.AsBytes(table.Values));
        stream.Write(table.Statuses);
    }

    /// <summary>Reads a table.</summary>
    /// <param name="stream">What <see cref="Write"/> wrote.</param>
    /// <param name="keys">Numbers of series and areas; shared with the table it is to be compared with.</param>
    /// <exception cref="IOException">The bytes end too early.</exception>
    /// <exception cref="FormatException">The bytes are no table.</exception>
    public static ObservationTable Read(Stream stream, ObservationKeys keys)
    {
        using var reader = new BinaryReader(stream, Encoding.UTF8, leaveOpen: true);
        var series = ReadAll(reader, () => keys.NumberOf(ReadSeries(reader)));
        var areas = ReadAll(reader, () => keys.NumberOf(reader.ReadString()));
        var count = Length(reader);
        var (packed, values, statuses) = (new ulong[count], new double[count], new byte[count]);
        stream.ReadExactly(MemoryMarshal.AsBytes(packed.AsSpan()));
        stream.ReadExactly(MemoryMarshal.AsBytes(values.AsSpan()));
        stream.ReadExactly(statuses);
        return Number(packed, series, areas)
            ? new(keys, packed, values, statuses, [])
            : Sorted(new(keys, packed, values, statuses, []));
    }

    /// <summary>Gives the keys the numbers of the reader; false when they do not grow then.</summary>
    private static bool Number(Span<ulong> packed, int[] series, int[] areas)
    {
        var (grows, last) = (true, 0UL);
        foreach (ref var key in packed)
        {
            var (one, other) = (PackedKey.Series(key), PackedKey.Area(key));
            if (one >= series.Length || other >= areas.Length)
            {
                throw new FormatException("Expected a key of the table's own texts.");
            }

            key = PackedKey.Of(series[one], areas[other], PackedKey.Year(key));
            grows &= key >= last;
            last = key;
        }

        return grows;
    }

    private static ObservationTable Sorted(ObservationTable table)
    {
        var builder = new ObservationTableBuilder(table.Keys);
        foreach (var row in table.Rows())
        {
            builder.Add(row);
        }

        return builder.Build();
    }

    private static SeriesKey ReadSeries(BinaryReader reader)
    {
        var texts = new string[Texts];
        for (var index = 0; index < Texts; index++)
        {
            texts[index] = reader.ReadString();
        }

        return new(texts[0], SexCodes.TryParse(texts[1], out var sex) ? sex : throw new FormatException("Expected a code of SEX."), texts[2], texts[3], texts[4]);
    }

    private static int[] ReadAll(BinaryReader reader, Func<int> next)
    {
        var all = new int[Length(reader)];
        for (var index = 0; index < all.Length; index++)
        {
            all[index] = next();
        }

        return all;
    }

    private static int Length(BinaryReader reader) => reader.ReadInt32() is >= 0 and < 1 << 28 and var length
        ? length
        : throw new FormatException("Expected a length.");
}
