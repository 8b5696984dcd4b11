using DivideMetrics.Areas;

namespace DivideMetrics.Web.Reading;

/// <summary>
/// The query parameter <c>country</c>, as Our World in Data writes it: codes or names joined by <c>~</c> (also <c>+</c>, which arrives
/// as a space, and a comma), for example <c>USA~CHN</c> or <c>~USA</c>.
/// </summary>
public static class QueryAreas
{
    /// <summary>Name of the parameter.</summary>
    public const string Parameter = "country";

    private const string Expectation = "REF_AREA codes or names joined by '~', such as USA~CHN";

    private static readonly char[] OtherSeparators = [' ', '+', ','];

    /// <summary>
    /// Reads the parameter: codes of areas (and, where asked, of groups) in the order written, each once.
    /// Missing or empty text means no choice: an empty list.
    /// </summary>
    public static Parsed<IReadOnlyList<string>> Parse(string? text, AreaCatalog areas, bool groups = false)
    {
        var codes = new List<string>();
        foreach (var part in Parts(text ?? "", areas, groups))
        {
            if (Code(part, areas, groups) is not { } code)
            {
                return new QueryProblem(Parameter, Expectation, part);
            }

            if (!codes.Contains(code))
            {
                codes.Add(code);
            }
        }

        return codes;
    }

    /// <summary>A whole part first, since names hold spaces and commas; only what is no name is split further.</summary>
    private static IEnumerable<string> Parts(string text, AreaCatalog areas, bool groups) =>
        Cut(text, '~').SelectMany(part => Code(part, areas, groups) is null ? Cut(part, OtherSeparators) : [part]);

    private static string[] Cut(string text, params char[] at) =>
        text.Split(at, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private static string? Code(string part, AreaCatalog areas, bool groups)
    {
        var upper = part.ToUpperInvariant();
        if (areas.Find(upper) is not null || (groups && areas.FindGroup(upper) is not null))
        {
            return upper;
        }

        return areas.Resolve(part);
    }
}
