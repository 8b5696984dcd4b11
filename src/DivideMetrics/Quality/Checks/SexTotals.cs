using DivideMetrics.Observations;
using DivideMetrics.Sources;

namespace DivideMetrics.Quality.Checks;

/// <summary>
/// Female, male and total of a series, wherever all three are there: a count of both sexes is their sum, a rate lies between theirs. Of
/// other units nothing is known. Needs no declaration.
/// </summary>
internal static class SexTotals
{
    public static IEnumerable<string> Check(GateView view)
    {
        foreach (var code in view.Series.GroupBy(run => run.Key.Code, StringComparer.Ordinal))
        {
            var tally = new Tally($"The total of both sexes of {code.Key}");
            foreach (var total in code.Where(run => run.Key.Sex == Sex.Total))
            {
                if (RuleOf(total.Declared.Unit) is { } rule
                    && view.Find(total.Key with { Sex = Sex.Female }) is { } female
                    && view.Find(total.Key with { Sex = Sex.Male }) is { } male)
                {
                    TotalFit.Judge(view, new(total, [female, male], rule), tally);
                }
            }

            if (tally.Reason(view.Limits.MaxInconsistentShare) is { } reason)
            {
                yield return reason;
            }
        }
    }

    private static TotalRule? RuleOf(string unit) => unit switch
    {
        "PS" => TotalRule.Sum,
        "PT" or "IX" => TotalRule.Between,
        _ when unit.StartsWith("PER_", StringComparison.Ordinal) => TotalRule.Between,
        _ => null,
    };
}
