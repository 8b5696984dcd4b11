using DivideMetrics.Storage.Observations;

namespace DivideMetrics.Web.Compare;

/// <summary>What a comparison shows; everything of it stands in the address. The values here are the defaults, which addresses leave out.</summary>
public sealed record CompareState
{
    /// <summary>How many areas can stand side by side.</summary>
    public const int MostAreas = 8;

    /// <summary>Codes of economies and groups, in the order of choice; at most <see cref="MostAreas"/>, none twice.</summary>
    public IReadOnlyList<string> Areas { get; init; } = [];

    /// <summary>Only indicators of this community of the framework; null for all.</summary>
    public string? Community { get; init; }

    /// <summary>The state of the figures.</summary>
    public ReadAt At { get; init; }
}
