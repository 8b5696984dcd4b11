using DivideMetrics.Web.Components.Charts;
using DivideMetrics.Web.Reading;
using DivideMetrics.Web.Tests.Pages;
using Plotly.Blazor.Traces;

namespace DivideMetrics.Web.Tests.Charts;

public sealed class MapFigureTests
{
    private static readonly MapFigure Figure = AreaMaps.Of(
        SampleWorld.Facts(), FigureRows.InYear(SampleWorld.Facts(), SampleWorld.Areas, 2021), AreaMaps.ScaleOf(SampleWorld.Facts(), SampleWorld.Areas), 2021);

    [Fact]
    public void Small_economies_are_rings_and_the_rest_shapes()
    {
        Assert.Equal(["TUV"], Figure.Rings.Select(area => area.Code));
        Assert.Equal(["BDI", "DEU", "FLK", "KEN", "KOR"], Figure.Shapes.Select(area => area.Code).Order());
    }

    [Fact]
    public void Areas_without_data_are_apart() => Assert.Equal(["CIV"], Figure.Blanks.Select(area => area.Code));

    [Fact]
    public void Hover_says_value_gap_and_years_behind() =>
        Assert.Equal(
            "<b>Kenya</b><br>28.8\u202f% in 2021 (estimated)<br>71.2\u00a0pp short of the goal<br>11 years behind the world",
            Figure.Shapes.Single(area => area.Code == "KEN").Hover);

    [Fact]
    public void Marks_lead_to_their_areas()
    {
        Assert.Equal(("CIV", Figure.Shapes[1].Code, "TUV"), (Figure.AreaAt(0, 0), Figure.AreaAt(1, 1), Figure.AreaAt(2, 0)));
        Assert.Null(Figure.AreaAt(1, 99));
        Assert.Null(Figure.AreaAt(7, 0));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Rings_are_at_least_six_pixels(bool narrow)
    {
        var rings = Assert.IsType<ScatterGeo>(Figure.Draw(ChartTheme.Light, narrow).Traces[2]);

        Assert.True(rings.Marker.Size >= 6);
    }

    [Fact]
    public void Projection_is_natural_earth_and_land_comes_from_this_server() =>
        Assert.Equal(Plotly.Blazor.LayoutLib.GeoLib.ProjectionLib.TypeEnum.NaturalEarth, Figure.Draw(ChartTheme.Dark).Layout.Geo[0].Projection.Type);

    [Fact]
    public void Small_areas_have_places_on_earth() =>
        Assert.All(SmallAreas.All.Values, area => Assert.True(Math.Abs(area.Latitude) <= 90 && Math.Abs(area.Longitude) <= 180));

    [Theory]
    [InlineData("KIR")]
    [InlineData("XKX")]
    [InlineData("SGP")]
    public void Areas_that_the_shapes_lack_have_a_ring(string code) => Assert.Contains(code, SmallAreas.All.Keys);
}
