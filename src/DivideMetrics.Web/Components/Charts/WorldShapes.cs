using System.Globalization;
using System.Text;
using System.Text.Json;

namespace DivideMetrics.Web.Components.Charts;

/// <summary>
/// The outlines of the world's areas as SVG paths, made once from the TopoJSON that the script-drawn map reads as well. Coordinates are
/// whole units of <see cref="WorldProjection"/>'s box, steps relative, so that the whole world costs a page little.
/// </summary>
public sealed class WorldShapes
{
    private const double West = -170;
    private const double FarWest = -150;
    private const double SouthEnd = -60;
    private const double Turn = 360;

    private readonly IReadOnlyList<IReadOnlyList<(double Longitude, double Latitude)>> _arcs;

    private WorldShapes(JsonElement topology)
    {
        _arcs = topology.GetProperty("arcs").EnumerateArray().Select(arc => Decode(arc, topology.GetProperty("transform"))).ToList();
        Paths = topology.GetProperty("objects").GetProperty("countries").GetProperty("geometries").EnumerateArray()
            .Select(shape => (Code: shape.GetProperty("id").GetString() ?? "", Path: PathOf(shape)))
            .Where(shape => shape.Path.Length > 0)
            .GroupBy(shape => shape.Code, StringComparer.Ordinal)
            .ToDictionary(shapes => shapes.Key, shapes => string.Concat(shapes.Select(shape => shape.Path)), StringComparer.Ordinal);
    }

    /// <summary>The <c>d</c> of each area's path, by REF_AREA.</summary>
    public IReadOnlyDictionary<string, string> Paths { get; }

    /// <summary>Reads a TopoJSON topology with an object <c>countries</c> and quantised arcs.</summary>
    /// <exception cref="JsonException">It is no JSON.</exception>
    public static WorldShapes Read(Stream topology)
    {
        using var document = JsonDocument.Parse(topology);
        return new(document.RootElement);
    }

    private static List<(double Longitude, double Latitude)> Decode(JsonElement arc, JsonElement transform)
    {
        var (scale, translate) = (transform.GetProperty("scale"), transform.GetProperty("translate"));
        var points = new List<(double, double)>();
        var (x, y) = (0, 0);
        foreach (var step in arc.EnumerateArray())
        {
            (x, y) = (x + step[0].GetInt32(), y + step[1].GetInt32());
            points.Add(((x * scale[0].GetDouble()) + translate[0].GetDouble(), (y * scale[1].GetDouble()) + translate[1].GetDouble()));
        }

        return points;
    }

    private string PathOf(JsonElement shape)
    {
        var arcs = shape.GetProperty("arcs").EnumerateArray();
        var rings = shape.GetProperty("type").GetString() == "MultiPolygon" ? arcs.SelectMany(polygon => polygon.EnumerateArray()) : arcs;
        var path = new StringBuilder();
        foreach (var ring in rings)
        {
            Write(path, Whole(ring.EnumerateArray().SelectMany(arc => Points(arc.GetInt32())).ToList()));
        }

        return path.ToString();
    }

    // A negative index is the arc of its complement, backwards.
    private IEnumerable<(double Longitude, double Latitude)> Points(int arc) => arc >= 0 ? _arcs[arc] : _arcs[~arc].Reverse();

    // The box begins at 170 degrees west: what lies behind, the end of Siberia, stands beside the rest of it. Antarctica is left out.
    private static List<(double Longitude, double Latitude)> Whole(List<(double Longitude, double Latitude)> ring)
    {
        if (ring.Max(point => point.Latitude) < SouthEnd)
        {
            return [];
        }

        var joined = Joined(ring);
        var isBehind = joined.Min(point => point.Longitude) < West && joined.Max(point => point.Longitude) < FarWest;
        return isBehind ? joined.ConvertAll(point => (point.Longitude + Turn, point.Latitude)) : joined;
    }

    // A step over the 180th meridian goes on beyond 180 instead of around the world.
    private static List<(double Longitude, double Latitude)> Joined(List<(double Longitude, double Latitude)> ring)
    {
        var before = ring[0].Longitude;
        return ring.ConvertAll(point => (before = point.Longitude + (Turn * Math.Round((before - point.Longitude) / Turn)), point.Latitude));
    }

    private static void Write(StringBuilder path, List<(double Longitude, double Latitude)> ring)
    {
        var points = ring.ConvertAll(point => WorldProjection.Whole(point.Longitude, point.Latitude));
        if (points.Distinct().Count() < 3)
        {
            return;
        }

        path.Append(CultureInfo.InvariantCulture, $"M{points[0].X} {points[0].Y}l");
        foreach (var (from, to) in points.Zip(points.Skip(1)).Where(step => step.First != step.Second))
        {
            path.Append(CultureInfo.InvariantCulture, $"{Separated(path, to.X - from.X)}{Separated(null, to.Y - from.Y)}");
        }

        path.Append('z');
    }

    // A minus sign separates by itself; the first number after a letter needs nothing.
    private static string Separated(StringBuilder? path, int number) =>
        (number < 0 || (path is not null && char.IsLetter(path[^1])) ? "" : " ") + number.ToString(CultureInfo.InvariantCulture);
}
