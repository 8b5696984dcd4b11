using DivideMetrics.Indices;
using DivideMetrics.Tests.Sources;
using Sylvan.Data.Csv;

namespace DivideMetrics.Tests.Indices;

/// <summary>IDI to 2017, EGDI and UNCTAD's index.</summary>
public sealed class OlderIndexTests
{
    /// <summary>Korea 2010 (ITU, Measuring the Information Society 2011, Box 1.2); bandwidth in kbit/s.</summary>
    private static readonly Dictionary<string, double> Korea = new()
    {
        ["a1"] = 59.2, ["a2"] = 105.4, ["a3"] = 11.8784, ["a4"] = 82, ["a5"] = 97, ["u1"] = 84, ["u2"] = 36.6, ["u3"] = 91,
        ["s1"] = 97.9, ["s2"] = 102, ["s3"] = 99,
    };

    [Fact]
    public void Korea_2010_scores_8_44_with_exact_thirds() => Assert.Equal(8.44, Idi2017.Of(Korea).Score.Value!.Value, 0.005);

    [Fact]
    public void Korea_2010_scores_8_39_with_the_printed_weights() => Assert.Equal(8.39, Idi2017.AsPrinted(Korea).Value!.Value, 0.005);

    [Theory]
    [InlineData("access", 8.289)]
    [InlineData("use", 7.867)]
    [InlineData("skills", 9.897)]
    public void Korea_2010_has_the_sub_indices(string name, double expected) =>
        Assert.Equal(expected, Idi2017.Of(Korea).Parts.Single(part => part.Name == name).Score.Value!.Value, 0.005);

    [Fact]
    public void Older_index_names_what_is_missing()
    {
        var inputs = Korea.Where(pair => pair.Key is not ("a3" or "s3")).ToDictionary();
        Assert.Equal(
            "not scored: no value of international bandwidth per Internet user (a3), gross tertiary enrolment (s3)", Idi2017.AsPrinted(inputs).Reason);
    }

    [Fact]
    public void Older_index_of_nothing_is_0() => Assert.Equal(0, Idi2017.Of(Korea.ToDictionary(pair => pair.Key, _ => 0.0)).Score.Value!.Value, 1e-12);

    [Theory]
    [InlineData(0.7796, 0.8287, 0.9618, 0.8567)]
    [InlineData(0, 0, 0, 0)]
    [InlineData(1, 1, 1, 1)]
    public void Egdi_is_the_mean_of_its_parts(double osi, double tii, double hci, double expected) =>
        Assert.Equal(expected, Egdi.Of(Parts(osi, tii, hci)).Score.Value!.Value, 0.00005);

    [Fact]
    public void Egdi_refuses_a_part_outside_its_scale() =>
        Assert.Equal("not scored: expected parts from 0 to 1, found tii 1.2", Egdi.Of(Parts(0.5, 1.2, 0.5)).Score.Reason);

    [Theory]
    [InlineData(0.7501, "very-high"), InlineData(0.75, "high"), InlineData(0.5, "middle"), InlineData(0.26, "middle"), InlineData(0.25, "low"), InlineData(0, "low")]
    public void Egdi_has_the_class_of_the_survey(double score, string expected) => Assert.Equal(expected, Egdi.ClassOf(score));

    [Theory, InlineData(2014), InlineData(2016), InlineData(2018), InlineData(2020), InlineData(2022), InlineData(2024)]
    public void Egdi_of_every_state_is_the_published_one(int year)
    {
        using var reader = CsvDataReader.Create(Workbench.Shared($"un-egov/EGOV_DATA_{year}.csv"));
        var count = 0;
        while (reader.Read())
        {
            // the names of the columns change from edition to edition, their order does not
            var found = Egdi.Of(Parts(reader.GetDouble(5), reader.GetDouble(7), reader.GetDouble(6)));
            Assert.Equal(reader.GetDouble(3), found.Score.Value!.Value, 0.0005);
            count++;
        }

        Assert.Equal(193, count);
    }

    [Fact]
    public void B2c_index_is_the_mean_of_four_scores()
    {
        var scores = B2cIndex.Of([B2c(40, 60, 0, 20), B2c(90, 80, 999, 70), B2c(50, 50, 30.6227766, 10)]);
        Assert.Equal([30, 85, 40], scores.Select(tree => Math.Round(tree.Score.Value!.Value, 6)));
    }

    [Fact]
    public void B2c_index_scales_servers_over_the_economies_that_are_scored()
    {
        var incomplete = B2c(90, 90, 1e6, 90);
        incomplete.Remove("postal");
        var scores = B2cIndex.Of([B2c(40, 60, 0, 20), incomplete, B2c(90, 80, 999, 70)]);
        Assert.Equal((85.0, "not scored: no value of postal reliability (postal)"), (Math.Round(scores[2].Score.Value!.Value, 9), scores[1].Score.Reason));
    }

    [Fact]
    public void B2c_index_of_one_economy_is_not_scored() =>
        Assert.StartsWith("not scored: secure servers need two economies", B2cIndex.Of([B2c(1, 2, 3, 4)]).Single().Score.Reason, StringComparison.Ordinal);

    [Fact]
    public void B2c_index_of_no_economy_is_empty() => Assert.Empty(B2cIndex.Of([]));

    private static Dictionary<string, double> B2c(double accounts, double users, double servers, double post) =>
        new() { ["accounts"] = accounts, ["internet"] = users, ["servers"] = servers, ["postal"] = post };

    private static Dictionary<string, double> Parts(double osi, double tii, double hci) => new() { ["osi"] = osi, ["tii"] = tii, ["hci"] = hci };
}
