namespace DivideMetrics.Sources.Origins;

/// <summary>Where a bundle is.</summary>
/// <param name="Path">A folder or a zip archive.</param>
/// <param name="Map">A map of its files; null: the bundle has its own, is laid out by source id, or is recognised by the seeds.</param>
public sealed record BundleLocation(string Path, string? Map = null);
