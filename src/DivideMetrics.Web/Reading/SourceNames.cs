using System.Text.RegularExpressions;
using DivideMetrics.Seeds;

namespace DivideMetrics.Web.Reading;

/// <summary>Sources as readers know them.</summary>
internal static partial class SourceNames
{
    /// <summary>
    /// A remark of the computation in which ids of sources are replaced by their titles: where a series switches <c>from</c> one <c>to</c> another,
    /// and in the terms <c>of</c> one. The same letters elsewhere (the rule "UNSD 2023") stay.
    /// </summary>
    public static string In(string? remark, Catalog catalog) =>
        remark is null ? "" : Named().Replace(remark, id => catalog.FindSource(id.Value)?.Title ?? id.Value);

    [GeneratedRegex(@"(?<=(?:from|to|of) )[A-Z][A-Z0-9_]*(?=[ ;,).:]|$)")]
    private static partial Regex Named();
}
