using DivideMetrics.Web.Reading;

namespace DivideMetrics.Web.Tests.Pages;

/// <summary>Readers see titles of sources, not ids.</summary>
public sealed class SourceNamesTests
{
    [Theory]
    [InlineData("series since 2022, where the source switches from SRC to SRC", "series since 2022, where the source switches from A source to A source")]
    [InlineData("the terms of SRC forbid it", "the terms of A source forbid it")]
    [InlineData("on course under SRC 2023", "on course under SRC 2023")]
    [InlineData("from SRC_2 on", "from SRC_2 on")]
    [InlineData("from SRC", "from A source")]
    [InlineData(null, "")]
    public void Id_of_a_source_becomes_its_title_where_a_source_is_meant(string? remark, string expected)
    {
        var catalog = SampleWorld.Catalog;
        var named = catalog with { Sources = [catalog.Sources[0] with { Title = "A source" }] };
        Assert.Equal(expected, SourceNames.In(remark, named));
    }
}
