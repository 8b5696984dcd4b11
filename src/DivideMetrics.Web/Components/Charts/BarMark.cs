namespace DivideMetrics.Web.Components.Charts;

/// <summary>Shape of a comparison on a bar.</summary>
public enum BarMarkShape
{
    /// <summary>The income group.</summary>
    Diamond,

    /// <summary>The world.</summary>
    Circle,
}

/// <summary>A comparison on a bar.</summary>
/// <param name="Value">Where it stands.</param>
/// <param name="Shape">Its shape.</param>
public sealed record BarMark(double Value, BarMarkShape Shape);
