using System.Globalization;
using DivideMetrics.Sources.Reading;

namespace DivideMetrics.Sources.Dimensions;

/// <summary>OBS_VALUE with its UNIT_MULT.</summary>
internal static class ValueText
{
    private const int Largest = 15;

    /// <summary>Reads UNIT_MULT, the power of ten that a value is in; none is 0. False when it is no small whole number.</summary>
    public static bool TryMultiplier(string? text, out int exponent)
    {
        exponent = 0;
        return string.IsNullOrWhiteSpace(text)
            || (int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out exponent)
                && exponent is >= -Largest and <= Largest);
    }

    /// <summary>Reads a value times ten to the exponent. The exponent is put behind the digits: nothing is lost by multiplying.</summary>
    public static bool TryParse(string text, int exponent, out double value)
    {
        if (exponent == 0 || !NumberText.TryValue(text, out value))
        {
            return NumberText.TryValue(text, out value);
        }

        return text.AsSpan().ContainsAny('e', 'E')
            ? double.IsFinite(value *= Math.Pow(10, exponent))
            : NumberText.TryValue(string.Create(CultureInfo.InvariantCulture, $"{text.AsSpan().Trim()}E{exponent}"), out value);
    }
}
