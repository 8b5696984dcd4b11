using System.Globalization;
using DivideMetrics.Areas;
using DivideMetrics.Observations;
using static DivideMetrics.Web.Languages.Text;

namespace DivideMetrics.Web.Reading;

/// <summary>
/// Reads the query parameters that pages, downloads and the API share. Pure: value or problem, never an exception.
/// Names and forms follow Our World in Data's grapher, so that people's links and habits work here.
/// </summary>
public static class QueryReading
{
    /// <summary>More areas than there are need not be read.</summary>
    public const int MostAreas = 400;

    private const string DayForm = "yyyy-MM-dd";

    /// <summary><c>time</c>: <c>2021</c>, <c>2000..2021</c>, <c>earliest..latest</c>, <c>latest</c>; a day counts as its year.</summary>
    public static Parsed<TimeWindow?> Time(string? raw)
    {
        if (string.IsNullOrWhiteSpace(raw))
        {
            return default;
        }

        var window = TimeWindow.TryRead(raw.Trim());
        return window is null
            ? new(null, new("time", raw, T("a year (2021), a span (2000..2021), earliest..latest or latest")))
            : new(window, null);
    }

    /// <summary><c>sex</c>: <c>_T</c>, <c>F</c> or <c>M</c>; also <c>total</c>, <c>female</c>, <c>male</c>.</summary>
    public static Parsed<Sex?> OfSex(string? raw) => raw?.Trim().ToLowerInvariant() switch
    {
        null or "" => default,
        "_t" or "total" => new(Sex.Total, null),
        "f" or "female" => new(Sex.Female, null),
        "m" or "male" => new(Sex.Male, null),
        _ => new(null, new("sex", raw, T("_T (total), F (female) or M (male)"))),
    };

    /// <summary><c>asof</c> and <c>seen</c>: a day such as <c>2025-03-01</c>.</summary>
    public static Parsed<DateOnly?> Day(string parameter, string? raw)
    {
        if (string.IsNullOrWhiteSpace(raw))
        {
            return default;
        }

        return DateOnly.TryParseExact(raw.Trim(), DayForm, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? new(day, null)
            : new(null, new(parameter, raw, T("a day such as 2025-03-01")));
    }

    /// <summary>A day as <see cref="Day"/> reads it.</summary>
    public static string Written(DateOnly day) => day.ToString(DayForm, CultureInfo.InvariantCulture);

    /// <summary><c>country</c>: codes or names joined by <c>~</c> (also <c>+</c>), each known once. What is known of a partly wrong list is kept.</summary>
    public static Parsed<IReadOnlyList<string>> Areas(string? raw, AreaCatalog areas)
    {
        if (string.IsNullOrWhiteSpace(raw))
        {
            return default;
        }

        var tokens = raw.Split('~', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (tokens.Length > MostAreas)
        {
            return new(null, new("country", raw, T("at most {0} codes or names joined by ~", Numbers.Count(MostAreas))));
        }

        var known = new List<string>();
        var unknown = new List<string>();
        foreach (var token in tokens)
        {
            if (CodesOf(token, areas) is { } codes)
            {
                known.AddRange(codes);
            }
            else
            {
                unknown.Add(token);
            }
        }

        var problem = unknown.Count == 0 && known.Count > 0
            ? null
            : new QueryProblem("country", unknown.Count == 0 ? raw : string.Join('~', unknown), T("codes or names of economies or groups joined by ~, for example USA~CHN"));
        return new(known.Count == 0 ? null : known.Distinct(StringComparer.Ordinal).ToList(), problem);
    }

    /// <summary><c>region</c>: code or name of a group of economies.</summary>
    public static Parsed<string> Group(string? raw, AreaCatalog areas)
    {
        if (string.IsNullOrWhiteSpace(raw))
        {
            return default;
        }

        return GroupCode(raw.Trim(), areas) is { } code
            ? new(code, null)
            : new(null, new("region", raw, T("code or name of a group, for example LIC or Low income")));
    }

    /// <summary><c>tab</c>: one of <see cref="IndicatorTab"/> as URLs write it.</summary>
    public static Parsed<IndicatorTab?> Tab(string? raw)
    {
        if (string.IsNullOrWhiteSpace(raw))
        {
            return default;
        }

        var tab = IndicatorTabs.All.Cast<IndicatorTab?>().FirstOrDefault(known => known!.Value.Code() == raw.Trim().ToLowerInvariant());
        return tab is null
            ? new(null, new("tab", raw, string.Join(", ", IndicatorTabs.All.Select(known => known.Code()))))
            : new(tab, null);
    }

    /// <summary>A parameter that names one of some known things: nothing when it was not written, a problem when it names none of them.</summary>
    /// <param name="parameter">Its name.</param>
    /// <param name="raw">As it was written.</param>
    /// <param name="find">Finds what a text, trimmed, names; null for nothing.</param>
    /// <param name="expected">What was expected, in words.</param>
    internal static Parsed<TValue> Known<TValue>(string parameter, string? raw, Func<string, TValue?> find, string expected)
    {
        if (string.IsNullOrWhiteSpace(raw))
        {
            return default;
        }

        return find(raw.Trim()) is { } found ? new(found, null) : new(default, new(parameter, raw, expected));
    }

    /// <summary>The code of an area or group for a code in any case or a name; null when unknown.</summary>
    public static string? AreaCode(string text, AreaCatalog areas)
    {
        var upper = text.ToUpperInvariant();
        return areas.Find(upper)?.Code ?? GroupCode(text, areas) ?? areas.Resolve(text);
    }

    private static string? GroupCode(string text, AreaCatalog areas) =>
        areas.FindGroup(text.ToUpperInvariant())?.Code
        ?? areas.Groups.FirstOrDefault(group => AreaCatalog.Normalize(group.Name) == AreaCatalog.Normalize(text))?.Code;

    // "USA+CHN" arrives as "USA CHN", because a plus sign in a query is a space.
    private static IReadOnlyList<string>? CodesOf(string token, AreaCatalog areas)
    {
        if (AreaCode(token, areas) is { } one)
        {
            return [one];
        }

        var parts = token.Split([' ', '+'], StringSplitOptions.RemoveEmptyEntries);
        var codes = parts.Select(part => AreaCode(part, areas)).OfType<string>().ToList();
        return parts.Length > 1 && codes.Count == parts.Length ? codes : null;
    }
}
