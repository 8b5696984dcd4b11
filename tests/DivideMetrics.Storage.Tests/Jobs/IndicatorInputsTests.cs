using DivideMetrics.Indicators;
using DivideMetrics.Jobs.Computing;
using DivideMetrics.Seeds;
using DivideMetrics.Sources;

namespace DivideMetrics.Storage.Tests.Jobs;

/// <summary>What an indicator is computed with.</summary>
public sealed class IndicatorInputsTests
{
    private static readonly SourceDefinition Open = Declared.Source("OPEN");
    private static readonly SourceDefinition Closed = Declared.Source("CLOSED") with { Licence = Declared.Source("CLOSED").Licence with { Bulk = false } };

    [Theory]
    [InlineData(new[] { "OPEN", "CLOSED" }, new[] { "CLOSED" })]
    [InlineData(new[] { "CLOSED" }, new string[0])]
    [InlineData(new[] { "OPEN" }, new string[0])]
    public void Sources_under_non_commercial_terms_stay_out_of_groups_where_another_is_open(string[] sources, string[] expected)
    {
        var indicator = Declared.Indicator("one", new IndicatorSeries(sources[0], "S")) with
        {
            Series = [.. sources.Select(source => new IndicatorSeries(source, "S"))],
        };
        Assert.Equal(expected, IndicatorInputs.KeptOutOfGroups(new Catalog(Declared.Areas, [indicator], [Open, Closed], "test"), indicator));
    }
}
