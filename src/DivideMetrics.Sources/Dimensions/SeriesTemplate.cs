using System.Text;

namespace DivideMetrics.Sources.Dimensions;

/// <summary>How the codes of dimensions make a series code: text with names in braces, for example <c>{indic_is}.{unit}</c>.</summary>
/// <param name="Texts">The texts around the names; one more than names.</param>
/// <param name="Dimensions">The names.</param>
internal sealed record SeriesTemplate(IReadOnlyList<string> Texts, IReadOnlyList<string> Dimensions)
{
    /// <summary>Reads a template; null when a brace does not close or holds no name.</summary>
    public static SeriesTemplate? TryParse(string text)
    {
        var (texts, names) = (new List<string>(), new List<string>());
        var start = 0;
        while (text.IndexOf('{', start) is var open and >= 0)
        {
            var close = text.IndexOf('}', open);
            if (close <= open + 1)
            {
                return null;
            }

            texts.Add(text[start..open]);
            names.Add(text[(open + 1)..close].Trim());
            start = close + 1;
        }

        texts.Add(text[start..]);
        return text.Length == 0 ? null : new(texts, names);
    }

    /// <summary>The series code of a row.</summary>
    /// <param name="row">The row.</param>
    /// <param name="components">Number of each name's component.</param>
    public string Of(in CubeRow row, IReadOnlyList<int> components)
    {
        if (components.Count == 1 && Texts[0].Length + Texts[1].Length == 0)
        {
            return row[components[0]] ?? "";
        }

        var code = new StringBuilder(Texts[0]);
        for (var index = 0; index < components.Count; index++)
        {
            code.Append(row[components[index]]).Append(Texts[index + 1]);
        }

        return code.ToString();
    }
}
