using System.Buffers.Binary;
using Npgsql;

namespace DivideMetrics.Storage;

/// <summary>Reads rows of PostgreSQL's binary COPY from one buffer, without an object a field.</summary>
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
    public static async Task<BinaryCopyReader> OpenAsync(NpgsqlConnection connection, string query, CancellationToken cancellationToken)
    {
        var reader = new BinaryCopyReader(await connection.BeginRawBinaryCopyAsync($"copy ({query}) to stdout (format binary)", cancellationToken));
        await reader.FillAsync(cancellationToken);
        reader._position = HeaderLength;
        return reader;
    }

    /// <summary>Goes to the next row, of which every field is then read in order; false at the end.</summary>
    public async ValueTask<bool> ReadAsync(CancellationToken cancellationToken)
    {
        if (!_ended && _length - _position < LongestRow)
        {
            await FillAsync(cancellationToken);
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

    private async Task FillAsync(CancellationToken cancellationToken)
    {
        _buffer.AsSpan(_position, _length - _position).CopyTo(_buffer);
        (_length, _position) = (_length - _position, 0);
        var read = await _stream.ReadAtLeastAsync(_buffer.AsMemory(_length), LongestRow, throwOnEndOfStream: false, cancellationToken);
        _ended = read < LongestRow;
        _length += read;
    }
}
