using System.Globalization;

namespace DivideMetrics.Sources.Reading;

/// <summary>Numbers as providers write them, whatever the culture of the machine.</summary>
internal static class NumberText
{
    private const int FirstYear = 1800;
    private const int LastYear = 2199;

    /// <summary>
    /// A finite number with a decimal point, an exponent allowed; false for anything else (<c>NaN</c>, <c>1,5</c>, <c>&lt;5</c>, overflow).
    /// </summary>
    public static bool TryValue(ReadOnlySpan<char> text, out double value) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out value) && double.IsFinite(value);

    /// <summary>Four digits from 1800 to 2199; false for anything else, also for months and quarters.</summary>
    public static bool TryYear(ReadOnlySpan<char> text, out int year) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out year)
        && text.Length == 4
        && year is >= FirstYear and <= LastYear;

    /// <summary>A day as <c>2026-04-08</c>; null for anything else.</summary>
    public static DateOnly? DayOrNull(string? text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}
