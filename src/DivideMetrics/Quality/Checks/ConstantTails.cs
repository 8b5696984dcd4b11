using System.Globalization;

namespace DivideMetrics.Quality.Checks;

/// <summary>
/// Areas whose last values are exactly equal after values that moved: often the last survey, repeated. From <see cref="LeastLength"/>
/// values on a Finding <c>constant-tail</c> (Info); where a third of a series' areas end so, one more for the series (Warning). A value
/// at a declared bound is saturated, not repeated. Never holds.
/// </summary>
internal static class ConstantTails
{
    private const int LeastLength = 4;
    private const int LeastMoves = 3;
    private const int LeastAreas = 5;

    public static IEnumerable<string> Check(GateView view)
    {
        view.LookAtEach(run => (Judge(view, run), true));
        return [];
    }

    private static List<Finding> Judge(GateView view, SeriesRun run)
    {
        var rows = view.Now(run);
        var (tails, areas) = (new List<Finding>(), 0);
        for (int start = 0, end; start < rows.Keys.Length; start = end)
        {
            end = rows.EndOfArea(start);
            areas++;
            if (Judge(view, run, (start, end)) is { } tail)
            {
                tails.Add(tail);
            }
        }

        var constant = tails.Count;
        if (constant >= LeastAreas && constant * 3 >= areas)
        {
            var note = FormattableString.Invariant(
                $"The last {LeastLength} values or more of {constant} of {areas} areas of {run.Name} are the same number.");
            tails.Add(new("constant-tail", Severity.Warning, note, run.Key.Code));
        }

        return tails;
    }

    private static Finding? Judge(GateView view, SeriesRun run, (int Start, int End) area)
    {
        var rows = view.Now(run);
        var (first, length) = TailOf(rows, area);
        if (length < LeastLength || IsSaturated(run, rows.Values[first]) || !Moved(rows, area.Start, first))
        {
            return null;
        }

        var note = FormattableString.Invariant(
            $"The last {length} values of {run.Name} for this area, from this period on, are the same number.");
        return new(
            "constant-tail", Severity.Info, note, run.Key.Code, view.AreaOf(rows.AreaAt(first)),
            rows.YearAt(first).ToString(CultureInfo.InvariantCulture), New: rows.Values[first]);
    }

    private static bool IsSaturated(SeriesRun run, double value) => value == run.Declared.Min || value == run.Declared.Max;

    /// <summary>Where the tail of equal values begins, and how many they are; missing ones do not count.</summary>
    private static (int First, int Length) TailOf(SeriesSlice rows, (int Start, int End) area)
    {
        var (first, length) = (-1, 0);
        for (var index = area.End - 1; index >= area.Start; index--)
        {
            if (double.IsNaN(rows.Values[index]))
            {
                continue;
            }

            if (first >= 0 && rows.Values[index] != rows.Values[first])
            {
                break;
            }

            (first, length) = (index, length + 1);
        }

        return (first, length);
    }

    /// <summary>True when at least three steps up to the tail moved, and at least half of them.</summary>
    private static bool Moved(SeriesSlice rows, int start, int end)
    {
        var (steps, moves, last) = (0, 0, double.NaN);
        for (var index = start; index <= end; index++)
        {
            if (!double.IsNaN(rows.Values[index]))
            {
                steps += double.IsNaN(last) ? 0 : 1;
                moves += double.IsNaN(last) || last == rows.Values[index] ? 0 : 1;
                last = rows.Values[index];
            }
        }

        return moves >= LeastMoves && moves * 2 >= steps;
    }
}
