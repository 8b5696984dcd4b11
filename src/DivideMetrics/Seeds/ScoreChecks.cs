using DivideMetrics.Indicators;
using DivideMetrics.Indices;

namespace DivideMetrics.Seeds;

/// <summary>That indices can be computed and goalposts can score: what the computation would refuse is refused here, with its line.</summary>
internal sealed class ScoreChecks(SeedProblems problems, IReadOnlyDictionary<string, Indicator> known)
{
    public void Check(IReadOnlyList<SeedDocument> documents)
    {
        var found = CompositeRegistry.ProblemsOfAll([.. known.Values]).ToLookup(problem => problem.Indicator, StringComparer.Ordinal);
        foreach (var document in documents)
        {
            foreach (var problem in found[document.Id])
            {
                problems.Add(document.File.Name, document.LineOf(problem.Path), problem.Reason);
            }
        }
    }
}
