namespace DivideMetrics.Observations;

/// <summary>
/// Status of an observation: the codes of SDMX's cross-domain code list CL_OBS_STATUS that this product uses.
/// The member's name is the code that is stored and exported.
/// </summary>
public enum ObsStatus
{
    /// <summary>Normal value, as the provider published it.</summary>
    A,

    /// <summary>Break in the time series: not comparable with the points before it.</summary>
    B,

    /// <summary>Definition differs from that of the series.</summary>
    D,

    /// <summary>Estimated value (by the provider or the international agency).</summary>
    E,

    /// <summary>Forecast value.</summary>
    F,

    /// <summary>Experimental value.</summary>
    G,

    /// <summary>Imputed value, also one that this product interpolated or carried forward.</summary>
    I,

    /// <summary>Missing value; data exist but were not collected.</summary>
    L,

    /// <summary>Missing value; data cannot exist.</summary>
    M,

    /// <summary>Not significant.</summary>
    N,

    /// <summary>Missing value.</summary>
    O,

    /// <summary>Provisional value.</summary>
    P,

    /// <summary>Missing value; suppressed, for example confidential.</summary>
    Q,

    /// <summary>Low reliability.</summary>
    U,

    /// <summary>Not validated.</summary>
    V,
}

/// <summary>What the codes of <see cref="ObsStatus"/> say.</summary>
public static class ObsStatusMeaning
{
    /// <summary>True for the codes that say that there is no value: L, M, O, Q.</summary>
    public static bool SaysMissing(this ObsStatus status) => status is ObsStatus.L or ObsStatus.M or ObsStatus.O or ObsStatus.Q;
}
