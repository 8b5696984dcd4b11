using DivideMetrics.Sources.Reading;

namespace DivideMetrics.Sources.Delimited;

/// <summary>A column with values: its place, the series and the year it holds, when the layout or its header say them.</summary>
internal readonly record struct ValueCell(int Index, string? Series, int? Year);

/// <summary>Where a table's columns stand, by its header. Columns without a header are left alone.</summary>
internal sealed class TableColumns
{
    private readonly Dictionary<string, int> _columns = new(StringComparer.Ordinal);

    private TableColumns(TableLayout layout, IReadOnlyList<string> header, Func<string, SourceException> damage)
    {
        Width = header.Count;
        for (var index = 0; index < header.Count; index++)
        {
            var name = header[index].Trim();
            if (name.Length > 0 && !_columns.TryAdd(name, index))
            {
                throw damage($"Column '{name}' stands twice in the header.");
            }
        }

        Named = _columns.Count == 0 ? 0 : _columns.Values.Max() + 1;
        if (Needed(layout).FirstOrDefault(column => !_columns.ContainsKey(column)) is { } missing)
        {
            throw damage(
                $"Expected a column '{missing}', found {string.Join(", ", _columns.Keys)}. " +
                "Restore the file or correct the source's options.");
        }

        Values = layout.YearColumns
            ? YearsOf(layout, damage)
            : [.. layout.Values.Select(column => new ValueCell(_columns[column.Header], column.Series, null))];
    }

    /// <summary>Number of cells of the header.</summary>
    public int Width { get; }

    /// <summary>Number of cells up to the last one with a name: a header that ends in a delimiter has one more.</summary>
    public int Named { get; }

    /// <summary>The columns with values.</summary>
    public IReadOnlyList<ValueCell> Values { get; }

    /// <summary>Understands a header.</summary>
    /// <exception cref="SourceException">A column stands twice or is missing.</exception>
    public static TableColumns Of(TableLayout layout, IReadOnlyList<string> header, Func<string, SourceException> damage) =>
        new(layout, header, damage);

    /// <summary>Place of a column of the layout; -1 when the layout has none.</summary>
    public int IndexOf(string? column) => column is null ? -1 : _columns[column];

    private static IEnumerable<string> Needed(TableLayout layout) =>
        new[] { layout.Area, layout.Period, layout.SeriesColumn }
            .Concat(new[] { layout.Status, layout.Sex, layout.Age, layout.Urbanisation }.Select(column => column?.Header))
            .OfType<string>()
            .Concat(layout.Breakdowns.Select(breakdown => breakdown.Column.Header))
            .Concat(layout.YearColumns ? [] : layout.Values.Select(column => column.Header));

    private List<ValueCell> YearsOf(TableLayout layout, Func<string, SourceException> damage)
    {
        var years = new List<ValueCell>();
        foreach (var (header, index) in _columns)
        {
            if (NumberText.TryYear(header, out var year))
            {
                years.Add(new(index, layout.Values[0].Series, year));
            }
        }

        return years.Count > 0 ? years : throw damage($"Expected columns with years, found {string.Join(", ", _columns.Keys)}.");
    }
}
