using System.Xml.Linq;
using DivideMetrics.Documentation;
using DivideMetrics.Gaps;
using DivideMetrics.Panels;
using DivideMetrics.Web.Methods;

namespace DivideMetrics.Web.Tests.Methods;

/// <summary>Doc comments become text of a page.</summary>
public sealed class CommentTextTests
{
    private static readonly CommentText Reader = new(typeof(WeightTable).Assembly);

    [Theory]
    [InlineData("<s>One line.</s>", "One line.")]
    [InlineData("<s>\n   Over\n   two lines. \n</s>", "Over two lines.")]
    [InlineData("<s>A <c>code</c> stays.</s>", "A [code] stays.")]
    [InlineData("<s><code>\n  a = b\n</code></s>", "[a = b]")]
    [InlineData("<s>Up to <see cref=\"F:DivideMetrics.Panels.WeightTable.CarriedYears\" /> years.</s>", "Up to 5 years.")]
    [InlineData("<s>Class <see cref=\"F:DivideMetrics.Gaps.GapToGoal.Met\" />.</s>", "Class [met].")]
    [InlineData("<s>See <see cref=\"M:DivideMetrics.Gaps.GapToGoal.Of(System.Double,DivideMetrics.Indicators.Goal)\" />.</s>", "See [Of].")]
    [InlineData("<s>From <see cref=\"P:DivideMetrics.Indicators.Goal.MetFrom\" /> on.</s>", "From [met from] on.")]
    [InlineData("<s>See <see cref=\"T:DivideMetrics.Projections.AdoptionModel`1\" />.</s>", "See [AdoptionModel].")]
    [InlineData("<s>See <see cref=\"F:DivideMetrics.Gaps.MeasureNeeds.Goal\" />.</s>", "See [Goal].")]
    [InlineData("<s>Never <see langword=\"null\" />, of <paramref name=\"value\" />.</s>", "Never [null], of [value].")]
    [InlineData("<s>areas <b>and</b> people<br />and more</s>", "areas and people and more")]
    [InlineData("<s />", "")]
    public void Element_becomes_words_and_code(string xml, string text) =>
        Assert.Equal(text, string.Concat(Reader.Of(XElement.Parse(xml, LoadOptions.PreserveWhitespace)).Select(piece => piece.IsCode ? $"[{piece.Text}]" : piece.Text)));

    [Fact]
    public void Nothing_is_no_text() => Assert.Empty(Reader.Of(null));

    [Fact]
    public void Comment_is_that_of_the_code()
    {
        var comment = new CodeComments(AppContext.BaseDirectory).Of(new CodeMember(typeof(Parity), nameof(Parity.Ratio)));

        Assert.Equal("x_d / x_a, the plain parity index (ITU's gender parity score for women and men). Without unit; 1 is parity.", CodeComment.Plain(comment.Summary));
        Assert.Equal("Not assessable when the advantaged have 0, or either is negative.", CodeComment.Plain(comment.Returns));
        Assert.Equal(["advantaged", "disadvantaged"], comment.Parameters.Keys.Order());
    }

    [Fact]
    public void Member_without_a_comment_is_told_by_name()
    {
        var failure = Assert.Throws<InvalidOperationException>(() => new CodeComments(AppContext.BaseDirectory).Of(new CodeMember(typeof(Parity), "NoSuch")));

        Assert.Contains("DivideMetrics.Gaps.Parity, member 'NoSuch'", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Program_without_its_comments_says_which_file_is_missing()
    {
        var failure = Assert.Throws<InvalidOperationException>(() => new CodeComments("/no/such/folder").Of(new CodeMember(typeof(Parity))));

        Assert.Contains("/no/such/folder/DivideMetrics.xml", failure.Message, StringComparison.Ordinal);
    }
}
