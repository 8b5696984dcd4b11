using Npgsql;

namespace DivideMetrics.Storage.Figures;

/// <summary>The parts of computations in the table <c>computation_part</c>: each row true from one computation until another.</summary>
internal static class PartTable
{
    public const string Columns = "indicator, inputs, vintages, figures, gaps";

    public static ComputationPart Map(NpgsqlDataReader row) =>
        new(row.GetString(0), row.GetString(1), row.GetFieldValue<long[]>(2)) { Figures = row.GetInt64(3), Gaps = row.GetInt64(4) };

    /// <summary>The parts of the newest computation.</summary>
    public static async Task<List<ComputationPart>> CurrentAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand($"select {Columns} from computation_part where to_computation is null", connection);
        return await command.ReadAllAsync(Map, cancellationToken);
    }

    /// <summary>Ends the parts that differ or are gone, and adds the new ones.</summary>
    public static async Task WriteAsync(
        NpgsqlConnection connection, IReadOnlyList<ComputationPart> parts, long computation, CancellationToken cancellationToken)
    {
        var current = (await CurrentAsync(connection, cancellationToken)).ToDictionary(part => part.Indicator, StringComparer.Ordinal);
        var changed = parts.Where(part => !IsSame(current.GetValueOrDefault(part.Indicator), part)).ToList();
        var gone = current.Keys.Except(parts.Select(part => part.Indicator), StringComparer.Ordinal);
        await using (var end = new NpgsqlCommand(
            "update computation_part set to_computation = $1 where to_computation is null and indicator = any ($2)", connection))
        {
            end.Parameters.Add(new() { Value = computation });
            end.Parameters.Add(new() { Value = changed.Select(part => part.Indicator).Concat(gone).ToArray() });
            await end.ExecuteNonQueryAsync(cancellationToken);
        }

        foreach (var part in changed)
        {
            await AddAsync(connection, part, computation, cancellationToken);
        }
    }

    private static async Task AddAsync(NpgsqlConnection connection, ComputationPart part, long computation, CancellationToken cancellationToken)
    {
        await using var add = new NpgsqlCommand(
            $"insert into computation_part ({Columns}, from_computation) values ($1, $2, $3, $4, $5, $6)", connection)
        {
            Parameters =
            {
                new() { Value = part.Indicator }, new() { Value = part.Inputs }, new() { Value = part.Vintages.ToArray() },
                new() { Value = part.Figures }, new() { Value = part.Gaps }, new() { Value = computation },
            },
        };
        await add.ExecuteNonQueryAsync(cancellationToken);
    }

    private static bool IsSame(ComputationPart? known, ComputationPart part) =>
        known is not null && known.Inputs == part.Inputs && known.Figures == part.Figures && known.Gaps == part.Gaps
        && known.Vintages.SequenceEqual(part.Vintages);
}
