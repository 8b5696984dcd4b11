using DivideMetrics.Observations;
using DivideMetrics.Web.Reading;

namespace DivideMetrics.Web.Tests.Pages;

public sealed class QueryReadingTests
{
    [Theory]
    [InlineData("2021", "2021")]
    [InlineData(" 2021 ", "2021")]
    [InlineData("2000..2021", "2000..2021")]
    [InlineData("earliest..latest", "earliest..latest")]
    [InlineData("EARLIEST..2010", "earliest..2010")]
    [InlineData("latest", "latest")]
    [InlineData("2015..", "2015..latest")]
    [InlineData("..2015", "earliest..2015")]
    [InlineData("2020-03-01..2021-12-31", "2020..2021")]
    public void Time_is_read_and_written_again(string raw, string written)
    {
        var parsed = QueryReading.Time(raw);

        Assert.Equal((written, null), (parsed.Value.ToString(), parsed.Problem));
    }

    [Theory]
    [InlineData("..")]
    [InlineData("99")]
    [InlineData("20211")]
    [InlineData("+202")]
    [InlineData("2000..2010..2020")]
    [InlineData("now")]
    [InlineData("2020-13-01")]
    public void Time_that_is_none_names_parameter_and_value(string raw)
    {
        // ".." alone is all years, which the default says already; it stays readable.
        var parsed = QueryReading.Time(raw);

        Assert.Equal(raw == ".." ? (null, null) : ("time", raw), (parsed.Problem?.Parameter, parsed.Problem?.Value));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("  ")]
    public void Absent_parameters_have_neither_value_nor_problem(string? raw)
    {
        Assert.Equal(default, QueryReading.Time(raw));
        Assert.Equal(default, QueryReading.Tab(raw));
        Assert.Equal(default, QueryReading.OfSex(string.IsNullOrWhiteSpace(raw) ? null : raw));
        Assert.Equal(default, QueryReading.Areas(raw, SampleWorld.Areas));
        Assert.Equal(default, QueryReading.Group(raw, SampleWorld.Areas));
    }

    [Theory]
    [InlineData("KEN", "KEN")]
    [InlineData("~KEN", "KEN")]
    [InlineData("ken~deu", "KEN,DEU")]
    [InlineData("KEN DEU", "KEN,DEU")]
    [InlineData("Korea, Rep.", "KOR")]
    [InlineData("cote d’ivoire~Kenya~KEN", "CIV,KEN")]
    [InlineData("LIC~High income", "LIC,HIC")]
    public void Areas_are_codes_or_names_each_once(string raw, string codes)
    {
        var parsed = QueryReading.Areas(raw, SampleWorld.Areas);

        Assert.Equal((codes, null), (string.Join(',', parsed.Value ?? []), parsed.Problem));
    }

    [Fact]
    public void Areas_keep_what_is_known_and_name_what_is_not()
    {
        var parsed = QueryReading.Areas("Atlantis~KEN", SampleWorld.Areas);

        Assert.Equal(["KEN"], parsed.Value);
        Assert.Equal("Atlantis", parsed.Problem?.Value);
    }

    [Fact]
    public void Areas_of_nothing_known_have_no_value()
    {
        Assert.Null(QueryReading.Areas("~", SampleWorld.Areas).Value);
        Assert.NotNull(QueryReading.Areas("~", SampleWorld.Areas).Problem);
    }

    [Theory]
    [InlineData("F", Sex.Female)]
    [InlineData("male", Sex.Male)]
    [InlineData("_T", Sex.Total)]
    public void Sex_is_a_code_or_a_word(string raw, Sex sex) => Assert.Equal(sex, QueryReading.OfSex(raw).Value);

    [Theory]
    [InlineData("map", IndicatorTab.Map)]
    [InlineData("LINE", IndicatorTab.Line)]
    [InlineData("discrete-bar", IndicatorTab.DiscreteBar)]
    [InlineData("table", IndicatorTab.Table)]
    public void Tab_is_one_of_four(string raw, IndicatorTab tab) => Assert.Equal(tab, QueryReading.Tab(raw).Value);

    [Fact]
    public void Problems_name_parameter_and_value()
    {
        Assert.Equal(new("tab", "pie", "map, line, discrete-bar, table"), QueryReading.Tab("pie").Problem);
        Assert.Equal("X", QueryReading.OfSex("X").Problem?.Value);
        Assert.Equal("KEN", QueryReading.Group("KEN", SampleWorld.Areas).Problem?.Value);
    }

    [Fact]
    public void Group_is_a_code_or_a_name()
    {
        Assert.Equal("LIC", QueryReading.Group("lic", SampleWorld.Areas).Value);
        Assert.Equal("HIC", QueryReading.Group("High income", SampleWorld.Areas).Value);
    }

    [Theory]
    [InlineData("2000..2010", 2005, 2021, 2005, 2010)]
    [InlineData("latest", 2005, 2021, 2021, 2021)]
    [InlineData("earliest..latest", 2005, 2021, 2005, 2021)]
    [InlineData("2020..2010", 2005, 2021, 2010, 2020)]
    public void Window_is_cut_to_the_years_with_data(string raw, int first, int last, int from, int to) =>
        Assert.Equal((from, to), TimeWindow.TryRead(raw)!.Value.Within(first, last));
}
