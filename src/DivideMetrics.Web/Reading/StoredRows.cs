using DivideMetrics.Gaps;
using DivideMetrics.Indicators;
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
    protected override Task<IReadOnlyList<Gap>> ReadGapsOfAsync(string subject, string indicator) =>
        queries.GapsOfAsync(computation, subject, indicator, CancellationToken.None);

    /// <inheritdoc/>
    protected override async Task<IReadOnlyList<long>?> ReadVintagesOfAsync(Indicator indicator) =>
        (await queries.PartsAsync(computation, CancellationToken.None)).GetValueOrDefault(indicator.Id)?.Vintages;

    /// <inheritdoc/>
    protected override Task<IReadOnlyList<Figure>> ReadFiguresAsync(string indicator) =>
        queries.FiguresOfIndicatorAsync(computation, indicator, CancellationToken.None);

    /// <inheritdoc/>
    protected override Task<IReadOnlyList<GapSeries>> ReadGapsAsync(string indicator, IReadOnlyCollection<string> measures) =>
        queries.GapSeriesOfIndicatorAsync(computation, indicator, measures, CancellationToken.None);
}
