using DivideMetrics.Observations;

namespace DivideMetrics.Sources.Reading;

/// <summary>OBS_STATUS codes as text.</summary>
internal static class StatusText
{
    /// <summary>Reads a code of CL_OBS_STATUS that this product knows; empty text is A.</summary>
    public static bool TryParse(string? text, out ObsStatus status)
    {
        status = ObsStatus.A;
        return string.IsNullOrEmpty(text)
            || (text.Length == 1 && char.IsAsciiLetterUpper(text[0]) && Enum.TryParse(text, out status));
    }
}
