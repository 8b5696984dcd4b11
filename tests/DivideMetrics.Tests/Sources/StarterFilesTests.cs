using DivideMetrics.Observations;

namespace DivideMetrics.Tests.Sources;

public sealed class StarterFilesTests : IDisposable
{
    private static readonly Dictionary<string, string> Long = new()
    {
        ["area"] = "REF_AREA", ["period"] = "TIME_PERIOD", ["value"] = "OBS_VALUE", ["series"] = "S",
    };

    private readonly Workbench _bench = new(options => options.DataFolder = Path.Combine(Workbench.Root, "data"));

    public void Dispose() => _bench.Dispose();

    [Fact]
    public async Task Starter_file_of_internet_users_is_read_in_full()
    {
        var taken = await ImportAsync("UNSD_17.8.1.csv", ("sex", "SEX"), ("status", "OBS_STATUS"));

        Assert.Equal(
            [(Sex.Total, 4511), (Sex.Female, 1165), (Sex.Male, 1166)],
            taken.CountBy(observation => observation.Series.Sex).OrderBy(pair => pair.Key).Select(pair => (pair.Key, pair.Value)));
        Assert.Equal(2274, taken.Count(observation => observation.Status == ObsStatus.E));
        Assert.Equal(66.3, taken.Single(observation => observation is { Area: "WLD", Year: 2022, Series.Sex: Sex.Total }).Value);
    }

    [Theory]
    [InlineData("GAPMINDER_fixed_broadband.csv", 4097, 45892.68186)]
    [InlineData("WB_SP.POP.TOTL.csv", 4770, 1317391780937)]
    [InlineData("WB_SP.URB.TOTL.csv", 4734, 639347645999)]
    public async Task Starter_file_of_one_series_is_read_in_full(string file, int count, double sum)
    {
        var taken = await ImportAsync(file);

        Assert.Equal(count, taken.Count);
        Assert.Equal(sum, taken.Sum(observation => observation.Value!.Value), 1e-6 * sum);
    }

    [Fact]
    public async Task Starter_file_of_the_egovernment_survey_is_read_in_full()
    {
        var source = Workbench.Source("delimited", "starter/UNEGOV_2022.csv", "EGDI", "EPI", "OSI", "HCI", "TII") with
        {
            Options = new Dictionary<string, string>
            {
                ["area"] = "name", ["area-kind"] = "name", ["year"] = "2022", ["value-columns"] = "egdi=EGDI;epi=EPI;osi=OSI;hci=HCI;tii=TII",
            },
        };

        var taken = await _bench.ImportAsync(source);

        Assert.Equal(193 * 5, taken.Count + _bench.Findings.Counts.GetValueOrDefault("unknown-area"));
        Assert.Equal(0.4383, taken.Single(observation => observation is { Area: "IRQ", Series.Code: "EGDI" }).Value);
    }

    private async Task<List<Observation>> ImportAsync(string file, params (string Key, string Value)[] more)
    {
        var options = new Dictionary<string, string>(Long);
        foreach (var (key, value) in more)
        {
            options[key] = value;
        }

        var taken = await _bench.ImportAsync(Workbench.Source("delimited", "starter/" + file, "S") with { Options = options });
        Assert.Empty(_bench.Findings.Kept);
        return taken;
    }
}
