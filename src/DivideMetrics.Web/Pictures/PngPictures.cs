using System.Text;
using NetVips;

namespace DivideMetrics.Web.Pictures;

/// <summary>Turns SVG into PNG.</summary>
internal static class PngPictures
{
    private const double Dots = 72;

    /// <summary>The picture as PNG.</summary>
    /// <param name="svg">The picture.</param>
    /// <param name="scale">Pixels for each of its own: 2 for sharp screens and print.</param>
    public static byte[] Of(string svg, double scale = 1)
    {
        using var image = Image.SvgloadBuffer(Encoding.UTF8.GetBytes(svg), dpi: Dots, scale: scale);
        return image.PngsaveBuffer(compression: 6);
    }
}
