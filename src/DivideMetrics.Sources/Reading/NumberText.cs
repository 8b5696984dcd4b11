using System.Globalization;

namespace DivideMetrics.Sources.Reading;

/// <summary>Numbers as providers write them, whatever the culture of the machine.</summary>
internal static class NumberText
{
    private const int FirstYear = 1800;
    private const int LastYear = 2199;
    private const int MostDigits = 15;

    private static readonly double[] PowersOfTen = [1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15];

    /// <summary>
    /// A finite number with a decimal point, an exponent allowed; false for anything else (<c>NaN</c>, <c>1,5</c>, <c>&lt;5</c>, overflow).
    /// </summary>
    public static bool TryValue(ReadOnlySpan<char> text, out double value) =>
        TryShort(text, out value)
        || (double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out value) && double.IsFinite(value));

    /// <summary>
    /// Up to fifteen digits with or without a decimal point: both the digits and the power of ten are exact then, and their quotient is the
    /// nearest number. Everything else is left to the library.
    /// </summary>
    private static bool TryShort(ReadOnlySpan<char> text, out double value)
    {
        var (digits, count, decimals) = (0L, 0, -1);
        var isNegative = text is ['-', ..];
        foreach (var character in isNegative ? text[1..] : text)
        {
            if (char.IsAsciiDigit(character))
            {
                digits = (digits * 10) + (character - '0');
                count++;
                decimals += decimals < 0 ? 0 : 1;
            }
            else if (character == '.' && decimals < 0)
            {
                decimals = 0;
            }
            else
            {
                count = MostDigits + 1;
                break;
            }
        }

        value = count is > 0 and <= MostDigits ? (isNegative ? -(double)digits : digits) / PowersOfTen[Math.Max(decimals, 0)] : 0;
        return count is > 0 and <= MostDigits;
    }

    /// <summary>Four digits from 1800 to 2199; false for anything else, also for months and quarters.</summary>
    public static bool TryYear(ReadOnlySpan<char> text, out int year) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out year)
        && text.Length == 4
        && year is >= FirstYear and <= LastYear;

    /// <summary>A day as <c>2026-04-08</c>; null for anything else.</summary>
    public static DateOnly? DayOrNull(string? text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}
