using DivideMetrics.Storage.Observations;
using DivideMetrics.Web.Reading;
using DivideMetrics.Web.Tests.Pages;

namespace DivideMetrics.Web.Tests.States;

public sealed class StateQueryTests
{
    private static readonly DateOnly Today = new(2025, 9, 1);

    [Theory]
    [InlineData(null, null, null, null)]
    [InlineData("", " ", null, null)]
    [InlineData("2025-03-01", null, "2025-03-01", null)]
    [InlineData(" 2025-03-01 ", "2025-09-01", "2025-03-01", "2025-09-01")]
    [InlineData("2025-09-02", null, null, null)]
    [InlineData("9999-12-31", "0001-01-01", null, "0001-01-01")]
    [InlineData("2025-3-1", "soon", null, null)]
    public void Days_are_read_and_those_ahead_are_now(string? asOf, string? seen, string? released, string? shown)
    {
        var at = StateQuery.Read(asOf, seen, Today).At;

        Assert.Equal((Day(released), Day(shown)), (at.AsOf, at.Seen));
    }

    [Fact]
    public void Only_days_that_cannot_be_read_are_problems()
    {
        var query = StateQuery.Read("2025-3-1", "2031-01-01", Today);

        Assert.Equal("asof", Assert.Single(query.Problems).Parameter);
        Assert.Equal(["asof", "seen"], query.Notes.Select(note => note.Problem.Parameter));
    }

    [Fact]
    public void Addresses_write_a_state_only_when_there_is_one()
    {
        var at = new ReadAt(new(2025, 3, 1), new(2025, 7, 1));

        Assert.Equal(("/", "/?asof=2025-03-01&seen=2025-07-01"), (AppUrls.Page("/", ReadAt.Now), AppUrls.Page("/", at)));
        Assert.Equal("/indicators/online?tab=line&asof=2025-03-01&seen=2025-07-01", AppUrls.Indicator("online", new(IndicatorTab.Line, At: at)));
        Assert.Equal("/indicators/online.csv?sex=F&asof=2025-03-01&seen=2025-07-01", AppUrls.Csv("online", new(Sex: Observations.Sex.Female, At: at)));
        Assert.Equal("/countries/KEN", AppUrls.Area("KEN"));
    }

    [Fact]
    public void Citation_names_every_source_with_its_release_or_retrieval()
    {
        var text = Citation.Of(
            SampleWorld.Indicator,
            [
                new("International Union, indicators.", null, new(2025, 6, 10), true, "CC BY", null),
                new("A bank, a dataset", null, new(2025, 6, 30), false, "CC BY", null),
                new("An old source", null, null, false, "CC BY", null),
            ],
            Citation.Lasting(ReadAt.Now, Today));

        Assert.Equal(
            "International Union, indicators (release 2025-06-10); A bank, a dataset (retrieved 2025-06-30); An old source. “People online”, via DivideMetrics, as of 2025-09-01",
            text);
    }

    [Fact]
    public void Citation_of_a_state_keeps_its_days() => Assert.EndsWith(
        "via DivideMetrics, as of 2025-03-01, as shown on 2025-07-01",
        Citation.Of(SampleWorld.Indicator, [], Citation.Lasting(new(new(2025, 3, 1), new(2025, 7, 1)), Today)),
        StringComparison.Ordinal);

    private static DateOnly? Day(string? text) => text is null ? null : DateOnly.ParseExact(text, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
