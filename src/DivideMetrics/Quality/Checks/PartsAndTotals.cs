using DivideMetrics.Revisions;
using DivideMetrics.Sources;

namespace DivideMetrics.Quality.Checks;

/// <summary>Declared totals: a series that is the sum or the mean of others, or lies between them.</summary>
internal static class PartsAndTotals
{
    public static IEnumerable<string> Check(GateView view)
    {
        foreach (var declared in view.Input.Source.Checks.Totals)
        {
            var tally = new Tally($"The total {declared.Total} of {string.Join(", ", declared.Parts)}");
            foreach (var total in view.Series.Where(run => run.Key.Code == declared.Total))
            {
                var parts = declared.Parts.Select(code => view.Find(total.Key with { Code = code })).OfType<SeriesRun>().ToList();
                if (parts.Count == declared.Parts.Count)
                {
                    TotalFit.Judge(view, SumOf(total, parts, declared), tally);
                }
            }

            if (tally.Reason(view.Limits.MaxInconsistentShare) is { } reason)
            {
                yield return reason;
            }
        }
    }

    private static TotalOfParts SumOf(SeriesRun total, List<SeriesRun> parts, PartsOfTotal declared) => new(total, parts, declared.Rule)
    {
        From = declared.From ?? 0,
        Tolerance = declared.Tolerance is { } absolute ? new(absolute) : Tolerance.Rounding(total.Declared),
    };
}
