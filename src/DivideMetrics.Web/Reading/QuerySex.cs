using DivideMetrics.Observations;

namespace DivideMetrics.Web.Reading;

/// <summary>The query parameter <c>sex</c>: SDMX codes joined by <c>~</c>, for example <c>F~M</c>.</summary>
public static class QuerySex
{
    /// <summary>Name of the parameter.</summary>
    public const string Parameter = "sex";

    /// <summary>Reads the parameter; missing or empty text means no choice: an empty list.</summary>
    public static Parsed<IReadOnlyList<Sex>> Parse(string? text)
    {
        var chosen = new List<Sex>();
        foreach (var part in (text ?? "").Split('~', StringSplitOptions.RemoveEmptyEntries))
        {
            if (!SexCodes.TryParse(part, out var sex))
            {
                return new QueryProblem(Parameter, "_T, F or M, several joined by '~'", part);
            }

            if (!chosen.Contains(sex))
            {
                chosen.Add(sex);
            }
        }

        return chosen;
    }
}
