using DivideMetrics.Observations;
using DivideMetrics.Revisions;

namespace DivideMetrics.Quality.Checks;

/// <summary>
/// Declared chains (2G ≥ 3G ≥ 4G): a value above that of the wider series at the same area, year and breakdown, by more than rounding, is a
/// Finding <c>not-nested</c>. Too many of them hold. Real ones exist: where 3G was switched off, 4G reaches further.
/// </summary>
internal static class NestedSeries
{
    public static IEnumerable<string> Check(GateView view)
    {
        foreach (var chain in view.Input.Source.Checks.Nested)
        {
            var tally = new Tally($"The order {string.Join(" ≥ ", chain)}");
            foreach (var (wide, narrow) in chain.Zip(chain.Skip(1)))
            {
                foreach (var run in view.Series.Where(run => run.Key.Code == wide))
                {
                    Compare(view, run, run.Key with { Code = narrow }, tally);
                }
            }

            if (tally.Reason(view.Limits.MaxInconsistentShare) is { } reason)
            {
                yield return reason;
            }
        }
    }

    private static void Compare(GateView view, SeriesRun wide, SeriesKey narrowKey, Tally tally)
    {
        if (view.Find(narrowKey) is not { } narrow)
        {
            return;
        }

        var rounding = Tolerance.Rounding(narrow.Declared);
        var inner = view.Now(narrow);
        for (var pairs = new SlicePairs(view.Now(wide), inner); pairs.Next();)
        {
            tally.Judged++;
            if (pairs.New > pairs.Old && rounding.IsExceeded(pairs.Old, pairs.New))
            {
                tally.Broken++;
                var note = FormattableString.Invariant($"Expected at most the value of {wide.Name}, {pairs.Old}; found {pairs.New}.");
                view.Warn("not-nested", narrow, inner.Keys[pairs.Right], (null, pairs.New, note));
            }
        }
    }
}
