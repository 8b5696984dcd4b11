using DivideMetrics.Gaps;
using DivideMetrics.Observations;
using DivideMetrics.Storage.Figures;

namespace DivideMetrics.Web.Reading;

/// <summary>The rows of a published computation.</summary>
internal sealed class StoredRows(ComputationQueries queries, long computation) : StateRows
{
    /// <inheritdoc/>
    public override Task<IReadOnlyList<Gap>> GapsOfSubjectAsync(string subject, CancellationToken cancellationToken) =>
        queries.GapsOfSubjectAsync(computation, subject, cancellationToken);

    /// <inheritdoc/>
    protected override Task<IReadOnlyList<Figure>> ReadFiguresAsync(string indicator) =>
        queries.FiguresOfIndicatorAsync(computation, indicator, CancellationToken.None);

    /// <inheritdoc/>
    protected override Task<IReadOnlyList<Gap>> ReadGapsAsync(string indicator) =>
        queries.GapsOfIndicatorAsync(computation, indicator, CancellationToken.None);
}
