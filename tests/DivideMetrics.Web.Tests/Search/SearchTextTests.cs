using CsCheck;
using DivideMetrics.Web.Search;

namespace DivideMetrics.Web.Tests.Search;

/// <summary>How texts are compared.</summary>
public sealed class SearchTextTests
{
    [Theory]
    [InlineData("Côte d’Ivoire", "cotedivoire", "cote divoire")]
    [InlineData("Åland Islands", "alandislands", "aland islands")]
    [InlineData("Straße, Œuvre, Łódź", "strasseoeuvrelodz", "strasse oeuvre lodz")]
    [InlineData("E-Government", "egovernment", "e government")]
    [InlineData("Киргизия й ё", "киргизияие", "киргизия и е")]
    [InlineData("أفريقيا الكبرى ـ جمهورية", "افريقياالكبريجمهوريه", "افريقيا الكبري جمهوريه")]
    public void Accents_case_and_punctuation_do_not_count(string text, string letters, string words)
    {
        var read = SearchText.Of(text);

        Assert.Equal((letters, words), (read.Letters, read.Spaced));
    }

    [Fact]
    public void Part_has_the_accents_of_its_letters() => Assert.Equal("Co\u0302te", Part(SearchText.Of("Co\u0302te d’Ivoire"), 0, 4));

    [Fact]
    public void Arabic_word_begins_with_and_without_its_article() => Assert.Equal([0, 2], SearchText.Of("الكويت").Starts);

    [Fact]
    public void Every_part_of_any_text_lies_inside_of_it() => Gen.String[0, 30].Sample(
        text =>
        {
            var read = SearchText.Of(text);
            return Enumerable.Range(0, read.Letters.Length).All(at => Part(read, at, read.Letters.Length - at).Length > 0) && read.Starts.All(start => start < read.Letters.Length);
        },
        threads: 1);

    private static string Part(SearchText text, int at, int count)
    {
        var (start, length) = text.Part(at, count);
        return text.Original.Substring(start, length);
    }
}
