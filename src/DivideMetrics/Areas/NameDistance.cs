namespace DivideMetrics.Areas;

/// <summary>How near two normalised names are, for suggestions. Small is near.</summary>
public static class NameDistance
{
    /// <summary>Longer texts are cut: nobody means a name of that length.</summary>
    private const int MaxLength = 64;

    /// <summary>
    /// 0 for the same text; below 1 when one begins with the other; between 1 and 2 when one holds the other as whole words;
    /// between 2 and 3 (by the share of letters to edit) when they are nearly the same; between 3 and 4 when a word of the name nearly is.
    /// Null when they are too far apart: more than a third of the letters, and more than one.
    /// </summary>
    /// <param name="wanted">What a reader typed, after <see cref="AreaCatalog.Normalize"/>.</param>
    /// <param name="name">A name, normalised likewise.</param>
    public static double? Between(string wanted, string name)
    {
        wanted = Cut(wanted);
        name = Cut(name);
        if (wanted.Length == 0 || name.Length == 0)
        {
            return null;
        }

        var longer = Math.Max(wanted.Length, name.Length);
        var left = 1 - (Math.Min(wanted.Length, name.Length) / (double)longer);
        if (wanted.Length >= 3 && name.Length >= 3 && (name.StartsWith(wanted, StringComparison.Ordinal) || wanted.StartsWith(name, StringComparison.Ordinal)))
        {
            return left;
        }

        if (Holds(name, wanted) || Holds(wanted, name))
        {
            return 1 + left;
        }

        return (2 + Misspelt(wanted, name)) ?? (3 + name.Split(' ').Where(word => word.Length >= 4).Min(word => Misspelt(wanted, word)));
    }

    /// <summary>Letters to edit between a mistyped code and a code; null when what was typed has another length or shares no letter in its place.</summary>
    public static double? BetweenCodes(string wanted, string code) =>
        wanted.Length == code.Length && wanted.Zip(code).Any(pair => pair.First == pair.Second) ? Edits(wanted, code) : null;

    /// <summary>Share (0–1) of letters to edit; null when it is too much for a slip.</summary>
    private static double? Misspelt(string wanted, string name)
    {
        var longer = Math.Max(wanted.Length, name.Length);
        var most = Math.Max(1, longer / 3);
        if (Math.Abs(wanted.Length - name.Length) > most)
        {
            return null;
        }

        var edits = Edits(wanted, name);
        return edits <= most && edits < longer ? edits / (double)longer : null;
    }

    private static string Cut(string text) => text.Length <= MaxLength ? text : text[..MaxLength];

    private static bool Holds(string text, string words) => words.Length >= 3 && $" {text} ".Contains($" {words} ", StringComparison.Ordinal);

    /// <summary>Optimal string alignment: insertions, deletions, replacements and swaps of neighbours.</summary>
    private static int Edits(string first, string second)
    {
        var cost = new int[first.Length + 1, second.Length + 1];
        for (var row = 0; row <= first.Length; row++)
        {
            for (var column = 0; column <= second.Length; column++)
            {
                cost[row, column] = Math.Min(row, column) == 0 ? Math.Max(row, column) : Cheapest(cost, row, column, first, second);
            }
        }

        return cost[first.Length, second.Length];
    }

    private static int Cheapest(int[,] cost, int row, int column, string first, string second)
    {
        var same = first[row - 1] == second[column - 1] ? 0 : 1;
        var best = Math.Min(Math.Min(cost[row - 1, column], cost[row, column - 1]) + 1, cost[row - 1, column - 1] + same);
        var swapped = row > 1 && column > 1 && first[row - 1] == second[column - 2] && first[row - 2] == second[column - 1];
        return swapped ? Math.Min(best, cost[row - 2, column - 2] + 1) : best;
    }
}
