using System.Net;
using System.Text.RegularExpressions;
using DivideMetrics.Seeds;
using DivideMetrics.Storage.Observations;
using DivideMetrics.Web.Divides;
using DivideMetrics.Web.Reading;
using DivideMetrics.Web.Tests.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace DivideMetrics.Web.Tests.Divides;

/// <summary>The page and the file of the divides over the delivered figures.</summary>
[Collection(PublishedSiteTests.Name)]
public sealed partial class DividesPageTests(PublishedSite site)
{
    [Fact]
    public async Task Page_shows_findings_drawings_tables_and_gaps_in_the_evidence()
    {
        var (html, model) = (await PageAsync("/divides"), await ModelAsync(new(null, null, ReadAt.Now)));

        Assert.NotEmpty(model.Known);
        Assert.All(model.Known, section =>
        {
            Assert.Contains(section.Finding, html, StringComparison.Ordinal);
            Assert.Contains(section.Words, html, StringComparison.Ordinal);
            Assert.All(section.Rows, row => Assert.Contains($"/explore/{row.Indicator.Id}?tab=dumbbell&split={section.Kind}", html, StringComparison.Ordinal));
        });
        Assert.All(model.Unknown, section => Assert.Contains(section.Reason, html, StringComparison.Ordinal));
        Assert.Contains("<svg", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_number_in_the_words_follows_from_the_rows()
    {
        var model = await ModelAsync(new(null, null, ReadAt.Now));

        Assert.All(model.Known, section => Assert.All(
            NumbersIn(section.Rows.Aggregate(section.Words + " " + section.Finding, (words, row) => words.Replace(row.Indicator.Title, "", StringComparison.Ordinal))),
            number => Assert.Contains(number, Sayable(section))));
    }

    [Fact]
    public async Task One_kind_and_one_group_are_shown_on_demand()
    {
        var html = await PageAsync("/divides?split=sex&region=LIC");
        var model = await ModelAsync(new("sex", "LIC", ReadAt.Now));

        Assert.Equal("sex", Assert.Single(model.Sections).Kind);
        var members = site.Services.GetRequiredService<Catalog>().Areas.MembersOf("LIC");
        Assert.All(model.Values, row => Assert.Contains(row.Point.Area, members));
        Assert.DoesNotContain("Size of enterprise:", html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("split=star-sign", "star-sign")]
    [InlineData("region=Atlantis", "Atlantis")]
    public async Task Unknown_value_leaves_a_note_on_the_page_and_is_refused_by_the_file(string query, string value)
    {
        var html = await PageAsync($"/divides?{query}");
        using var file = await site.Client.GetAsync($"/divides.csv?{query}");

        Assert.Contains(value, NoteIn(html), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.BadRequest, file.StatusCode);
    }

    [Fact]
    public async Task Default_choices_leave_no_note() => Assert.Equal("", NoteIn(await PageAsync("/divides?split=&region=")));

    [Fact]
    public async Task File_holds_both_sides_of_every_pair()
    {
        var lines = (await site.Client.GetStringAsync("/divides.csv?split=sex")).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        var model = await ModelAsync(new("sex", null, ReadAt.Now));

        Assert.StartsWith("INDICATOR,MEASURE,REF_AREA,REF_AREA_NAME,SEX,TIME_PERIOD,OBS_VALUE", lines[0], StringComparison.Ordinal);
        Assert.Equal(model.Values.Count(), lines.Length - 1);
        Assert.Equal(2 * model.Known.SelectMany(section => section.Rows).Sum(row => row.Pairs.Count), lines.Length - 1);
    }

    [Fact]
    public void Address_writes_only_what_is_not_the_default()
    {
        Assert.Equal("/divides", AppUrls.Divides(new(null, null, ReadAt.Now)));
        Assert.Equal("/divides?split=age&region=LIC&asof=2025-03-01", AppUrls.Divides(new("age", "LIC", new(new DateOnly(2025, 3, 1), null))));
    }

    private async Task<string> PageAsync(string address) => WebUtility.HtmlDecode(await site.Client.GetStringAsync(address));

    private async Task<DividesModel> ModelAsync(DividesState state) =>
        await DividesModel.LoadAsync((await site.Services.GetRequiredService<Published>().AtAsync(ReadAt.Now)).View!, site.Services.GetRequiredService<Catalog>(), state);

    private static HashSet<string> Sayable(DivideSection section)
    {
        var lead = section.Lead!;
        double Middle(IEnumerable<double> values) => values.Order().ElementAt((lead.Pairs.Count - 1) / 2);
        var (first, second) = (lead.Pairs.Select(pair => pair.First.Point.Value), lead.Pairs.Select(pair => pair.Second.Point.Value));
        var widest = lead.Pairs.OrderByDescending(pair => Math.Abs(pair.First.Point.Value - pair.Second.Point.Value)).First();
        var behind = lead.Pairs.Count(pair => lead.Indicator.Direction == Indicators.Direction.Down ? pair.First.Point.Value > pair.Second.Point.Value : pair.First.Point.Value < pair.Second.Point.Value);
        var judged = section.Rows.Where(row => row.Behind is not null).ToList();
        var classes = lead.Pairs.Select(pair => pair.Ratio?.Value).OfType<double>().ToList();
        var said = new[]
        {
            lead.Sides.First.Text(Middle(first)), lead.Sides.Second.Text(Middle(second)), lead.Sides.First.Text(widest.First.Point.Value),
            lead.Sides.Second.Text(widest.Second.Point.Value), Numbers.Year(widest.Year), Numbers.Count(behind), Numbers.Count(lead.Pairs.Count), Numbers.Count(classes.Count),
            Numbers.Count(classes.Count(ratio => ratio is >= 0.98 and <= 1.02)), "0.98", "1.02", Numbers.Count(judged.Count), Numbers.Count(judged.Count(row => row.Behind > row.Pairs.Count / 2.0)),
        };
        return said.SelectMany(NumbersIn).ToHashSet(StringComparer.Ordinal);
    }

    private static List<string> NumbersIn(string words) => Number().Matches(words).Select(match => match.Value.TrimEnd('.')).ToList();

    private static string NoteIn(string html) => Note().Match(html).Value;

    [GeneratedRegex("\u2212?[0-9][0-9.\u202f]*(?<=[0-9])")]
    private static partial Regex Number();

    [GeneratedRegex("<div class=\"note\" role=\"status\".*?</div>", RegexOptions.Singleline)]
    private static partial Regex Note();
}
