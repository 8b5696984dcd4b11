using DivideMetrics.Observations;

namespace DivideMetrics.Sources.Uis;

/// <summary>
/// OBS_STATUS of UIS's two columns. MAGNITUDE: NIL is nil or negligible (N, not significant, with a value; missing without one), NA not
/// applicable (M, data cannot exist), INCLUDED counted in another category (O). QUALIFIER: UIS_EST and NAT_EST are estimates (E).
/// </summary>
internal static class UisStatus
{
    /// <summary>The status of a row without a value.</summary>
    public static ObsStatus OfMissing(string magnitude) => Is(magnitude, "NA") ? ObsStatus.M : ObsStatus.O;

    /// <summary>True when the magnitude says that there can be no value here.</summary>
    public static bool SaysMissing(string magnitude) => Is(magnitude, "NA") || Is(magnitude, "INCLUDED");

    /// <summary>True when the value is nil or negligible, no true zero.</summary>
    public static bool IsNegligible(string magnitude) => Is(magnitude, "NIL");

    /// <summary>The status of a row with a value.</summary>
    /// <returns>False when the qualifier is unknown; the status is then A.</returns>
    public static bool TryQualifier(string qualifier, out ObsStatus status)
    {
        status = Is(qualifier, "UIS_EST") || Is(qualifier, "NAT_EST") ? ObsStatus.E : Is(qualifier, "PROV") ? ObsStatus.P : ObsStatus.A;
        return qualifier.Length == 0 || status != ObsStatus.A;
    }

    private static bool Is(string text, string code) => text.Equals(code, StringComparison.OrdinalIgnoreCase);
}
