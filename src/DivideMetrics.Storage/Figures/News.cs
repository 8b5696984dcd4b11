using DivideMetrics.Panels;

namespace DivideMetrics.Storage.Figures;

/// <summary>A computation as a step: when readers saw it, and what stood before it.</summary>
/// <param name="Id">Computation id, growing.</param>
/// <param name="PublishedAt">When readers saw it first.</param>
/// <param name="MethodVersion">Version of the methods.</param>
/// <param name="Figures">Number of all its figures.</param>
/// <param name="Before">The computation before it; null for the first of all.</param>
/// <param name="MethodBefore">Version of the methods of the one before; null for the first of all.</param>
public sealed record PublicationStep(
    long Id, DateTimeOffset PublishedAt, string MethodVersion, long Figures, long? Before, string? MethodBefore)
{
    /// <summary>True for the computation with which the site began.</summary>
    public bool IsFirst => Before is null;
}

/// <summary>Whose news are wanted.</summary>
/// <param name="Indicators">Only these indicators.</param>
/// <param name="Area">Only this area, an economy or a provider's own aggregate; null for all.</param>
public sealed record NewsScope(IReadOnlyCollection<string> Indicators, string? Area);

/// <summary>An area whose latest category of a measure is another than in the computation before.</summary>
/// <param name="Computation">The computation that says the new one.</param>
/// <param name="Indicator">Indicator id.</param>
/// <param name="Area">REF_AREA.</param>
/// <param name="From">The category before; null when the area had none.</param>
/// <param name="To">The category now; null when the area has none any more.</param>
public sealed record CategoryChange(long Computation, string Indicator, string Area, string? From, string? To);

/// <summary>A series of figures that a computation began, ended or replaced.</summary>
/// <param name="Computation">The computation.</param>
/// <param name="Old">The series until then; null when it is new.</param>
/// <param name="New">The series from then on; null when it ended.</param>
public sealed record FigureEdition(long Computation, FigureSeries? Old, FigureSeries? New);
