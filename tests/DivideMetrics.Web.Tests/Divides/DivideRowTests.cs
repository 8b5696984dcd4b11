using DivideMetrics.Gaps;
using DivideMetrics.Indicators;
using DivideMetrics.Observations;
using DivideMetrics.Web.Divides;
using DivideMetrics.Web.Explore;
using DivideMetrics.Web.Reading;
using DivideMetrics.Web.Tests.Pages;

namespace DivideMetrics.Web.Tests.Divides;

/// <summary>Rows and words of a divide from hand-made figures.</summary>
public sealed class DivideRowTests
{
    private static readonly Figure[] Figures =
    [
        .. Pair("KEN", 2022, 24, 30), .. Pair("DEU", 2021, 96, 95), .. Pair("KOR", 2020, 90, 91), .. Pair("TUV", 2019, 50, 70),
        .. Pair("BDI", 2016, 3, 9), .. Pair("CIV", 2015, 10, 12), SampleWorld.Figure("CIV", 2022, 40, Sex.Female), .. Pair("WLD", 2022, 63, 69),
    ];

    [Fact]
    public void Economies_with_both_sides_are_at_most_five_years_old()
    {
        var row = Row()!;

        Assert.Equal(["DEU", "KEN", "KOR", "TUV"], row.Pairs.Select(pair => pair.Area).Order(StringComparer.Ordinal));
        Assert.Equal((2019, 2022), row.Years);
    }

    [Fact]
    public void Middle_values_and_widest_gap_follow_from_the_pairs()
    {
        var row = Row()!;

        Assert.Equal((50, 70), (row.First, row.Second));
        Assert.Equal(("TUV", 20, 2019), (row.Widest.Area, row.Widest.Gap, row.Widest.Year));
    }

    [Theory]
    [InlineData(Direction.Up, 3)]
    [InlineData(Direction.Down, 1)]
    [InlineData(Direction.None, null)]
    public void Behind_follows_what_is_better(Direction direction, int? behind) => Assert.Equal(behind, Row(direction)!.Behind);

    [Fact]
    public void Parity_is_counted_from_published_ratios_of_the_same_year()
    {
        Gap[] ratios = [Ratio("DEU", 2021, 96 / 95.0, Parity.AtParity), Ratio("KOR", 2020, 90 / 91.0, Parity.AtParity), Ratio("KEN", 2021, 1, Parity.AtParity), Ratio("TUV", 2019, 5 / 7.0, "women-behind")];

        var row = Row(ratios: ratios)!;

        Assert.Equal((2, 3), (row.AtParity, row.Classed));
    }

    [Fact]
    public void Group_keeps_only_its_members() => Assert.Equal(["KEN"], Row(group: "LIC")!.Pairs.Select(pair => pair.Area));

    [Fact]
    public void No_pairs_are_no_row() => Assert.Null(DivideRow.Of(Data(Direction.Up, null, []), []));

    [Fact]
    public void Finding_counts_those_behind_of_those_with_both_sides() =>
        Assert.Equal("Women are behind men in 3 of 4 economies: People online", Section(Row()!).Finding);

    [Theory]
    [InlineData(0, "none of the indicators here is published with these two sides")]
    [InlineData(1, "one indicator is declared with these two sides, and no economy here has a figure of both")]
    public void Kind_without_rows_says_why(int declared, string reason) =>
        Assert.Equal(reason, new DivideSection("income", [], declared, SampleWorld.Areas).Reason);

    [Fact]
    public void Every_kind_of_the_measures_has_names_and_a_ratio() => Assert.All(DivideKinds.All, kind =>
    {
        Assert.DoesNotContain("side", DivideKinds.First(kind) + DivideKinds.Second(kind), StringComparison.Ordinal);
        Assert.NotNull(DivideKinds.Ratio(kind));
    });

    private static DivideSection Section(params DivideRow[] rows) => new(ExploreData.BySex, rows, rows.Length, SampleWorld.Areas);

    private static DivideRow? Row(Direction direction = Direction.Up, string? group = null, params Gap[] ratios) => DivideRow.Of(Data(direction, group, Figures), ratios);

    private static ExploreData Data(Direction direction, string? group, IEnumerable<Figure> figures)
    {
        var facts = new IndicatorFacts(SampleWorld.Indicator with { Direction = direction }, figures, []);
        return new()
        {
            Catalog = SampleWorld.Catalog,
            State = new() { Indicator = facts.Indicator.Id, Tab = ExploreTab.Dumbbell, Group = group },
            Facts = facts,
            Main = Variable.Of(facts, SampleWorld.Areas),
            Sides = new(Variable.Of(facts, SampleWorld.Areas, Sex.Female), "women", Variable.Of(facts, SampleWorld.Areas, Sex.Male), "men"),
        };
    }

    private static Figure[] Pair(string area, int year, double women, double men) => [SampleWorld.Figure(area, year, women, Sex.Female), SampleWorld.Figure(area, year, men, Sex.Male)];

    private static Gap Ratio(string area, int year, double value, string category) => SampleWorld.Gap("gender-parity", area, year, value, category);
}
