using DivideMetrics.Gaps;
using DivideMetrics.Jobs.Computing;
using DivideMetrics.Observations;
using DivideMetrics.Seeds;

namespace DivideMetrics.Web.Reading;

/// <summary>
/// The rows of a state that was never published: computed when they are asked for, indicator by indicator and one after the other, so
/// that no number of questions about the past takes more than one processor from the readers of now.
/// </summary>
/// <param name="catalog">The declarations of today.</param>
/// <param name="inputs">Reads the figures.</param>
/// <param name="state">The vintages.</param>
/// <param name="turn">Held by whoever computes.</param>
internal sealed class ComputedRows(Catalog catalog, ComputationInputs inputs, InputState state, SemaphoreSlim turn) : StateRows
{
    /// <inheritdoc/>
    public override async Task<IReadOnlyList<Gap>> GapsOfSubjectAsync(string subject, CancellationToken cancellationToken)
    {
        var gaps = new List<Gap>();
        foreach (var indicator in catalog.Indicators.OrderBy(indicator => indicator.Id, StringComparer.Ordinal))
        {
            cancellationToken.ThrowIfCancellationRequested();
            gaps.AddRange((await GapsAsync(indicator.Id)).Where(gap => gap.Subject == subject));
        }

        return gaps;
    }

    /// <inheritdoc/>
    protected override async Task<IReadOnlyList<Figure>> ReadFiguresAsync(string indicator) =>
        catalog.FindIndicator(indicator) is not { } declared ? []
        : [.. (await InTurnAsync(() => inputs.FiguresAsync(declared, state, CancellationToken.None)))
            .OrderBy(figure => figure.Area, StringComparer.Ordinal).ThenBy(figure => figure.Sex.Code(), StringComparer.Ordinal)
            .ThenBy(figure => figure.Year)];

    /// <inheritdoc/>
    protected override async Task<IReadOnlyList<Gap>> ReadGapsAsync(string indicator)
    {
        if (catalog.FindIndicator(indicator) is not { } declared)
        {
            return [];
        }

        var figures = await FiguresAsync(indicator);
        var weights = declared.Weights is { } id ? await FiguresAsync(id) : [];
        var gaps = await InTurnAsync(() => Task.FromResult(GapEngine.Compute(new(declared, figures, weights, catalog.Areas))));
        return
        [
            .. gaps.OrderBy(gap => gap.Measure, StringComparer.Ordinal).ThenBy(gap => gap.Subject, StringComparer.Ordinal)
                .ThenBy(gap => gap.Sex.Code(), StringComparer.Ordinal).ThenBy(gap => gap.Year),
        ];
    }

    // Apart from the reader's circuit: the rows are for all who ask, also when the first of them has left.
    private Task<T> InTurnAsync<T>(Func<Task<T>> work) => Task.Run(async () =>
    {
        await turn.WaitAsync();
        try
        {
            return await work();
        }
        finally
        {
            turn.Release();
        }
    });
}
