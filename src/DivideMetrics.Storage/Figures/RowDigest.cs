using System.Buffers;
using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace DivideMetrics.Storage.Figures;

/// <summary>Collects what a row says and makes a digest of it: the first half of its SHA-256.</summary>
internal sealed class RowDigest
{
    private const int Missing = -1;

    [ThreadStatic]
    private static RowDigest? _own;

    private readonly ArrayBufferWriter<byte> _bytes = new(1 << 12);

    /// <summary>An empty one, this thread's own.</summary>
    public static RowDigest Begin()
    {
        var digest = _own ??= new();
        digest._bytes.ResetWrittenCount();
        return digest;
    }

    public RowDigest Add(ReadOnlySpan<short> numbers)
    {
        Add(numbers.Length);
        foreach (var number in numbers)
        {
            BinaryPrimitives.WriteInt16LittleEndian(Take(sizeof(short)), number);
        }

        return this;
    }

    public RowDigest Add(short?[] numbers) => Add(numbers, number => number);

    public RowDigest Add(int?[]? numbers) => Add(numbers, number => number);

    public RowDigest Add(double?[]? numbers) => Add(numbers, BitConverter.DoubleToInt64Bits);

    public RowDigest Add(string[] texts)
    {
        Add(texts.Length);
        foreach (var text in texts)
        {
            Add(text);
        }

        return this;
    }

    public RowDigest Add(string text)
    {
        var length = Encoding.UTF8.GetByteCount(text);
        Add(length);
        Encoding.UTF8.GetBytes(text, Take(length));
        return this;
    }

    /// <summary>The digest.</summary>
    public Guid End()
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(_bytes.WrittenSpan, hash);
        return new(hash[..16]);
    }

    // a flag before each number tells a missing one from every number that there is
    private RowDigest Add<T>(T?[]? numbers, Func<T, long> bitsOf)
        where T : struct
    {
        Add(numbers?.Length ?? Missing);
        foreach (var number in numbers ?? [])
        {
            var field = Take(1 + sizeof(long));
            field[0] = number is null ? (byte)0 : (byte)1;
            BinaryPrimitives.WriteInt64LittleEndian(field[1..], number is { } known ? bitsOf(known) : 0);
        }

        return this;
    }

    private void Add(int number) => BinaryPrimitives.WriteInt32LittleEndian(Take(sizeof(int)), number);

    private Span<byte> Take(int size)
    {
        var span = _bytes.GetSpan(size)[..size];
        _bytes.Advance(size);
        return span;
    }
}
