namespace DivideMetrics.Web.Components.Charts;

/// <summary>
/// Natural Earth projection (Šavrič, Patterson and Jenny 2015, polynomial form) into the box of the server-drawn map: from 170° west to
/// 190° east and from 84° north to 58° south, as the script-drawn map has it.
/// </summary>
internal static class WorldProjection
{
    /// <summary>Width of the box.</summary>
    public const int Width = 1200;

    /// <summary>Height of the box.</summary>
    public const int Height = 534;

    private const double Centre = 10;
    private const double North = 84;
    private const double South = -58;
    private const double Equator = 0.8707;
    private const double Scale = Width / (2 * Math.PI * Equator);
    private static readonly double Top = Vertical(North * Math.PI / 180);
    private static readonly double Middle = (Height / 2.0) + (Scale * (Top + Vertical(South * Math.PI / 180)) / 2);

    /// <summary>A place in whole units of the box, x to the right and y down.</summary>
    /// <param name="longitude">Degrees east, -170 to 190.</param>
    /// <param name="latitude">Degrees north.</param>
    public static (int X, int Y) Whole(double longitude, double latitude)
    {
        var (lambda, phi) = ((longitude - Centre) * Math.PI / 180, latitude * Math.PI / 180);
        return (
            (int)Math.Round((Width / 2.0) + (Scale * Horizontal(lambda, phi))),
            (int)Math.Round(Middle - (Scale * Vertical(phi))));
    }

    private static double Horizontal(double lambda, double phi)
    {
        var (second, fourth) = (phi * phi, phi * phi * phi * phi);
        return lambda * (Equator - (0.131979 * second) + (fourth * (-0.013791 + (fourth * ((0.003971 * second) - 0.001529)))));
    }

    private static double Vertical(double phi)
    {
        var (second, fourth) = (phi * phi, phi * phi * phi * phi);
        return phi * (1.007226 + (second * (0.015085 + (fourth * (-0.044475 + (0.028874 * second) - (0.005916 * fourth))))));
    }
}
