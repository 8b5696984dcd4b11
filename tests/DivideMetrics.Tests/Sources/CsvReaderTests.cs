using System.Text;
using CsCheck;
using DivideMetrics.Sources;
using DivideMetrics.Sources.Reading;

namespace DivideMetrics.Tests.Sources;

public sealed class CsvReaderTests
{
    [Fact]
    public void Reader_gives_back_what_was_written_with_any_line_break() =>
        Gen.Select(
            Gen.Int[1, 4].SelectMany(width => Gen.Char[" abcé\",;\r\n01"].Array[0, 8].Select(letters => new string(letters)).Array[width].Array[1, 6]),
            Gen.Int[0, 2].Select(index => new[] { "\n", "\r\n", "\r" }[index]))
        .Sample((records, lineBreak) =>
        {
            var text = string.Concat(records.Select(record => string.Join(',', record.Select(Quote)) + lineBreak));

            Assert.Equal(records, Read(text));
        });

    [Fact]
    public void Reader_reads_quotes_line_breaks_and_a_trailing_comma()
    {
        var records = Read("a,\"b \"\"c\"\"\r\nd\",\r\n\r\ne,f,g\r\n");

        Assert.Equal([["a", "b \"c\"\r\nd", ""], [""], ["e", "f", "g"]], records);
    }

    [Fact]
    public void Reader_knows_the_line_of_a_record_after_a_field_of_two_lines()
    {
        var reader = Reader("a\n\"b\nc\"\nd\n");
        reader.Read();
        reader.Read();
        reader.Read();

        Assert.Equal(4, reader.Line);
    }

    [Theory]
    [InlineData("a,b\n1,\"2\n3,4\n", 2, "not closed")]
    [InlineData("a,b\n1,2\"3\n", 2, "quote stands inside")]
    [InlineData("a,b\n\"1\"2,3\n", 2, "after a closing quote")]
    [InlineData("a,b\n1,2\n\0,4\n", 3, "U+0000")]
    [InlineData("a\nb\n\u001b\n", 3, "U+001B")]
    public void Reader_refuses_damage_with_its_line(string text, long line, string reason)
    {
        var failure = Assert.Throws<SourceException>(() => Read(text));

        Assert.Equal(line, failure.Line);
        Assert.Contains(reason, failure.Message);
    }

    [Fact]
    public void Reader_refuses_bytes_that_are_not_utf8()
    {
        using var text = CsvReader.Text(new MemoryStream([(byte)'a', (byte)'\n', 0xC3, 0x28, (byte)'\n']));
        var reader = new CsvReader(text, "x.csv");
        reader.Read();

        Assert.Equal(2, Assert.Throws<SourceException>(() => reader.Read()).Line);
    }

    [Fact]
    public void Reader_leaves_a_byte_order_mark_out()
    {
        using var text = CsvReader.Text(new MemoryStream([.. Encoding.UTF8.Preamble, (byte)'a', (byte)'\n']));
        var reader = new CsvReader(text, "x.csv");
        reader.Read();

        Assert.Equal("a", Assert.Single(reader.Fields));
    }

    private static string Quote(string field) => $"\"{field.Replace("\"", "\"\"")}\"";

    private static CsvReader Reader(string text) => new(new StringReader(text), "x.csv");

    private static string[][] Read(string text)
    {
        var reader = Reader(text);
        var records = new List<string[]>();
        while (reader.Read())
        {
            records.Add([.. reader.Fields]);
        }

        return [.. records];
    }
}
