using System.Text.Json;
using DivideMetrics.Sources;

namespace DivideMetrics.Storage.Observations;

/// <summary>How the bytes of a vintage were read.</summary>
/// <param name="Adapter">Key of the adapter.</param>
/// <param name="Options">The adapter's settings.</param>
public sealed record ReadAs(string Adapter, IReadOnlyDictionary<string, string> Options)
{
    /// <summary>The way in which a source is read.</summary>
    public static ReadAs Of(SourceDefinition source) => new(source.Adapter, source.Options);

    /// <summary>The source, to be read this way.</summary>
    public SourceDefinition Apply(SourceDefinition source) => source with { Adapter = Adapter, Options = Options };

    internal static ReadAs? Parse(string? json) => json is null ? null : JsonSerializer.Deserialize<ReadAs>(json);

    internal string ToJson() => JsonSerializer.Serialize(this);
}
