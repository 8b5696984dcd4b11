using System.Text.Json;
using DivideMetrics.Seeds;
using DivideMetrics.Sources;
using DivideMetrics.Storage.Observations;

namespace DivideMetrics.Jobs.Ingest;

/// <summary>Fingerprint of everything beside the bytes that decides how bytes are read: when it changes, the same bytes are read again.</summary>
internal static class SourceFingerprint
{
    /// <summary>SHA-256 over the version of the adapter, the source's declaration, its limits included, the areas and spellings that it is read with, and its corrections.</summary>
    public static string Of(SourceDefinition source, int adapterVersion, Catalog catalog) => Checksum.Of(
    [
        $"adapter {adapterVersion}",
        JsonSerializer.Serialize(source with { Options = new SortedDictionary<string, string>(source.Options.ToDictionary(), StringComparer.Ordinal) }),
        string.Join('\n', catalog.Areas.All.Select(area => $"{area.Code} {area.Iso2} {area.M49} {area.Kind}")),
        string.Join('\n', catalog.Areas.Spellings.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => $"{pair.Key}={pair.Value}")),
        catalog.Corrections.For(source).Fingerprint,
    ]);
}
