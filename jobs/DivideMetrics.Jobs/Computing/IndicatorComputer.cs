using System.Runtime.CompilerServices;
using System.Threading.Channels;
using DivideMetrics.Gaps;
using DivideMetrics.Indicators;
using DivideMetrics.Panels;
using DivideMetrics.Seeds;
using DivideMetrics.Storage.Figures;

namespace DivideMetrics.Jobs.Computing;

/// <summary>
/// Computes indicators side by side and hands them on packed, one by one: at any moment only those at work exist as records.
/// </summary>
public sealed class IndicatorComputer(Catalog catalog, ComputationInputs inputs, ComputationQueries published)
{
    /// <summary>How many indicators are computed at the same time at the most; the largest takes some hundred megabytes.</summary>
    private const int MostAtOnce = 4;

    /// <summary>How many may wait to be written, so that a large one on its way to the database does not hold up the others.</summary>
    private const int MostWaiting = 4;

    /// <summary>The figures and measures of the indicators that changed, in the order in which they are ready.</summary>
    /// <param name="plan">Which indicators, and the vintages to read.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public async IAsyncEnumerable<ComputedIndicator> ComputeAsync(
        ComputationPlan plan, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var ready = Channel.CreateBounded<ComputedIndicator>(MostWaiting);
        var work = ProduceAsync(plan.Changed, new(catalog, inputs, published, plan), ready.Writer, stop.Token);
        try
        {
            await foreach (var indicator in ready.Reader.ReadAllAsync(cancellationToken))
            {
                yield return indicator;
            }
        }
        finally
        {
            await stop.CancelAsync();
            await work;
        }
    }

    /// <summary>A failure of one ends all; it reaches the reader through the channel, so this task itself never fails.</summary>
    private async Task ProduceAsync(
        IReadOnlyList<Indicator> indicators, FigureBook figures, ChannelWriter<ComputedIndicator> ready, CancellationToken cancellationToken)
    {
        try
        {
            var limits = new ParallelOptions
            {
                MaxDegreeOfParallelism = Math.Clamp(Environment.ProcessorCount, 1, MostAtOnce), CancellationToken = cancellationToken,
            };
            await Parallel.ForEachAsync(LongestFirst(indicators), limits, async (indicator, token) =>
                await ready.WriteAsync(await ComputeAsync(indicator, figures, token), token));
            ready.Complete();
        }
        catch (Exception failure)
        {
            ready.Complete(failure);
        }
    }

    /// <summary>Composites before the others: they take long, and one that starts last would run alone.</summary>
    private static IEnumerable<Indicator> LongestFirst(IReadOnlyList<Indicator> indicators) =>
        indicators.OrderByDescending(indicator => indicator.Composite is not null);

    private async Task<ComputedIndicator> ComputeAsync(Indicator indicator, FigureBook figures, CancellationToken cancellationToken)
    {
        var own = await figures.AllOfAsync(indicator.Id, cancellationToken);
        var read = await IndicatorInputs.ReadAsync(catalog, indicator, own, id => figures.OfAsync(id, cancellationToken));
        return new(indicator.Id, FigureSeries.Pack(read.Figures), GapSeries.Pack([.. GapEngine.Compute(read), .. own.Gaps]));
    }
}
