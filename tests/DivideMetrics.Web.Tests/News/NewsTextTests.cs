using DivideMetrics.Observations;
using DivideMetrics.Panels;
using DivideMetrics.Storage;
using DivideMetrics.Storage.Figures;
using DivideMetrics.Storage.Observations;
using DivideMetrics.Web.Reading;
using DivideMetrics.Web.Tests.Pages;

namespace DivideMetrics.Web.Tests.News;

public sealed class NewsTextTests
{
    private const string Kenya = "<a href=\"/countries/KEN\">Kenya</a>: <a href=\"/indicators/online\">People online</a>";

    private static readonly NewsText Text = new(SampleWorld.Catalog, address => address);

    [Theory]
    [InlineData("fair", "on-track", "from ‘Too slow’ to ‘On track’", 1)]
    [InlineData("met", "stagnation", "from ‘Goal met’ to ‘Standing still or falling back’", -1)]
    [InlineData("not-assessable", "met", "from ‘Not assessable’ to ‘Goal met’", 0)]
    [InlineData(null, "fair", "for the first time ‘Too slow’", 0)]
    [InlineData("fair", null, "no longer assessed, before ‘Too slow’", 0)]
    public void Status_is_told_in_words_with_its_direction(string? from, string? to, string words, int direction)
    {
        var change = new CategoryChange(2, "online", "KEN", from, to);

        Assert.Equal(($"{Kenya}, {words}", direction), (Text.Of(change), NewsText.DirectionOf(change)));
    }

    [Fact]
    public void Names_are_encoded_and_groups_lead_to_their_own_page()
    {
        Assert.Contains(">Côte d&#x27;Ivoire</a>", Text.Of(new CategoryChange(2, "online", "CIV", "fair", "met")), StringComparison.Ordinal);
        Assert.StartsWith("<a href=\"/groups/WLD/online\">World</a>: ", Text.Of(new CategoryChange(2, "online", "WLD", "fair", "met")), StringComparison.Ordinal);
        Assert.Equal("ZZZ: <a href=\"/indicators/gone\">gone</a>, from ‘Too slow’ to ‘Goal met’", Text.Of(new CategoryChange(2, "gone", "ZZZ", "fair", "met")));
    }

    [Fact]
    public void Figures_are_counted_by_economy_over_both_sexes_beyond_the_tolerance_of_the_unit()
    {
        var news = FigureNews.Of(
            [
                Edition("KEN", Sex.Total, [(2019, 1), (2020, 2), (2021, 3)], [(2020, 2.004), (2021, 3.1), (2022, 4)]),
                Edition("KEN", Sex.Female, [], [(2023, 9)]),
                Edition("BDI", Sex.Total, [(2020, 5)], [(2020, 5.001)]),
                Edition("DEU", Sex.Total, [(2020, 5)], [(2020, null)]),
            ],
            _ => false, areaIsChosen: false, SampleWorld.Catalog);

        Assert.Equal([new("online", "KEN", 2, 1, 1, 2019, 2023), new("online", "DEU", 0, 0, 1, 2020, 2020)], news);
        Assert.Equal($"{Kenya}, 2 new, 1 revised, 1 withdrawn, 2019–2023", Text.Of(news[0]));
    }

    [Fact]
    public void Indicator_that_begins_is_one_line_and_not_one_for_each_economy()
    {
        FigureEdition[] editions = [Edition("KEN", Sex.Total, [], [(2020, 1), (2021, 2)]), Edition("BDI", Sex.Total, [], [(2021, 2)])];

        var all = Assert.Single(FigureNews.Of(editions, _ => true, areaIsChosen: false, SampleWorld.Catalog));
        var chosen = FigureNews.Of(editions, _ => true, areaIsChosen: true, SampleWorld.Catalog);

        Assert.Equal("<a href=\"/indicators/online\">People online</a>: began with 3 figures, 2020–2021", Text.Of(all));
        Assert.Equal($"{Kenya}, began with 2 figures, 2020–2021", Text.Of(chosen[0]));
    }

    [Fact]
    public void Vintage_is_the_first_a_newer_or_a_late_one_of_its_source()
    {
        var news = VintageNews.Of([Vintage(4, 7), Vintage(1, 5), Vintage(2, 9), Vintage(3, 6) with { PublishedAt = null }]).ToList();

        Assert.Equal([(1, VintageCourse.First), (2, VintageCourse.Newer), (4, VintageCourse.Late)], news.Select(one => (one.Vintage.Id, one.Course)));
        Assert.Equal("No figure changed", NewsText.CountsOf(news[1]));
        Assert.Equal("A provider: A dataset, retrieved 2 March 2025", Text.TitleOf(news[1]));
    }

    [Fact]
    public void Change_of_methods_is_said()
    {
        var step = new PublicationStep(2, DateTimeOffset.UnixEpoch, "4", 10, 1, "3");

        Assert.Equal(
            "The methods changed as well, from version 3 to 4: a status may be another one for that alone.", NewsText.MethodsOf(new(step, [], [])));
        Assert.Null(NewsText.MethodsOf(new(step with { MethodBefore = "4" }, [], [])));
        Assert.Null(NewsText.MethodsOf(new(step with { Before = null, MethodBefore = null }, [], [])));
    }

    private static FigureEdition Edition(string area, Sex sex, (int Year, double? Value)[] old, (int Year, double? Value)[] now)
    {
        FigureSeries? Series((int Year, double? Value)[] points) =>
            FigureSeries.Pack(points.Select(point => SampleWorld.Figure(area, point.Year, point.Value, sex))).FirstOrDefault();
        return new(2, Series(old), Series(now));
    }

    private static Vintage Vintage(long id, long position)
    {
        var day = new DateTimeOffset(2025, 3, (int)id, 0, 0, 0, TimeSpan.Zero);
        return new(id, "SRC", "", "", "published", null, day, day, day, "", "", 1, Difference.None) { ReleaseDate = new(2025, 3, (int)id), Position = position };
    }
}
