namespace DivideMetrics.Web.Components.Charts.Plots;

/// <summary>The room that words take where nobody can measure them, in usual letters.</summary>
internal static class Letters
{
    private const double Wide = 1.7;

    /// <summary>How many usual letters words are as wide as; Chinese signs are wider than others.</summary>
    public static double Of(string words) => words.Sum(WidthOf);

    /// <summary>The beginning of words that is no wider than so many letters.</summary>
    public static string Beginning(string words, double most)
    {
        var (length, width) = (0, 0.0);
        while (length < words.Length && width + WidthOf(words[length]) <= most)
        {
            width += WidthOf(words[length]);
            length++;
        }

        return words[..length];
    }

    /// <summary>Words that are no wider than so many letters; what is cut off is an ellipsis.</summary>
    public static string Short(string words, double most) => Of(words) <= most ? words : Beginning(words, most - 1).TrimEnd(' ', ',', '(') + "…";

    private static double WidthOf(char sign) => sign is (>= '\u2e80' and <= '\u9fff') or (>= '\uf900' and <= '\ufaff') or (>= '\uff00' and <= '\uffef') ? Wide : 1;
}
