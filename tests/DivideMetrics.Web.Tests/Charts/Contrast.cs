using System.Globalization;

namespace DivideMetrics.Web.Tests.Charts;

/// <summary>Contrast as WCAG 2 defines it.</summary>
internal static class Contrast
{
    public static double Between(string one, string other)
    {
        var (light, dark) = (Math.Max(Luminance(one), Luminance(other)), Math.Min(Luminance(one), Luminance(other)));
        return (light + 0.05) / (dark + 0.05);
    }

    public static double Luminance(string colour)
    {
        double Channel(int start)
        {
            var share = int.Parse(colour.AsSpan(start, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture) / 255.0;
            return share <= 0.04045 ? share / 12.92 : Math.Pow((share + 0.055) / 1.055, 2.4);
        }

        return (0.2126 * Channel(1)) + (0.7152 * Channel(3)) + (0.0722 * Channel(5));
    }
}
