using DivideMetrics.Storage.Observations;
using DivideMetrics.Web.Reading;

namespace DivideMetrics.Web.Tests.Progress;

public sealed class ProgressQueryTests
{
    [Fact]
    public void Nothing_written_is_the_default_and_writes_nothing()
    {
        var (state, notes) = new ProgressQuery().Read(ProgressSample.Catalog);

        Assert.Equal((new ProgressState(), 0, "/progress"), (state, notes.Count, AppUrls.Progress(state)));
    }

    [Theory]
    [InlineData("unsd-2023", "/progress")]
    [InlineData("Open-SDG", "/progress?rule=open-sdg")]
    [InlineData("progress-linear", "/progress?rule=linear")]
    [InlineData(" projection ", "/progress?rule=projection")]
    public void Rule_is_read_by_its_code(string rule, string address) =>
        Assert.Equal(address, AppUrls.Progress(new ProgressQuery(Rule: rule).Read(ProgressSample.Catalog).State));

    [Fact]
    public void State_goes_round()
    {
        var (state, notes) = new ProgressQuery("open-sdg", "low income", "limited", "security").Read(ProgressSample.Catalog);

        Assert.Empty(notes);
        Assert.Equal("/progress?rule=open-sdg&region=LIC&status=limited&community=security", AppUrls.Progress(state));
        Assert.Equal(
            "/progress.csv?rule=open-sdg&region=LIC&status=limited&community=security&asof=2025-03-01",
            AppUrls.ProgressCsv(state with { At = new ReadAt(new(2025, 3, 1), null) }));
    }

    [Theory]
    [InlineData("x", null, null, null, "“rule=x” cannot be used: expected unsd-2023, open-sdg, linear, projection. Shown instead: the rule of the United Nations.")]
    [InlineData(null, "ATL", null, null, "“region=ATL” cannot be used: expected code or name of a group, for example LIC or Low income. Shown instead: all economies.")]
    [InlineData("projection", null, "fair", null, "“status=fair” cannot be used: expected met, on-track, off-track, not-assessable. Shown instead: all statuses.")]
    [InlineData(null, null, null, "context", "“community=context” cannot be used: expected development, security. Shown instead: all communities.")]
    public void What_is_unknown_falls_back_with_a_note(string? rule, string? region, string? status, string? community, string note)
    {
        var (state, notes) = new ProgressQuery(rule, region, status, community).Read(ProgressSample.Catalog);

        Assert.Equal(note, Assert.Single(notes).Text);
        Assert.Equal((null, null, null), (state.Group, state.Status, state.Community));
    }

    [Fact]
    public void Empty_parameters_of_a_form_are_known() =>
        Assert.Equal(["rule", "community"], new ProgressQuery("", "LIC", null, "").Empty());

    [Fact]
    public void Every_class_of_every_rule_has_a_word_and_a_symbol_of_its_own() => Assert.All(ProgressRule.All, rule =>
    {
        Assert.Equal(rule.Statuses.Count, rule.Statuses.Select(status => status.Symbol).Distinct().Count());
        Assert.Equal(rule.Measure.Categories, rule.Statuses.Select(status => status.Category));
    });
}
