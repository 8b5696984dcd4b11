using Npgsql;

namespace DivideMetrics.Storage.Figures;

/// <summary>The writing of one computation, inside its transaction.</summary>
internal sealed class Publication(NpgsqlConnection connection, long id, ComputationDraft draft)
{
    private readonly Dictionary<string, ComputationPart> _computed = new(StringComparer.Ordinal);

    /// <summary>The series that changed so far.</summary>
    public Difference Difference { get; private set; } = Difference.None;

    /// <summary>Writes an indicator.</summary>
    public async Task WriteAsync(ComputedIndicator indicator, CancellationToken cancellationToken)
    {
        var part = draft.Parts.FirstOrDefault(part => part.Indicator == indicator.Indicator)
            ?? throw new ArgumentException($"Expected an indicator of the computation, found '{indicator.Indicator}'.", nameof(indicator));
        Add(await FigureTable.Table.WriteAsync(connection, indicator.Indicator, indicator.Figures, id, cancellationToken));
        Add(await GapTable.Table.WriteAsync(connection, indicator.Indicator, indicator.Gaps, id, cancellationToken));
        _computed.Add(indicator.Indicator, part with
        {
            Figures = indicator.Figures.Sum(series => (long)series.Count), Gaps = indicator.Gaps.Sum(series => (long)series.Count),
        });
    }

    /// <summary>Ends what is no longer declared, writes the parts, and dates the computation.</summary>
    public async Task<Computation> EndAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        var current = (await PartTable.CurrentAsync(connection, cancellationToken)).ToDictionary(part => part.Indicator, StringComparer.Ordinal);
        await EndGoneAsync(current, cancellationToken);
        var parts = Parts(current);
        await PartTable.WriteAsync(connection, parts, id, cancellationToken);
        return await DateAsync(now, (parts.Sum(part => part.Figures), parts.Sum(part => part.Gaps)), cancellationToken);
    }

    /// <summary>Ends the rows of indicators that are declared no longer. Looked for only where there can be any: it reads both tables whole.</summary>
    private async Task EndGoneAsync(Dictionary<string, ComputationPart> current, CancellationToken cancellationToken)
    {
        var indicators = draft.Parts.Select(part => part.Indicator).ToArray();
        if (current.Count == 0 || current.Keys.Except(indicators, StringComparer.Ordinal).Any())
        {
            var gone = await FigureTable.Table.EndOthersAsync(connection, indicators, id, cancellationToken)
                + await GapTable.Table.EndOthersAsync(connection, indicators, id, cancellationToken);
            Add(new(0, 0, gone));
        }
    }

    /// <summary>All parts, with the counts of those that stay as they were published last.</summary>
    private List<ComputationPart> Parts(Dictionary<string, ComputationPart> current) => draft.Parts.Select(part =>
        _computed.GetValueOrDefault(part.Indicator)
        ?? (current.GetValueOrDefault(part.Indicator) is { } known && known.Inputs == part.Inputs
            ? part with { Figures = known.Figures, Gaps = known.Gaps }
            : throw new ArgumentException($"Expected '{part.Indicator}' to be computed: it was never published from these inputs."))).ToList();

    private async Task<Computation> DateAsync(DateTimeOffset now, (long Figures, long Gaps) counts, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand("update computation set published_at = $2, figures = $3, gaps = $4 where id = $1", connection)
        {
            Parameters = { new() { Value = id }, new() { Value = now }, new() { Value = counts.Figures }, new() { Value = counts.Gaps } },
        };
        await command.ExecuteNonQueryAsync(cancellationToken);
        return new(id, draft.Inputs, draft.MethodVersion, draft.Vintages, now, counts.Figures, counts.Gaps);
    }

    private void Add(Difference more) => Difference = new(
        Difference.Created + more.Created, Difference.Updated + more.Updated, Difference.Withdrawn + more.Withdrawn);
}
