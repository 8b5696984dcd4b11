using System.Globalization;
using CsCheck;
using DivideMetrics.Sources.Reading;

namespace DivideMetrics.Tests.Sources;

public sealed class NumberTextTests
{
    [Fact]
    public void Every_decimal_number_is_read_as_the_library_reads_it() =>
        Gen.Select(Gen.Long[-99_999_999_999_999_999, 99_999_999_999_999_999], Gen.Int[0, 18], Gen.Int[0, 17]).Sample((digits, point, kept) =>
        {
            var text = (digits / (long)Math.Pow(10, kept)).ToString(CultureInfo.InvariantCulture);
            text = point < text.Length ? text.Insert(text.Length - point, ".") : text;
            var expected = double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var library);
            return NumberText.TryValue(text, out var value) == expected
                && BitConverter.DoubleToInt64Bits(value) == BitConverter.DoubleToInt64Bits(library);
        });

    [Theory]
    [InlineData("")]
    [InlineData("-")]
    [InlineData(".")]
    [InlineData("1,5")]
    [InlineData("1.2.3")]
    [InlineData("--1")]
    [InlineData("NaN")]
    [InlineData("1e999")]
    [InlineData("<5")]
    public void Text_that_is_no_finite_number_is_refused(string text) => Assert.False(NumberText.TryValue(text, out _));

    [Theory]
    [InlineData("-0", 0d)]
    [InlineData(".5", 0.5)]
    [InlineData("5.", 5d)]
    [InlineData("1.5E-3", 0.0015)]
    [InlineData("123456789.0123456789", 123456789.0123456789)]
    public void Number_is_read(string text, double expected)
    {
        Assert.True(NumberText.TryValue(text, out var value));
        Assert.Equal(expected, value);
    }
}
