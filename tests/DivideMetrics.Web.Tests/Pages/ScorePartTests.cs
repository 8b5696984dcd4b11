using DivideMetrics.Gaps;
using DivideMetrics.Indicators;
using DivideMetrics.Observations;
using DivideMetrics.Web.Components.Pages.Measures;

namespace DivideMetrics.Web.Tests.Pages;

/// <summary>The parts of a composite as a tree.</summary>
public sealed class ScorePartTests
{
    [Fact]
    public void Parts_follow_what_they_are_part_of_with_score_and_loss()
    {
        var parts = ScorePart.Of(
            [
                Row("index-part:development.penetration.online", 40), Row("index-part:development", 50), Row("index-part:development.penetration", 45),
                Row("index-loss:development", 12), Row("index-score", 60), Row("index-part:development", 99, 2019),
            ],
            2020, Catalog("gap-index"));

        Assert.Equal(
            [(0, "Development", null, 50, 12.0), (1, "Penetration", null, 45, null), (2, "People online", "online", 40, null)],
            parts.Select(part => (part.Depth, part.Name, part.Indicator, part.Score.Value, part.Loss)));
    }

    [Fact]
    public void Dimension_with_the_name_of_an_indicator_is_none() =>
        Assert.Null(Assert.Single(ScorePart.Of([Row("index-part:development.online", null)], 2020, Catalog("gap-index"))).Indicator);

    [Fact]
    public void Index_of_another_kind_has_its_indicators_at_the_ends() =>
        Assert.Equal([null, "online"], ScorePart.Of([Row("index-part:universal", 1), Row("index-part:universal.online", 1)], 2020, Catalog("idi")).Select(part => part.Indicator));

    private static Seeds.Catalog Catalog(string kind) => SampleWorld.Catalog with
    {
        Indicators = [SampleWorld.Indicator, SampleWorld.Indicator with { Id = "index", Composite = new Composite(kind, new Dictionary<string, string>()) }],
    };

    private static Gap Row(string measure, double? value, int year = 2020) => new(measure, "index", "KEN", Sex.Total, year, value, null, null, null, null);
}
