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

    /// <summary>Estimated value (by the provider or the international agency).</summary>
    E,

    /// <summary>Forecast value.</summary>
    F,

    /// <summary>Imputed value, also one that this product interpolated or carried forward.</summary>
    I,

    /// <summary>Missing value; data cannot exist.</summary>
    M,

    /// <summary>Missing value.</summary>
    O,

    /// <summary>Provisional value.</summary>
    P,

    /// <summary>Low reliability.</summary>
    U,
}
