using System.Text.RegularExpressions;
using DivideMetrics.Gaps;
using DivideMetrics.Seeds;
using DivideMetrics.Storage.Observations;
using DivideMetrics.Web.Languages;
using DivideMetrics.Web.Reading;
using DivideMetrics.Web.Tests.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace DivideMetrics.Web.Tests.Languages;

/// <summary>Remarks of the computation, which are stored in English, in the reader's language.</summary>
[Collection(PublishedSiteTests.Name)]
public sealed partial class RemarksTests(PublishedSite site)
{
    private Catalog Catalog => site.Services.GetRequiredService<Catalog>();

    [Fact]
    public async Task Every_remark_of_the_published_measures_is_said_and_says_the_same()
    {
        var view = (await site.Services.GetRequiredService<Published>().AtAsync(ReadAt.Now, TestContext.Current.CancellationToken)).View!;
        var kinds = new Dictionary<string, string>();
        foreach (var indicator in Catalog.Indicators)
        {
            foreach (var reason in (await view.GapsAsync(indicator.Id, MeasureRegistry.IdsOf(indicator))).Select(gap => gap.Reason).OfType<string>().Distinct())
            {
                kinds.TryAdd(Numbers().Replace(reason, "1"), reason);
            }
        }

        Language.Speak(Language.Pseudo, isChosen: true);
        var remarks = kinds.Values;
        Assert.NotEmpty(remarks);
        Assert.Empty(remarks.Where(remark => Said(remark) is null).Take(30));
        Assert.Empty(remarks.Where(remark => Letters(Said(remark)!) != Letters(Expected(remark))).Take(30));
    }

    [Theory]
    [InlineData("world: not published: members with data hold 60.0 % of the population, 2/3 needed")]
    [InlineData("mean of Low income (LIC) not published: no member has data; figures of 2 members left out: their terms forbid commercial use")]
    [InlineData("series since 2019, where the provider marks a break and the source switches from ABC to DEF")]
    [InlineData("2015–2021, 20 members with values of both, 3 left out at a bound, 1 left out for a break between; from 0.25 to 0.1875")]
    [InlineData("no rule is assessable: UNSD 2023 (one year only (2020)); linear (the latest value is of 2014; progress is measured from 2015 on)")]
    [InlineData("bass: 16 points 2005–2021, ceiling 95.2 estimated; the interval is cut at the bound; no back-test: too few points, or no change to compare with")]
    [InlineData("benchmark: the frontier, since 2005, where half of it comes from series that start anew; pace from 2016 to 2021")]
    [InlineData("no index: security: 0 of 3 dimensions scored, half needed; development: no indicator with goalposts has figures")]
    [InlineData("not scored: no value of individuals using the Internet (u1), adult literacy (s1)")]
    public void Remark_is_said_clause_by_clause(string remark)
    {
        Language.Speak(Language.Pseudo, isChosen: true);

        Assert.Equal(Letters(remark), Letters(Said(remark)!));
        Assert.DoesNotMatch(@"\p{L}{2,}", Spoken().Replace(Said(remark)!, "").Replace("LIC", "", StringComparison.Ordinal).Replace("ABC", "", StringComparison.Ordinal).Replace("DEF", "", StringComparison.Ordinal));
    }

    [Fact]
    public void Remark_of_another_form_stays_as_it_is_stored()
    {
        Language.Speak(Language.Pseudo, isChosen: true);

        Assert.Equal("the target is met; something new", Remark.Text("the target is met; something new"));
    }

    [Fact]
    public void Numbers_of_a_remark_have_the_decimal_mark_of_the_language()
    {
        Language.Speak(Language.Find("ru")!, isChosen: true);

        Assert.Equal("−1,5", Remark.Number("-1.5"));
    }

    [Fact]
    public void Remark_as_html_says_what_is_in_English()
    {
        Language.Speak(Language.Pseudo, isChosen: true);
        var source = Catalog.Sources[0];

        Assert.Equal($"⟦left out of groups: the terms of ⟧{Markup.English(source.Title)}⟦ forbid commercial use⟧", Remark.Html($"left out of groups: the terms of {source.Id} forbid commercial use", Catalog));
        Assert.Equal("<span lang=\"en\">a &lt;new&gt; remark</span>", Remark.Html("a <new> remark", Catalog));
    }

    // Nothing agrees with a number where every text is its own key.
    private string Expected(string remark) => Catalog.Areas.Groups.Aggregate(
        OneMember().Replace(SourceNames.In(remark, Catalog), "members"), (text, group) => text.Replace($"{group.Name} (", $"{Names.Of(group)} (", StringComparison.Ordinal));

    private string? Said(string remark) => new RemarkReader(Catalog, IsHtml: false).Said(remark);

    private static string Letters(string text) => string.Concat(text.Where(char.IsLetterOrDigit)).ToLowerInvariant();

    [GeneratedRegex(@"\d+(?:\.\d+)?")]
    private static partial Regex Numbers();

    [GeneratedRegex(@"\bmember\b(?! has)")]
    private static partial Regex OneMember();

    [GeneratedRegex("⟦[^⟧]*⟧")]
    private static partial Regex Spoken();
}
