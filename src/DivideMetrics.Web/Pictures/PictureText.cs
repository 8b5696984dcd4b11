namespace DivideMetrics.Web.Pictures;

/// <summary>Breaks words into lines of a picture: nobody measures letters where there is no browser, so their usual width is taken.</summary>
internal static class PictureText
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
        foreach (var word in words.Split(' '))
        {
            if (lines[^1].Length > 0 && lines[^1].Length + 1 + word.Length > room)
            {
                lines.Add(word);
            }
            else
            {
                lines[^1] = lines[^1].Length == 0 ? word : $"{lines[^1]} {word}";
            }
        }

        return lines.Count <= most ? lines : [.. lines.Take(most - 1), Cut(lines[most - 1], room)];
    }

    private static string Cut(string line, int room) => (line.Length >= room ? line[..(room - 1)] : line) + "…";
}
