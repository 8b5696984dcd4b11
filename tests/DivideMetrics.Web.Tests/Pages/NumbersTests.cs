using System.Globalization;
using DivideMetrics.Web.Reading;

namespace DivideMetrics.Web.Tests.Pages;

public sealed class NumbersTests
{
    [Theory]
    [InlineData(63.4999, 1, "63.5")]
    [InlineData(8045311, 0, "8\u202f045\u202f311")]
    [InlineData(-3.25, 1, "\u22123.2")]
    [InlineData(-0.01, 1, "0.0")]
    [InlineData(0, 3, "0.000")]
    public void Tables_show_exact_decimals(double value, int decimals, string text) => Assert.Equal(text, Numbers.Exact(value, decimals));

    [Theory]
    [InlineData(66.3, "66")]
    [InlineData(7.26, "7.3")]
    [InlineData(0.4321, "0.43")]
    [InlineData(143.2, "143")]
    [InlineData(12345, "12\u202f300")]
    [InlineData(0, "0")]
    public void Prose_shows_two_or_three_digits(double value, string text) => Assert.Equal(text, Numbers.Significant(value));

    [Theory]
    [InlineData(2.765e9, "2.8\u00a0billion")]
    [InlineData(996e6, "1.0\u00a0billion")]
    [InlineData(48948137, "49\u00a0million")]
    [InlineData(11204, "11\u202f200")]
    public void People_are_counted_in_words(double persons, string text) => Assert.Equal(text, Numbers.People(persons));

    [Theory]
    [InlineData(1, "1 year")]
    [InlineData(7.46, "7.5 years")]
    [InlineData(-21.3, "21 years")]
    public void Spans_are_years(double years, string text) => Assert.Equal(text, Numbers.Span(years));

    [Fact]
    public void Readers_locale_does_not_matter()
    {
        var before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("de-DE");
            Assert.Equal("1\u202f234.5|12.5%|3 May 2023|96.7\u202f%", $"{Numbers.Exact(1234.5, 1)}|{Numbers.Percent(12.5)}|{Numbers.Date(new(2023, 5, 3))}|{Numbers.Share(0.967)}");
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void Ranges_have_an_en_dash() => Assert.Equal(("2000–2021", "2021"), (Numbers.Years(2000, 2021), Numbers.Years(2021, 2021)));

    [Theory]
    [InlineData(66.3, "two in three")]
    [InlineData(19.7, "one in five")]
    [InlineData(25.2, "one in four")]
    [InlineData(0.4, "almost nobody")]
    [InlineData(99, "almost everyone")]
    public void Fractions_are_said_as_people_say_them(double percentage, string words) => Assert.Equal(words, Fractions.InWords(percentage));
}
