using System.Text.RegularExpressions;
using DivideMetrics.Web.Components.Charts.Plots;

namespace DivideMetrics.Web.Pictures;

/// <summary>Breaks words into lines of a picture: nobody measures letters where there is no browser, so their usual width is taken.</summary>
internal static partial class PictureText
{
    /// <summary>Width of a letter as a share of its size, of the widest usual type.</summary>
    private const double Letter = 0.58;

    /// <summary>Lines that fit a width.</summary>
    /// <param name="words">The words.</param>
    /// <param name="width">Pixels.</param>
    /// <param name="size">Size of the type, pixels.</param>
    /// <param name="most">No more lines than these: the last one is cut with an ellipsis.</param>
    public static IReadOnlyList<string> Wrap(string words, double width, double size, int most = 3)
    {
        var room = Math.Max((int)(width / (size * Letter)), 8);
        var lines = new List<string> { "" };
        foreach (var piece in Pieces().EnumerateMatches(words))
        {
            var word = words.Substring(piece.Index, piece.Length);
            if (lines[^1].Length > 0 && Letters.Of(lines[^1]) + Letters.Of(word) > room)
            {
                lines.Add(word.TrimStart(' '));
            }
            else
            {
                lines[^1] = (lines[^1] + word).TrimStart(' ');
            }
        }

        return lines.Count <= most ? lines : [.. lines.Take(most - 1), Cut(lines[most - 1], room)];
    }

    private static string Cut(string line, int room) => (Letters.Of(line) >= room ? Letters.Beginning(line, room - 1) : line) + "…";

    // Words with the space before them; Chinese is written without spaces and may break after each sign that no mark follows.
    [GeneratedRegex(" ?(?:[\\u2e80-\\u9fff][\\u3001\\u3002\\u300d\\u300f\\u300b\\uff00-\\uffef\\u201d]*|[^ \\u2e80-\\u9fff]+)")]
    private static partial Regex Pieces();
}
