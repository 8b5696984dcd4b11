using DivideMetrics.Gaps;
using DivideMetrics.Indicators;

namespace DivideMetrics.Tests.Gaps;

public sealed class MeasureRegistryTests
{
    [Fact]
    public void Ids_stand_once() => Assert.Equal(MeasureRegistry.Ids.Count, MeasureRegistry.Ids.Distinct().Count());

    [Theory]
    [InlineData("gap-to-goal"), InlineData("gap-to-frontier"), InlineData("gap-to-income-group"), InlineData("people-offline")]
    [InlineData("gender-parity"), InlineData("gender-gap"), InlineData("time-distance-world"), InlineData("progress-unsd-2023")]
    [InlineData("projection-2030"), InlineData("projection-path"), InlineData("goal-year"), InlineData("mean-weighted"), InlineData("gini")]
    [InlineData("theil-t"), InlineData("theil-t-between"), InlineData("theil-t-within"), InlineData("people-offline-group")]
    [InlineData("gap-to-region-sd"), InlineData("gap-to-ldc-relative"), InlineData("percentile"), InlineData("share-of-offline"), InlineData("size-offline-ratio")]
    [InlineData("gender-parity-adjusted"), InlineData("gender-gap-relative"), InlineData("time-distance-frontier"), InlineData("time-distance-goal"), InlineData("time-step")]
    [InlineData("catch-up-frontier"), InlineData("catch-up-world"), InlineData("observed-pace"), InlineData("required-pace"), InlineData("pace-ratio")]
    [InlineData("goal-outcome"), InlineData("goal-outcome-group")]
    [InlineData("theil-t-between-region"), InlineData("theil-t-within-region"), InlineData("theil-t-between-ldc"), InlineData("theil-t-within-ldc")]
    [InlineData("theil-l"), InlineData("theil-l-between"), InlineData("theil-l-within"), InlineData("theil-l-between-region")]
    [InlineData("theil-l-within-region"), InlineData("theil-l-between-ldc"), InlineData("theil-l-within-ldc")]
    [InlineData("mean-unweighted"), InlineData("median"), InlineData("median-unweighted"), InlineData("mean-band")]
    [InlineData("atkinson-05"), InlineData("atkinson-1"), InlineData("atkinson-2"), InlineData("concentration"), InlineData("concentration-erreygers")]
    [InlineData("palma"), InlineData("ratio-20-20"), InlineData("ratio-p90-p10"), InlineData("cov"), InlineData("cov-unweighted")]
    [InlineData("sigma-convergence"), InlineData("sigma-convergence-log"), InlineData("beta-convergence"), InlineData("beta-convergence-logit")]
    [InlineData("half-life"), InlineData("half-life-logit")]
    public void Registry_has_the_measure(string id) => Assert.Equal(id, MeasureRegistry.Find(id)?.Id);

    [Fact]
    public void Every_measure_says_its_formula_unit_range_and_reference() =>
        Assert.All(MeasureRegistry.All, measure =>
            Assert.DoesNotContain(new[] { measure.Title, measure.Unit, measure.Formula, measure.Range, measure.Reference }, string.IsNullOrWhiteSpace));

    [Fact]
    public void Unknown_id_is_none() => Assert.Null(MeasureRegistry.Find("Gini"));

    [Fact]
    public void Indicator_that_declares_everything_has_no_problems() =>
        Assert.Empty(MeasureRegistry.Problems(StarterFigures.InternetUsersIndicator([.. MeasureRegistry.Ids])));

    [Theory]
    [InlineData("gap-to-goal", "needs a goal")]
    [InlineData("gap-to-frontier", "needs a direction (up or down)")]
    [InlineData("mean-weighted", "needs weights (an indicator id)")]
    [InlineData("progress-linear", "needs a goal")]
    [InlineData("people-offline", "needs a percentage (min 0, max 100)")]
    [InlineData("gender-gap", "needs series by sex")]
    [InlineData("nonsense", "unknown measure 'nonsense'")]
    public void Indicator_that_declares_nothing_has_the_problem_named(string measure, string expected)
    {
        var bare = StarterFigures.InternetUsersIndicator(measure) with { Goal = null, Direction = Direction.None, Weights = null, Max = null, BySex = false };
        Assert.Contains(MeasureRegistry.Problems(bare), problem => problem.Contains(expected, StringComparison.Ordinal));
    }
}
