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

    /// <summary>True for the codes that say that there is no value.</summary>
    public static bool SaysMissing(this ObsStatus status) => status is ObsStatus.M or ObsStatus.O;
}
