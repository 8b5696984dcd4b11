using DivideMetrics.Indicators;

namespace DivideMetrics.Seeds;

/// <summary>That goals fit their indicators.</summary>
internal sealed class GoalChecks(SeedProblems problems, Catalog catalog)
{
    public void Check(IReadOnlyList<SeedDocument> documents)
    {
        foreach (var document in documents)
        {
            var goal = GoalSeeds.Goal(document.Root);
            if (goal.Group is { } group && catalog.Areas.FindGroup(group) is null)
            {
                Tell(document, "group", $"unknown group '{group}'; it must stand in area_groups.csv");
            }

            if (catalog.FindIndicator(goal.Indicator) is { } indicator)
            {
                Direction(document, goal, indicator);
            }
        }

        OnePrimaryEach(documents);
    }

    private void Direction(SeedDocument document, Goal goal, Indicator indicator)
    {
        var isBeyond = indicator.Direction switch
        {
            Indicators.Direction.Up => goal.MetFrom > goal.Value,
            Indicators.Direction.Down => goal.MetFrom < goal.Value,
            _ => false,
        };
        if (isBeyond)
        {
            Tell(document, "met_from", FormattableString.Invariant($"the goal of {goal.Value} cannot count as met only from {goal.MetFrom}"));
        }

        if (indicator.Direction == Indicators.Direction.None)
        {
            Tell(document, "indicator", $"'{goal.Indicator}' has no direction: nothing can be ahead of or behind a goal");
        }
    }

    private void OnePrimaryEach(IReadOnlyList<SeedDocument> documents)
    {
        var named = documents.Where(document => (bool?)document.Root["primary"] is true).ToList();
        foreach (var document in named.Where(document => !GoalSeeds.IsPrimary(GoalSeeds.Goal(document.Root))))
        {
            Tell(document, "primary", "the goal that an indicator is measured against is open and for all economies");
        }

        foreach (var same in named.GroupBy(document => (string)document.Root["indicator"]!, StringComparer.Ordinal))
        {
            foreach (var second in same.Skip(1))
            {
                Tell(second, "primary", $"'{same.Key}' is already measured against the goal in {same.First().File.Name}");
            }
        }
    }

    private void Tell(SeedDocument document, string path, string reason) => problems.Add(document.File.Name, document.LineOf(path), reason);
}
