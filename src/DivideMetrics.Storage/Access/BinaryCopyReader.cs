using System.Buffers.Binary;
using Npgsql;

namespace DivideMetrics.Storage;

/// <summary>
/// Reads rows of PostgreSQL's binary COPY from one buffer, without an object a field. Every row is a message of its own: a task for each
/// would cost more than all the rest, so rows are read without waiting in tasks, and the caller chooses the thread.
/// </summary>
internal sealed class BinaryCopyReader : IAsyncDisposable
{
    private const int LongestRow = 1 << 14;
    private const int HeaderLength = 19;

    private readonly NpgsqlRawCopyStream _stream;
    private readonly byte[] _buffer = new byte[1 << 17];
    private int _position;
    private int _length;
    private bool _ended;

    private BinaryCopyReader(NpgsqlRawCopyStream stream) => _stream = stream;

    /// <summary>Opens a COPY of a query's rows.</summary>
    public static async Task<BinaryCopyReader> OpenAsync(NpgsqlConnection connection, string query, CancellationToken cancellationToken) =>
        new(await connection.BeginRawBinaryCopyAsync($"copy ({query}) to stdout (format binary)", cancellationToken));

    /// <summary>Goes to the next row, of which every field is then read in order; false at the end.</summary>
    public bool Read(CancellationToken cancellationToken)
    {
        if (!_ended && _length - _position < LongestRow)
        {
            cancellationToken.ThrowIfCancellationRequested();
            Fill();
        }

        return BinaryPrimitives.ReadInt16BigEndian(Take(sizeof(short))) >= 0;
    }

    public short ReadInt16() => BinaryPrimitives.ReadInt16BigEndian(ReadField());

    public int ReadInt32() => BinaryPrimitives.ReadInt32BigEndian(ReadField());

    public double? ReadNullableDouble()
    {
        var length = BinaryPrimitives.ReadInt32BigEndian(Take(sizeof(int)));
        return length < 0 ? null : BinaryPrimitives.ReadDoubleBigEndian(Take(length));
    }

    /// <summary>The bytes of a text; good until the next row.</summary>
    public ReadOnlySpan<byte> ReadField() => Take(BinaryPrimitives.ReadInt32BigEndian(Take(sizeof(int))));

    public ValueTask DisposeAsync() => _stream.DisposeAsync();

    private ReadOnlySpan<byte> Take(int size)
    {
        var span = _buffer.AsSpan(_position, size);
        _position += size;
        return span;
    }

    private void Fill()
    {
        var isFirst = _length == 0;
        _buffer.AsSpan(_position, _length - _position).CopyTo(_buffer);
        (_length, _position) = (_length - _position, 0);
        var least = _buffer.Length - LongestRow - _length;
        var read = _stream.ReadAtLeast(_buffer.AsSpan(_length), least, throwOnEndOfStream: false);
        _ended = read < least;
        _length += read;
        _position = isFirst ? HeaderLength : 0;
    }
}
