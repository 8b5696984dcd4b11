using System.Text;

namespace DivideMetrics.Tests.Sources.Fuzz;

/// <summary>Damages bytes as disks, networks, editors and providers do, and as nobody does. The same seed gives the same damage.</summary>
internal sealed class Mutation(int seed)
{
    private const int MostChanges = 6;
    private const int LongestCopy = 200;
    private const int LongestRepetition = 1 << 15;

    private static readonly byte[][] Tokens = new[]
    {
        "\"", "'", ",", ";", "\t", "\n", "\r\n", "\0", "{", "}", "[", "]", "[[[[[[[[", "null", "true", ":", "::", "\\ud800", "\\u0000",
        "<", ">", "</", "<!--",
        "]]>", "<![CDATA[", "<!DOCTYPE a [<!ENTITY b \"c\">]>", "&b;", "&#0;", "NaN", "-INF", "Infinity", "1e999", "-1e-999",
        "1,5", "<5", "-", "--1", "0x10",
        "99999999999999999999", "18446744073709551616", "-9223372036854775808", "2147483648", "1e5",
        "2020-13-41", "0000", "\uFEFF", "\uFFFD", "é", "İ",
        "\u0661\u0662", "\u202E", "PK\u0003\u0004", "PK\u0005\u0006", "\"value\"", "\"id\"", "\"size\"",
        "OBS_VALUE", "TIME_PERIOD", " ", "=",
    }.Select(Encoding.UTF8.GetBytes).Append([0xFF, 0xFE]).Append([0xC3]).Append([0xED, 0xA0, 0x80]).Append([0x1F, 0x8B]).ToArray();

    private readonly Random _random = new(seed);

    /// <summary>One of so many.</summary>
    public int Choice(int count) => _random.Next(count);

    /// <summary>The bytes with one to six changes, more often with few.</summary>
    public byte[] Of(byte[] bytes)
    {
        for (var left = 1 + _random.Next(1 + _random.Next(MostChanges)); left > 0; left--)
        {
            bytes = Changed(bytes);
        }

        return bytes;
    }

    private byte[] Changed(byte[] bytes)
    {
        if (bytes.Length == 0)
        {
            return Token();
        }

        var at = _random.Next(bytes.Length);
        return _random.Next(10) switch
        {
            0 => With(bytes, at, (byte)(bytes[at] ^ (1 << _random.Next(8)))),
            1 => With(bytes, at, (byte)_random.Next(256)),
            2 => Spliced(bytes, at, Length(bytes, at), []),
            3 => Spliced(bytes, at, 0, bytes[at..(at + Length(bytes, at))]),
            4 or 5 => Spliced(bytes, Border(bytes, at), 0, Token()),
            6 => Spliced(bytes, Border(bytes, at), Length(bytes, at), Token()),
            7 => Numbered(bytes, at),
            8 => _random.Next(4) == 0 ? bytes[..at] : Moved(bytes, at),
            _ => _random.Next(8) == 0 ? Repeated(bytes, at) : Spliced(bytes, at, 0, Token()),
        };
    }

    private byte[] Token() => Tokens[_random.Next(Tokens.Length)];

    private int Length(byte[] bytes, int at) => Math.Min(bytes.Length - at, 1 + _random.Next(LongestCopy));

    /// <summary>The next place between two tokens: there a change is more likely to be read as one.</summary>
    private int Border(byte[] bytes, int at)
    {
        var end = bytes.AsSpan(at).IndexOfAny(",;\t\n\":{}[]<> "u8);
        return end < 0 ? at : at + end + _random.Next(2);
    }

    /// <summary>Another number in the place of the next one.</summary>
    private byte[] Numbered(byte[] bytes, int at)
    {
        var start = bytes.AsSpan(at).IndexOfAnyInRange((byte)'0', (byte)'9');
        if (start < 0)
        {
            return bytes;
        }

        start += at;
        var end = bytes.AsSpan(start).IndexOfAnyExcept("0123456789.eE+-"u8);
        return Spliced(bytes, start, (end < 0 ? bytes.Length : start + end) - start, Token());
    }

    private byte[] Moved(byte[] bytes, int at)
    {
        var part = bytes[at..(at + Length(bytes, at))];
        var rest = Spliced(bytes, at, part.Length, []);
        return Spliced(rest, _random.Next(rest.Length + 1), 0, part);
    }

    private byte[] Repeated(byte[] bytes, int at)
    {
        var part = bytes[at..(at + Length(bytes, at))];
        var many = Enumerable.Repeat(part, 1 + (_random.Next(LongestRepetition) / part.Length)).SelectMany(copy => copy).ToArray();
        return Spliced(bytes, at, 0, many);
    }

    private static byte[] With(byte[] bytes, int at, byte value)
    {
        var copy = (byte[])bytes.Clone();
        copy[at] = value;
        return copy;
    }

    private static byte[] Spliced(byte[] bytes, int at, int cut, byte[] put)
    {
        cut = Math.Min(cut, bytes.Length - at);
        var spliced = new byte[bytes.Length - cut + put.Length];
        bytes.AsSpan(0, at).CopyTo(spliced);
        put.CopyTo(spliced, at);
        bytes.AsSpan(at + cut).CopyTo(spliced.AsSpan(at + put.Length));
        return spliced;
    }
}
