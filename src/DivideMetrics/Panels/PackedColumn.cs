namespace DivideMetrics.Panels;

/// <summary>Columns out of rows.</summary>
internal static class PackedColumn
{
    /// <summary>The years of sorted rows.</summary>
    /// <exception cref="ArgumentException">A year stands twice.</exception>
    public static short[] Years<T>(List<T> rows, Func<T, int> yearOf, Func<T, string> nameOf)
    {
        var years = new short[rows.Count];
        for (var i = 0; i < years.Length; i++)
        {
            years[i] = checked((short)yearOf(rows[i]));
            if (i > 0 && years[i] == years[i - 1])
            {
                throw new ArgumentException($"Expected each key once, found a second row for {nameOf(rows[i])}.", nameof(rows));
            }
        }

        return years;
    }

    /// <summary>A value for each row.</summary>
    public static TValue[] Of<T, TValue>(List<T> rows, Func<T, TValue> valueOf)
    {
        var values = new TValue[rows.Count];
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = valueOf(rows[i]);
        }

        return values;
    }

    /// <summary>A value for each row; null when no row has one.</summary>
    public static TValue?[]? OrNull<T, TValue>(List<T> rows, Func<T, TValue?> valueOf)
        where TValue : struct => rows.Exists(row => valueOf(row) is not null) ? Of(rows, valueOf) : null;
}
