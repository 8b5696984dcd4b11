using DivideMetrics.Gaps;
using DivideMetrics.Observations;
using DivideMetrics.Progress;

namespace DivideMetrics.Tests.Gaps;

/// <summary>Known truths of the starter figures, computed through the engine.</summary>
public sealed class StarterGapsTests : IClassFixture<StarterGapsTests.Computed>
{
    private readonly IReadOnlyList<Gap> _gaps;

    public StarterGapsTests(Computed computed) => _gaps = computed.Gaps;

    [Fact]
    public void Catalog_of_the_test_has_217_economies() => Assert.Equal(217, StarterFigures.Areas().MembersOf("WLD").Count);

    [Fact]
    public void World_mean_of_2021_is_63_50() => Assert.Equal(63.50, World("mean-weighted", 2021).Value!.Value, 0.01);

    [Fact]
    public void World_mean_of_2021_covers_179_of_217_economies() =>
        Assert.Equal((179, 217), (World("mean-weighted", 2021).Coverage!.Areas, World("mean-weighted", 2021).Coverage!.AreasOf));

    [Fact]
    public void World_mean_of_2021_covers_96_7_percent_of_people() =>
        Assert.Equal(0.967, World("mean-weighted", 2021).Coverage!.PopulationShare, 0.0005);

    [Fact]
    public void World_mean_of_2022_is_not_published_and_says_why()
    {
        var mean = World("mean-weighted", 2022);
        Assert.Null(mean.Value);
        Assert.StartsWith("not published:", mean.Reason, StringComparison.Ordinal);
    }

    [Theory, InlineData(Sex.Female), InlineData(Sex.Male)]
    public void World_mean_by_sex_is_never_published(Sex sex)
    {
        var means = _gaps.Where(gap => gap is { Measure: "mean-weighted", Subject: "WLD" } && gap.Sex == sex).ToList();
        Assert.Equal(23, means.Count);
        Assert.All(means, mean => Assert.Null(mean.Value));
    }

    [Fact]
    public void World_mean_by_sex_of_2022_says_the_coverage_reached() =>
        Assert.Matches(@"^not published: members with data hold \d+\.\d % of the population, 2/3 needed$", World("mean-weighted", 2022, Sex.Female).Reason);

    [Theory]
    [InlineData("theil-t", "", 22), InlineData("theil-t", "-region", 22), InlineData("theil-t", "-ldc", 22)]
    [InlineData("theil-l", "", 9), InlineData("theil-l", "-region", 9), InlineData("theil-l", "-ldc", 9)]
    public void World_theil_adds_up_in_every_published_year(string index, string partition, int years)
    {
        var totals = _gaps.Where(gap => gap.Measure == index && gap.Subject == "WLD" && gap.Value is not null).ToList();
        Assert.Equal(years, totals.Count);
        Assert.All(totals, total => Assert.Equal(
            total.Value!.Value, World($"{index}-between{partition}", total.Year).Value!.Value + World($"{index}-within{partition}", total.Year).Value!.Value, 1e-12));
    }

    [Fact]
    public void World_gini_fell_from_2005_to_2021() => Assert.True(World("gini", 2021).Value < World("gini", 2005).Value);

    [Fact]
    public void People_offline_of_the_world_rest_on_the_mean()
    {
        var offline = World("people-offline-group", 2021);
        Assert.Equal((1 - (World("mean-weighted", 2021).Value!.Value / 100)) * 7.5e9, offline.Value!.Value, 0.05e9);
    }

    [Fact]
    public void World_is_projected_by_the_model_of_the_least_error()
    {
        var projection = World("projection-2030", 2030);
        Assert.Equal("damped-linear", projection.Category);
        Assert.Equal((85.45, 72.62, 92.86), (Math.Round(projection.Value!.Value, 2), Math.Round(projection.Lower!.Value, 2), Math.Round(projection.Upper!.Value, 2)));
    }

    [Theory]
    [InlineData(2023, 69.64, 67.18, 71.99)]
    [InlineData(2026, 77.90, 71.02, 83.52)]
    [InlineData(2029, 83.88, 72.50, 91.12)]
    public void World_is_projected_year_by_year(int year, double value, double lower, double upper)
    {
        var projection = World("projection-path", year);
        Assert.Equal((value, lower, upper), (Math.Round(projection.Value!.Value, 2), Math.Round(projection.Lower!.Value, 2), Math.Round(projection.Upper!.Value, 2)));
    }

    [Fact]
    public void Every_path_ends_at_the_projection_to_2030() =>
        Assert.Equal(
            _gaps.Where(gap => gap.Measure == "projection-2030"),
            _gaps.Where(gap => gap is { Measure: "projection-path", Year: 2030 }).Select(gap => gap with { Measure = "projection-2030" }));

    [Fact]
    public void World_reaches_95_percent_in_2042() => Assert.Equal(2041.9, World("goal-year", 2022).Value!.Value, 0.05);

    [Fact]
    public void World_progress_is_classed_on_the_providers_own_row() =>
        Assert.Contains(World("progress-unsd-2023", 2022).Category, new[] { ProgressStatus.OnTrack, ProgressStatus.Fair });

    [Fact]
    public void Time_distance_names_the_providers_series_as_benchmark() =>
        Assert.Contains("provider's world series", _gaps.First(gap => gap.Measure == "time-distance-world").Reason, StringComparison.Ordinal);

    [Fact]
    public void Every_gap_has_a_value_or_a_reason_and_no_value_is_made_up() =>
        Assert.All(_gaps, gap => Assert.True(
            gap.Value is { } value ? double.IsFinite(value) : !string.IsNullOrWhiteSpace(gap.Reason), gap.ToString()));

    [Fact]
    public void Every_gap_stands_once() =>
        Assert.Equal(_gaps.Count, _gaps.Select(gap => (gap.Measure, gap.Subject, gap.Sex, gap.Year)).Distinct().Count());

    [Fact]
    public void Every_group_measure_has_its_coverage() =>
        Assert.All(_gaps.Where(gap => MeasureRegistry.Find(gap.Measure)!.Scope == MeasureScope.Group), gap => Assert.NotNull(gap.Coverage));

    [Fact]
    public void Every_measure_of_the_registry_yields_gaps() =>
        Assert.Equal(MeasureRegistry.Ids.Order(), _gaps.Select(gap => gap.Measure).Distinct().Order());

    [Fact]
    public void Every_category_is_one_that_the_registry_lists() =>
        Assert.All(_gaps.Where(gap => gap.Category is not null), gap =>
            Assert.Contains(gap.Category, MeasureRegistry.Find(gap.Measure)!.Categories));

    [Theory]
    [InlineData("location-gap", "gender-gap"), InlineData("age-ratio", "gender-parity"), InlineData("income-parity", "gender-parity-adjusted")]
    [InlineData("education-offline-ratio", "gender-offline-ratio")]
    public void Contrast_of_the_same_figures_gives_the_same_as_that_of_the_sexes(string contrast, string sexes)
    {
        Assert.NotEmpty(ValuesOf(sexes));
        Assert.Equal(ValuesOf(sexes), ValuesOf(contrast));
    }

    [Fact]
    public void Shares_of_the_people_offline_add_up_to_the_informed_part_of_the_world()
    {
        var (sum, informed) = (_gaps.Where(gap => gap is { Measure: "share-of-offline", Year: 2021 }).Sum(gap => gap.Value), World("mean-weighted", 2021).Coverage!.PopulationShare);
        Assert.Equal(100 * informed, sum!.Value, 0.01);
    }

    private IEnumerable<(string, int, double?)> ValuesOf(string measure) =>
        _gaps.Where(gap => gap.Measure == measure).Select(gap => (gap.Subject, gap.Year, gap.Value));

    private Gap World(string measure, int year, Sex sex = Sex.Total) =>
        _gaps.Single(gap => gap.Measure == measure && gap.Subject == "WLD" && gap.Year == year && gap.Sex == sex);

    public sealed class Computed
    {
        public IReadOnlyList<Gap> Gaps { get; } = GapEngine.Compute(new(
            StarterFigures.InternetUsersIndicator([.. MeasureRegistry.Ids]), StarterFigures.InternetUsers(), StarterFigures.Population(), StarterFigures.Areas())
        {
            Others = StarterFigures.SidesOfContrasts(),
        });
    }
}
