using DivideMetrics.Sources.Reading;

namespace DivideMetrics.Sources.UnSdg;

/// <summary>A row of the database, from any of its forms.</summary>
/// <param name="Series">Series code in the case of the copy at hand.</param>
/// <param name="Area">M49 number as text.</param>
/// <param name="Year">Year as text; the API writes it with a decimal point.</param>
/// <param name="Value">Value as text; may be <c>&lt;5</c>, <c>NaN</c> or <c>N/A</c>.</param>
/// <param name="Place">Where it stands.</param>
internal sealed record SdgRow(string Series, string Area, string Year, string Value, Place Place)
{
    /// <summary>Name of the area; empty when the copy has none.</summary>
    public string AreaName { get; init; } = "";

    /// <summary>Nature of the figure: C, CA, E, G, M, N.</summary>
    public string Nature { get; init; } = "";

    /// <summary>OBS_STATUS; empty when the copy has none.</summary>
    public string Status { get; init; } = "";

    /// <summary>Unit code, for example <c>PERCENT</c>; empty when the copy has none.</summary>
    public string Units { get; init; } = "";

    /// <summary>Dimensions: name in any spelling, and the code.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Dimensions { get; init; } = [];
}
