using DivideMetrics.Sources.Reading;

namespace DivideMetrics.Sources.Itu;

/// <summary>A row as the DataHub writes it, in CSV or JSON.</summary>
/// <param name="Code">Series code, for example <c>i99H</c>.</param>
/// <param name="Parent">Code of the series of which this one is a part; empty when none is named.</param>
/// <param name="Value">The value as text; empty when there is none.</param>
/// <param name="Year">The year as text.</param>
/// <param name="Place">Where it stands.</param>
internal sealed record ItuRow(string Code, string Parent, string Value, string Year, Place Place)
{
    /// <summary>ITU's code of the area, mostly ISO 3166-1 alpha-3; empty for a region.</summary>
    public string Iso { get; init; } = "";

    /// <summary>Name of the area.</summary>
    public string Area { get; init; } = "";

    /// <summary>True for a region's figure.</summary>
    public bool IsRegion { get; init; }

    /// <summary>What the provider says about the value: age scope, method, estimate.</summary>
    public string Note { get; init; } = "";

    /// <summary>Who counted.</summary>
    public string Source { get; init; } = "";
}
