namespace DivideMetrics.Panels;

/// <summary>Texts that repeat: each distinct one once, and for each row which it is.</summary>
/// <param name="Texts">The distinct texts in ordinal order; empty when no row has one.</param>
/// <param name="At">For each row the index of its text, null where it has none; empty when no row has a text.</param>
public sealed record TextColumn(string[] Texts, short?[] At)
{
    /// <summary>No row has a text.</summary>
    public static TextColumn Empty { get; } = new([], []);

    /// <summary>The text of a row, or null.</summary>
    public string? this[int row] => At.Length > 0 && At[row] is { } index ? Texts[index] : null;

    internal static TextColumn Of<T>(List<T> rows, Func<T, string?> textOf)
    {
        if (!rows.Exists(row => textOf(row) is not null))
        {
            return Empty;
        }

        var texts = rows.Select(textOf).OfType<string>().Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToArray();
        return new(texts, PackedColumn.Of(rows, row => textOf(row) is { } text ? (short?)Array.BinarySearch(texts, text, StringComparer.Ordinal) : null));
    }
}
