using DivideMetrics.Sources.Reading;

namespace DivideMetrics.Sources.Dimensions;

/// <summary>TIME_PERIOD as SDMX writes it. Only years are taken.</summary>
internal static class PeriodText
{
    private const string YearLong = "/P1Y";

    /// <summary>
    /// Reads a year: <c>2020</c>, <c>2020-A1</c>, <c>2020.0</c>, <c>2020-01-01/P1Y</c>, and a day where the frequency is annual.
    /// </summary>
    /// <param name="text">The period.</param>
    /// <param name="saysAnnual">True when the row's frequency is annual.</param>
    /// <param name="year">The year.</param>
    /// <param name="kind">What it is when it is shorter than a year (<c>month</c> …); null when it is no period at all.</param>
    public static bool TryYear(ReadOnlySpan<char> text, bool saysAnnual, out int year, out string? kind)
    {
        kind = null;
        text = text.Trim();
        if (text.EndsWith(YearLong, StringComparison.Ordinal))
        {
            text = text[..^YearLong.Length];
            saysAnnual = true;
        }

        if (!NumberText.TryYear(text[..Math.Min(4, text.Length)], out year))
        {
            return false;
        }

        var rest = text[4..];
        if (rest is "" or "-A1" or "A1" or "A" or "-A" or ".0")
        {
            return true;
        }

        kind = KindOf(rest);
        return kind == "day" && saysAnnual;
    }

    private static string? KindOf(ReadOnlySpan<char> rest)
    {
        rest = rest[0] == '-' ? rest[1..] : rest;
        return rest switch
        {
            ['Q', >= '1' and <= '4'] => "quarter",
            ['S' or 'H', '1' or '2'] => "half-year",
            ['T', >= '1' and <= '3'] => "trimester",
            ['M', .. var month] when Digits(month, 1, 2) => "month",
            ['W', .. var week] when Digits(week, 1, 2) => "week",
            ['D', .. var day] when Digits(day, 1, 3) => "day of the year",
            [_, _] when Digits(rest, 2, 2) => "month",
            [_, _, '-', _, _, ..] when Digits(rest[..2], 2, 2) && Digits(rest[3..5], 2, 2) && (rest.Length == 5 || rest[5] == 'T') => "day",
            _ => null,
        };
    }

    private static bool Digits(ReadOnlySpan<char> text, int least, int most) =>
        text.Length >= least && text.Length <= most && !text.ContainsAnyExceptInRange('0', '9');
}
