using DivideMetrics.Sources;

namespace DivideMetrics.Web.Commands;

/// <summary>How the files of a source are read where the caller says otherwise than the declaration.</summary>
internal static class SourceReading
{
    /// <summary>
    /// The definition with another adapter, with options in place of its own, or both; options of one adapter mean nothing to another.
    /// </summary>
    public static SourceDefinition As(SourceDefinition source, string? adapter, IReadOnlyDictionary<string, string>? options) => source with
    {
        Adapter = adapter ?? source.Adapter,
        Options = options ?? (adapter is null || adapter == source.Adapter ? source.Options : new Dictionary<string, string>()),
    };
}
