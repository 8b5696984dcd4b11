using System.Text.RegularExpressions;
using DivideMetrics.Seeds;
using DivideMetrics.Web.Languages;
using static DivideMetrics.Web.Languages.Text;

namespace DivideMetrics.Web.Reading;

/// <summary>Reads a remark of the computation clause by clause, and says each.</summary>
/// <param name="Catalog">For titles; null where ids may stand.</param>
/// <param name="IsHtml">True to encode, and to mark up what is no word of the reader's language.</param>
internal sealed partial record RemarkReader(Catalog? Catalog, bool IsHtml)
{
    private static readonly IReadOnlyList<RemarkForm> Forms =
        [.. ProgressRemarks.Forms, .. ProjectionRemarks.Forms, .. EconomyRemarks.Forms, .. GroupRemarks.Forms, .. IndexRemarks.Forms, .. DeclarationRemarks.Forms];

    /// <summary>The remark in the reader's language; null when a clause of it has no form that is known.</summary>
    public string? Said(string remark) => Joined("; ", Each(remark, "; ", clause => OfForm(clause) ?? Joined(", ", Each(clause, ", ", OfForm))));

    /// <summary>What stands in a place, in the reader's language; null when it is not known.</summary>
    public string? Said(Place place, string text) => place switch
    {
        Place.Number => Remark.Number(text),
        Place.Clause => Said(text),
        Place.Group => Catalog?.Areas.Groups.FirstOrDefault(group => group.Name == text) is { } group ? Words(Names.Of(group)) : null,
        Place.Code => Code(text),
        Place.Source => Catalog?.FindSource(text) is { } source ? English(source.Title) : Code(text),
        Place.Indicator => Catalog?.FindIndicator(text) is { } indicator ? Words(T(indicator.Title)) : Code(text),
        Place.Community => Words(Reading.Words.Community(text)),
        Place.Goal => Words(T(text)),
        Place.Break => Catalog?.Indicators.SelectMany(indicator => indicator.Breaks).FirstOrDefault(known => known.Reason.TrimEnd('.') == text) is { } declared
            ? Words(T(declared.Reason).TrimEnd('.', '。'))
            : null,
        Place.Breaks => Each(text, " and ", OfForm)?.Aggregate((all, next) => T("{0} and {1}", all, next)),
        Place.Rules => Joined(", ", Each(text, ", ", OfForm)),
        _ => Joined(", ", Each(text, ", ", Role)),
    };

    private string? OfForm(string clause) => Forms.Select(form => form.Said(this, clause)).FirstOrDefault(said => said is not null);

    // "individuals using the Internet (u1)"
    private string? Role(string text) => Coded().Match(text) is { Success: true } role ? $"{Words(T(role.Groups[1].Value))} ({Code(role.Groups[2].Value)})" : null;

    private string Words(string text) => IsHtml ? Markup.Encoded(text) : text;

    private string Code(string text) => IsHtml ? Markup.Name(text) : text;

    private string English(string text) => IsHtml ? Markup.English(text) : text;

    /// <summary>Says pieces one after the other, as many of them at once as have a form together; null when one has none.</summary>
    private static List<string>? Each(string text, string separator, Func<string, string?> say)
    {
        var (pieces, said) = (Split(text, separator), new List<string>());
        for (var from = 0; from < pieces.Count;)
        {
            var to = pieces.Count;
            string? found = null;
            while (to > from && (found = say(string.Join(separator, pieces[from..to]))) is null)
            {
                to--;
            }

            if (found is null)
            {
                return null;
            }

            said.Add(found);
            from = to;
        }

        return said;
    }

    private static string? Joined(string separator, IEnumerable<string>? said) => said is null ? null : string.Join(
        (separator, Language.Current.Code) switch { ("; ", "zh") => "；", (", ", "zh") => "，", ("; ", "ar") => "؛ ", (", ", "ar") => "، ", _ => separator }, said);

    [GeneratedRegex(@"^([^(;]+) \(([a-z0-9-]+)\)$")]
    private static partial Regex Coded();

    /// <summary>Splits outside of parentheses.</summary>
    private static List<string> Split(string text, string separator)
    {
        var (pieces, depth, start) = (new List<string>(), 0, 0);
        for (var at = 0; at < text.Length; at++)
        {
            depth += text[at] switch { '(' => 1, ')' => -1, _ => 0 };
            if (depth == 0 && string.CompareOrdinal(text, at, separator, 0, separator.Length) == 0)
            {
                pieces.Add(text[start..at]);
                start = at + separator.Length;
            }
        }

        pieces.Add(text[start..]);
        return pieces;
    }
}
