using System.Globalization;

namespace DivideMetrics.Web.Components.Charts;

/// <summary>Where an area is marked by a ring.</summary>
/// <param name="Code">REF_AREA.</param>
/// <param name="Latitude">Degrees north.</param>
/// <param name="Longitude">Degrees east.</param>
public sealed record SmallArea(string Code, double Latitude, double Longitude);

/// <summary>
/// Economies that the world map (1:110 million) does not draw, or draws smaller than a finger: small island states, microstates, Kosovo.
/// Declared in <c>SmallAreas.csv</c> with approximate positions.
/// </summary>
public static class SmallAreas
{
    /// <summary>All, by code.</summary>
    public static readonly IReadOnlyDictionary<string, SmallArea> All = Read();

    /// <summary>Place of a ring in the box of a map that the server draws.</summary>
    /// <param name="code">One of <see cref="All"/>.</param>
    internal static (int X, int Y) PlaceOf(string code)
    {
        var place = All[code];
        return WorldProjection.Whole(place.Longitude < West ? place.Longitude + Turn : place.Longitude, place.Latitude);
    }

    // The box begins at 170 degrees west.
    private const double West = -170;
    private const double Turn = 360;

    private static Dictionary<string, SmallArea> Read()
    {
        using var stream = typeof(SmallAreas).Assembly.GetManifestResourceStream("SmallAreas.csv")
            ?? throw new InvalidOperationException("SmallAreas.csv is not embedded in the assembly: expected an EmbeddedResource with that logical name.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Skip(1)
            .Select(line => line.Split(','))
            .Select(cells => new SmallArea(cells[0], double.Parse(cells[1], CultureInfo.InvariantCulture), double.Parse(cells[2], CultureInfo.InvariantCulture)))
            .ToDictionary(area => area.Code, StringComparer.Ordinal);
    }
}
