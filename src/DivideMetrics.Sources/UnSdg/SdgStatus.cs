using DivideMetrics.Observations;
using DivideMetrics.Sources.Reading;

namespace DivideMetrics.Sources.UnSdg;

/// <summary>
/// OBS_STATUS of a row. Where the database gives one other than A it stands; else the nature of the figure decides: country data (C),
/// country data adjusted (CA) and data of a global survey (G) are A; estimated (E), modelled (M) and computed for a group (N) are E.
/// </summary>
internal static class SdgStatus
{
    /// <summary>Reads the status.</summary>
    /// <returns>False when the nature or the status is unknown; the status is then A.</returns>
    public static bool TryRead(string nature, string text, out ObsStatus status)
    {
        var known = TryNature(nature.Trim().ToUpperInvariant(), out var byNature);
        var code = text.Trim().ToUpperInvariant() is "NOTSPEC" ? "" : text.Trim().ToUpperInvariant();
        known &= StatusText.TryParse(code, out var given);
        status = given == ObsStatus.A ? byNature : given;
        return known;
    }

    private static bool TryNature(string nature, out ObsStatus status)
    {
        status = nature is "E" or "M" or "N" ? ObsStatus.E : ObsStatus.A;
        return nature is "C" or "CA" or "E" or "G" or "M" or "N" or "NA" or "NOTSPEC" or "_X" or "";
    }
}
