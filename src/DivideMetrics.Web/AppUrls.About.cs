using DivideMetrics.Storage.Observations;

namespace DivideMetrics.Web;

/// <summary>Addresses of what is said about the product and its methods, and of citations.</summary>
public static partial class AppUrls
{
    /// <summary>Every formula and rule.</summary>
    public const string Methodology = "/methodology";

    /// <summary>What this is, and the statements.</summary>
    public const string About = "/about";

    /// <summary>A place on the page of methods: the id of a measure, or a place of <see cref="Methods.Anchors"/>. What names the part of a composite is no part of it.</summary>
    public static string Method(string anchor, ReadAt at = default) => $"{Page(Methodology, at)}#{Escape(Gaps.MeasureRegistry.WholeOf(anchor))}";

    /// <summary>The citation of an indicator for a reference manager: <c>bib</c>, <c>ris</c> or <c>csl.json</c>.</summary>
    public static string CitationFile(string id, string format, ReadAt at = default) => File($"{IndicatorPath(id)}.{format}", at);
}
