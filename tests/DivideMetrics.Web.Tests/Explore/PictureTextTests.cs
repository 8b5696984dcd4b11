using DivideMetrics.Web.Pictures;

namespace DivideMetrics.Web.Tests.Explore;

/// <summary>Lines of pictures.</summary>
public sealed class PictureTextTests
{
    [Theory]
    [InlineData("one two three four", new[] { "one two", "three", "four" })]
    [InlineData("互联网用户占人口的比例，二〇二一年", new[] { "互联网用户", "占人口的比", "例，二〇二一", "年" })]
    [InlineData("见 KEN 的值", new[] { "见 KEN", "的值" })]
    public void Words_break_at_spaces_and_Chinese_after_each_sign(string words, string[] lines) => Assert.Equal(lines, PictureText.Wrap(words, 58, 10, most: 9));

    [Fact]
    public void Last_line_that_does_not_fit_is_cut() => Assert.Equal(["互联网用户", "占人口的比…"], PictureText.Wrap("互联网用户占人口的比例", 58, 10, most: 2));
}
