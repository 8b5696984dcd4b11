using Plotly.Blazor.LayoutLib;
using Plotly.Blazor.LayoutLib.GeoLib;
using Plotly.Blazor.Traces;
using Plotly.Blazor.Traces.ScatterGeoLib;
using ChoroplethLib = Plotly.Blazor.Traces.ChoroplethLib;
using MarkerLib = Plotly.Blazor.Traces.ScatterGeoLib.MarkerLib;
using PlotLayout = Plotly.Blazor.Layout;

namespace DivideMetrics.Web.Components.Charts;

/// <summary>An area on a map.</summary>
/// <param name="Code">REF_AREA.</param>
/// <param name="Value">Its value; null when there is none.</param>
/// <param name="Hover">What is said when it is pointed at; may hold <c>&lt;b&gt;</c> and <c>&lt;br&gt;</c>.</param>
public sealed record MapArea(string Code, double? Value, string Hover);

/// <summary>World map in Natural Earth projection: seven classes, small economies as rings, no data apart.</summary>
public sealed record MapFigure : ChartFigure
{
    /// <summary>Diameter of a ring in pixels.</summary>
    public const int RingSize = 9;

    /// <summary>The same on narrow screens.</summary>
    public const int NarrowRingSize = 7;

    /// <summary>The scale.</summary>
    public required LevelScale Scale { get; init; }

    /// <summary>Drawn as shapes, with a value.</summary>
    public required IReadOnlyList<MapArea> Shapes { get; init; }

    /// <summary>Drawn as shapes, without a value.</summary>
    public required IReadOnlyList<MapArea> Blanks { get; init; }

    /// <summary>Drawn as rings.</summary>
    public required IReadOnlyList<MapArea> Rings { get; init; }

    /// <summary>Sorts areas into shapes, blanks and rings.</summary>
    public static MapFigure Of(IReadOnlyList<MapArea> areas, LevelScale scale, string summary)
    {
        var small = areas.ToLookup(area => SmallAreas.All.ContainsKey(area.Code));
        return new()
        {
            Summary = summary,
            Height = 540,
            NarrowHeight = 200,
            Scale = scale,
            Shapes = small[false].Where(area => area.Value is not null).ToList(),
            Blanks = small[false].Where(area => area.Value is null).ToList(),
            Rings = small[true].ToList(),
        };
    }

    /// <inheritdoc/>
    public override Drawing Draw(ChartTheme theme, bool narrow = false) =>
        new([Choropleth(Blanks, theme, _ => 0), Choropleth(Shapes, theme, area => Scale.ClassOf(area.Value!.Value)), RingTrace(theme, narrow ? NarrowRingSize : RingSize)], Frame(theme));

    /// <inheritdoc/>
    public override string? AreaAt(int trace, int point)
    {
        var areas = trace switch { 0 => Blanks, 1 => Shapes, 2 => Rings, _ => [] };
        return point >= 0 && point < areas.Count ? areas[point].Code : null;
    }

    private Choropleth Choropleth(IReadOnlyList<MapArea> areas, ChartTheme theme, Func<MapArea, int> classOf) => new()
    {
        Locations = areas.Select(area => (object)area.Code).ToList(),
        Z = areas.Select(area => (object)classOf(area)).ToList(),
        ZMin = 0,
        ZMax = LevelScale.Classes,
        ColorScale = areas.Any(area => area.Value is not null) ? Stepped(theme.Of(Scale.Palette)) : Stepped([theme.NoData]),
        ShowScale = false,
        HoverTextArray = areas.Select(area => area.Hover).ToList(),
        HoverTemplate = "%{hovertext}<extra></extra>",
        Marker = new ChoroplethLib.Marker { Line = new() { Color = theme.Paper, Width = 0.5m } },
    };

    // Each class keeps its colour over its whole step: the class with index i lies between i and i + 1.
    private static List<object[]> Stepped(IReadOnlyList<string> colours)
    {
        var steps = new List<object[]>();
        for (var index = 0; index < colours.Count; index++)
        {
            steps.Add([(double)index / colours.Count, colours[index]]);
            steps.Add([(double)(index + 1) / colours.Count, colours[index]]);
        }

        return steps;
    }

    private ScatterGeo RingTrace(ChartTheme theme, int size) => new()
    {
        Lat = Rings.Select(area => (object)SmallAreas.All[area.Code].Latitude).ToList(),
        Lon = Rings.Select(area => (object)SmallAreas.All[area.Code].Longitude).ToList(),
        HoverTextArray = Rings.Select(area => area.Hover).ToList(),
        HoverTemplate = "%{hovertext}<extra></extra>",
        Mode = Plotly.Blazor.Traces.ScatterGeoLib.ModeFlag.Markers,
        Marker = new Marker
        {
            Size = size,
            ColorArray = Rings.Select(area => (object)(area.Value is { } value ? theme.Of(Scale.Palette)[Scale.ClassOf(value)] : theme.Paper)).ToList(),
            Line = new MarkerLib.Line
            {
                ColorArray = Rings.Select(area => (object)(area.Value is null ? theme.Muted : theme.Ink)).ToList(),
                Width = 1.25m,
            },
        },
    };

    private static PlotLayout Frame(ChartTheme theme) => new()
    {
        Margin = new() { L = 0, R = 0, T = 0, B = 0 },
        PaperBgColor = "rgba(0,0,0,0)",
        ShowLegend = false,
        DragMode = DragModeEnum.Pan,
        HoverLabel = theme.Hover,
        UiRevision = "map",
        Geo =
        [
            new()
            {
                BgColor = "rgba(0,0,0,0)",
                Projection = new() { Type = Plotly.Blazor.LayoutLib.GeoLib.ProjectionLib.TypeEnum.NaturalEarth },
                LaTaxis = new() { Range = [-58, 84] },
                LonAxis = new() { Range = [-170, 190] },
                Resolution = ResolutionEnum._110,
                ShowFrame = false,
                ShowCoastlines = false,
                ShowLand = true,
                LandColor = theme.NoData,
                ShowCountries = false,
                ShowLakes = false,
            },
        ],
    };
}
