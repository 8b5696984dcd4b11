using System.Formats.Tar;

namespace DivideMetrics.Sources.Archives;

/// <summary>One reading of a tar archive from its beginning.</summary>
internal sealed class TarPass(Stream plain, Func<Exception, SourceException> damaged) : IDisposable
{
    private readonly TarReader _reader = new(plain);

    /// <summary>How many entries were read.</summary>
    public int Number { get; private set; }

    /// <summary>Goes to the next entry; null at the end.</summary>
    /// <exception cref="SourceException">The bytes are no tar archive.</exception>
    public TarEntry? Next()
    {
        try
        {
            var entry = _reader.GetNextEntry();
            Number++;
            return entry;
        }
        catch (Exception failure)
            when (failure is IOException or InvalidDataException or FormatException or ArgumentException or OverflowException)
        {
            throw damaged(failure);
        }
    }

    /// <summary>The first bytes of the current entry.</summary>
    /// <exception cref="SourceException">The archive is cut off here.</exception>
    public byte[] HeadOf(TarEntry entry)
    {
        var head = new byte[Math.Min(entry.Length, TarItem.HeadLength)];
        try
        {
            entry.DataStream?.ReadExactly(head);
            return head;
        }
        catch (Exception failure) when (failure is IOException or InvalidDataException)
        {
            throw damaged(failure);
        }
    }

    /// <summary>Reads to the end, where the checksum of a compressed archive is held against its bytes.</summary>
    public void Drain() => plain.CopyTo(Stream.Null);

    public void Dispose()
    {
        _reader.Dispose();
        plain.Dispose();
    }
}
