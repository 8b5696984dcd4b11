using DivideMetrics.Statistics;

namespace DivideMetrics.Indices;

/// <summary>The composites with a closed formula over declared roles.</summary>
internal static class CompositeFormulas
{
    /// <summary>ITU's index of today. Its editions 2023 and 2024 speak of 2021 and 2022; a missing value is taken from the year before.</summary>
    internal static CompositeKind Idi { get; } = new("idi", context => Rows(context, Idi!, Each(inputs => Indices.Idi.Of(inputs, IdiGoalposts.Edition2023))))
    {
        Documented = [new(typeof(Indices.Idi)), new(typeof(GoalpostScore), nameof(GoalpostScore.Of))],
        Title = "ICT Development Index (from 2023)",
        Formula = "IDI = (U + M)/2; U = (u1 + u2 + u3)/3; m1 = 0.4 a + 0.6 b; M = (m1 + … + m6)/6; each input scored by fixed goalposts, 0 to 100",
        Reference = "ITU, The ICT Development Index 2024, Annex 1; scores only, no ranking (Resolution 131)",
        Greatest = GoalpostScore.Greatest,
        Roles = Indices.Idi.Roles,
        FirstYear = 2021,
        Oldest = 1,
    };

    /// <summary>The index of the United Nations, recomputed to see whether it is the mean of its parts.</summary>
    internal static CompositeKind Egdi { get; } = new("egdi", context => Rows(context, Egdi!, Each(Indices.Egdi.Of)).Select(row => Compared(context, row)))
    {
        Documented = [new(typeof(Indices.Egdi))],
        Title = "E-Government Development Index, recomputed",
        Formula = "EGDI = (OSI + TII + HCI)/3, from 2014 on",
        Reference = "United Nations, E-Government Survey 2022",
        Greatest = 1,
        Roles = Indices.Egdi.Roles,
        FirstYear = Indices.Egdi.FirstYear,
        ClassOf = Indices.Egdi.ClassOf,
    };

    /// <summary>ITU's index to its edition 2017, which spoke of 2016.</summary>
    internal static CompositeKind Idi2017 { get; } = new("idi-2017", context => Rows(context, Idi2017!, Each(Indices.Idi2017.Of)))
    {
        Documented = [new(typeof(Indices.Idi2017))],
        Title = "ICT Development Index (to 2017)",
        Formula = "10 (0.4 access + 0.4 use + 0.2 skills), each the mean of its inputs over their reference values, capped at 1",
        Reference = "ITU, Measuring the Information Society 2011, Box 1.2, and 2016",
        Greatest = Indices.Idi2017.Greatest,
        Roles = Indices.Idi2017.Roles,
        Assumption = Indices.Idi2017.Assumption,
        LastYear = 2016,
        Oldest = 1,
    };

    /// <summary>UNCTAD's index. Accounts are surveyed every three years, so a value may be three years old.</summary>
    internal static CompositeKind B2c { get; } = new("b2c", context => Rows(context, B2c!, B2cIndex.Of))
    {
        Documented = [new(typeof(B2cIndex))],
        Title = "B2C E-commerce Index",
        Formula = "mean of accounts, Internet users, secure servers (ln(x + 1), least to greatest economy) and postal reliability, each 0 to 100",
        Reference = "UNCTAD, B2C E-commerce Index 2020",
        Greatest = GoalpostScore.Greatest,
        Roles = B2cIndex.Roles,
        Assumption = B2cIndex.Assumption,
        LastYear = B2cIndex.LastYear,
        Oldest = 3,
    };

    private delegate IReadOnlyList<ScoreNode> Formula(IReadOnlyList<IReadOnlyDictionary<string, double>> economies);

    private static Formula Each(Func<IReadOnlyDictionary<string, double>, ScoreNode> formula) => economies => economies.Select(formula).ToList();

    /// <summary>
    /// The rows of every year in which at least one economy is scored, and of the last year, so that it is told what is missing. The many years in
    /// which some input did not exist yet say nothing.
    /// </summary>
    private static IEnumerable<IndexRow> Rows(CompositeContext context, CompositeKind kind, Formula formula) =>
        context.Years.Select(year => Year(context, kind, formula, year))
            .Where((rows, i) => i == context.Years.Count - 1 || rows.Exists(row => row.Tree.Score.Value is not null))
            .SelectMany(rows => rows);

    private static List<IndexRow> Year(CompositeContext context, CompositeKind kind, Formula formula, int year)
    {
        var required = kind.Roles.Where(role => role.Required).Select(role => (role.Id, Indicator: context.Indicator.Composite!.Roles[role.Id])).ToList();
        var gathered = context.Economies.Select(area => Gather(context, required, area, (year, kind.Oldest))).Where(found => !found.Tally.Stale).ToList();
        var trees = formula(gathered.Select(found => found.Values).ToList());
        return gathered.Zip(trees, (found, tree) => new IndexRow(found.Area, year, tree, found.Tally)).ToList();
    }

    private static (string Area, IReadOnlyDictionary<string, double> Values, InputTally Tally) Gather(
        CompositeContext context, List<(string Role, string Indicator)> required, string area, (int Year, int Oldest) when)
    {
        var (values, tally) = (new Dictionary<string, double>(StringComparer.Ordinal), new InputTally(when.Year, required.Count));
        foreach (var (role, indicator) in required)
        {
            if (context.Latest(indicator, area, when.Year, when.Oldest) is { } figure)
            {
                values.Add(role, figure.Value!.Value);
                tally.Add(figure);
            }
        }

        return (area, values, tally);
    }

    /// <summary>Beside the score, by how much it differs from the published index of the same year.</summary>
    private static IndexRow Compared(CompositeContext context, IndexRow row)
    {
        if (row.Tree.Score.Value is not { } score || context.Indicator.Composite!.Roles.GetValueOrDefault(Indices.Egdi.Published) is not { } id)
        {
            return row;
        }

        var published = context.Latest(id, row.Area, row.Year, 0)?.Value;
        var difference = published is null ? Assessed.Not("no published index of this year") : Assessed.Of(score - published.Value);
        return row with { Further = [(IndexMeasures.Difference.Id, difference)] };
    }
}
