using System.Text.RegularExpressions;
using DivideMetrics.Observations;

namespace DivideMetrics.Sources.DigitalDecade;

/// <summary>What a breakdown code of the Commission's says in SDMX's dimensions.</summary>
/// <param name="Sex">SEX.</param>
/// <param name="Age">AGE; null for all.</param>
/// <param name="Urbanisation">URBANISATION; null for all.</param>
/// <param name="Other">The code itself where no dimension has it; null for a total.</param>
internal readonly partial record struct DecadeBreakdown(Sex Sex, string? Age, string? Urbanisation, string? Other)
{
    private static readonly HashSet<string> Totals = new(StringComparer.OrdinalIgnoreCase)
    {
        "", "total", "ind_total", "hh_total", "ent_total", "ent_all_xfin", "total_pophh", "y16_74",
    };

    /// <summary>
    /// Reads a code: totals of persons, households or enterprises are no breakdown; <c>f_</c> and <c>m_</c> are the sexes, <c>y16_24</c> an
    /// age, <c>hh_deg3</c> thinly populated areas. Anything else stays a breakdown of its own.
    /// </summary>
    public static DecadeBreakdown Of(string code)
    {
        if (Totals.Contains(code))
        {
            return default;
        }

        if (code.Equals("hh_deg3", StringComparison.OrdinalIgnoreCase))
        {
            return new(Sex.Total, null, "R", null);
        }

        var match = People().Match(code);
        return match.Success
            ? new(SexOf(match.Groups["sex"].Value), AgeOf(match.Groups["from"].Value, match.Groups["to"].Value), null, null)
            : new(Sex.Total, null, null, $"BREAKDOWN={code.Replace(';', ',').Replace('=', ':')}");
    }

    private static Sex SexOf(string letter) => letter.ToUpperInvariant() switch { "F" => Sex.Female, "M" => Sex.Male, _ => Sex.Total };

    /// <summary>Surveys ask people of 16 to 74, so that is everybody here.</summary>
    private static string? AgeOf(string from, string to) => from.Length == 0 || (from, to) is ("16", "74") ? null : $"Y{from}T{to}";

    [GeneratedRegex(
        "^(?:(?<sex>[fm])_?)?(?:ind_)?(?:total|y(?<from>[0-9]{1,2})_(?<to>[0-9]{1,2}))$",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex People();
}
