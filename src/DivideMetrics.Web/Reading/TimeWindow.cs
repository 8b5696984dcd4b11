using System.Globalization;

namespace DivideMetrics.Web.Reading;

/// <summary>
/// A year or span of years as URLs write it (<c>2021</c>, <c>2000..2021</c>, <c>earliest..latest</c>, <c>latest</c>).
/// The open ends keep their meaning when newer data arrive.
/// </summary>
/// <param name="From">First year; <see cref="Earliest"/> or <see cref="Latest"/> when open.</param>
/// <param name="To">Last year; <see cref="Earliest"/> or <see cref="Latest"/> when open.</param>
public readonly record struct TimeWindow(int From, int To)
{
    /// <summary>Stands for the first year with data.</summary>
    public const int Earliest = int.MinValue;

    /// <summary>Stands for the last year with data.</summary>
    public const int Latest = int.MaxValue;

    /// <summary>All years.</summary>
    public static readonly TimeWindow All = new(Earliest, Latest);

    /// <summary>True when both ends are the same.</summary>
    public bool IsPoint => From == To;

    /// <summary>A single year.</summary>
    public static TimeWindow At(int year) => new(year, year);

    /// <summary>The window in years, ends put in order and cut to the given first and last year.</summary>
    public (int From, int To) Within(int first, int last)
    {
        var from = Math.Clamp(From, first, last);
        var to = Math.Clamp(To, first, last);
        return from <= to ? (from, to) : (to, from);
    }

    /// <summary>The window as addresses write it: its ends in order, and nothing for all years.</summary>
    /// <param name="keepsAll">True where all years are not what is shown without a window.</param>
    public TimeWindow? Tidy(bool keepsAll = false) =>
        this == All && !keepsAll ? null : From > To ? new(To, From) : this;

    /// <summary>As URLs write it; never ends in dots.</summary>
    public override string ToString() => IsPoint ? Text(From) : $"{Text(From)}..{Text(To)}";

    /// <summary>Reads a window; null when the text is none.</summary>
    public static TimeWindow? TryRead(string text)
    {
        var parts = text.Split("..");
        if (parts.Length > 2)
        {
            return null;
        }

        var from = Bound(parts[0], Earliest);
        var to = parts.Length == 1 ? from : Bound(parts[1], Latest);
        return from is null || to is null || (parts.Length == 1 && parts[0].Length == 0) ? null : new(from.Value, to.Value);
    }

    private static int? Bound(string text, int open) => text.Trim().ToLowerInvariant() switch
    {
        "" => open,
        "earliest" => Earliest,
        "latest" => Latest,
        { Length: 4 } year when int.TryParse(year, NumberStyles.None, CultureInfo.InvariantCulture, out var number) => number,
        { Length: 10 } day when DateOnly.TryParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) => date.Year,
        _ => null,
    };

    private static string Text(int bound) => bound switch
    {
        Earliest => "earliest",
        Latest => "latest",
        _ => bound.ToString(CultureInfo.InvariantCulture),
    };
}
