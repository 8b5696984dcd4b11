using DivideMetrics.Observations;

namespace DivideMetrics.Sources.Reading;

/// <summary>A row as an adapter read it, before it is held against the source's declaration.</summary>
/// <param name="Series">Series code.</param>
/// <param name="Area">REF_AREA; null when the provider's spelling is unknown.</param>
/// <param name="AreaText">The provider's spelling.</param>
/// <param name="Year">TIME_PERIOD.</param>
/// <param name="Value">OBS_VALUE; null only with a status that says missing.</param>
internal readonly record struct SourceRow(string Series, string? Area, string AreaText, int Year, double? Value)
{
    /// <summary>OBS_STATUS.</summary>
    public ObsStatus Status { get; init; }

    /// <summary>SEX.</summary>
    public Sex Sex { get; init; }

    /// <summary>AGE, for example <c>Y15T24</c>; null for all ages.</summary>
    public string? Age { get; init; }

    /// <summary>URBANISATION: <c>U</c> or <c>R</c>; null for both together.</summary>
    public string? Urbanisation { get; init; }

    /// <summary>Further breakdown as <c>NAME=CODE</c> pairs joined by <c>;</c> in the order of their names; null when there is none.</summary>
    public string? Breakdown { get; init; }

    /// <summary>Where the row stands.</summary>
    public Place Place { get; init; }
}

/// <summary>A place in a file, for findings.</summary>
/// <param name="File">File name.</param>
/// <param name="Line">Line counted from 1, or the ordinal of a row where a format has no lines; null when unknown.</param>
internal readonly record struct Place(string File, long? Line = null);
