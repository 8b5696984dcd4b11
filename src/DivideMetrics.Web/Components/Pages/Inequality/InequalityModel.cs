using DivideMetrics.Areas;
using DivideMetrics.Gaps;
using DivideMetrics.Seeds;
using DivideMetrics.Web.Components.Charts;
using DivideMetrics.Web.Components.Charts.Plots;
using DivideMetrics.Web.Components.Pages.Measures;
using DivideMetrics.Web.Languages;
using DivideMetrics.Web.Reading;
using static DivideMetrics.Web.Languages.Text;

namespace DivideMetrics.Web.Components.Pages.Inequality;

/// <summary>Inequality of one indicator between the economies of a group. Made from rows.</summary>
public sealed record InequalityModel
{
    private const int Decimals = 3;
    private const int BaseYear = 2015;

    /// <summary>What was found: the page's title.</summary>
    public required string Finding { get; init; }

    /// <summary>The page in plain words.</summary>
    public required string Words { get; init; }

    /// <summary>The Lorenz curve of the newest published year; null without one.</summary>
    public LorenzFigure? Lorenz { get; init; }

    /// <summary>Gini and Theil over time; null where fewer than two years are published.</summary>
    public LinesFigure? OverTime { get; init; }

    /// <summary>Theil T between and within the groups of a partition, year by year; null where it is not published.</summary>
    public StackFigure? Decomposition { get; init; }

    /// <summary>How fast economies moved against where they started; null where there is nothing to compare.</summary>
    public ScatterFigure? Convergence { get; init; }

    /// <summary>First and last year of the convergence.</summary>
    public (int From, int To) ConvergenceYears { get; init; }

    /// <summary>The measures of inequality and convergence, by question.</summary>
    public required IReadOnlyList<(MeasureFamily Family, IReadOnlyList<MeasuredRow> Rows)> Families { get; init; }

    /// <summary>Builds the model.</summary>
    /// <param name="facts">The indicator.</param>
    /// <param name="catalog">The declarations.</param>
    /// <param name="choice">Code of the group, and by which groups inequality is taken apart.</param>
    /// <param name="gaps">The measures of the group.</param>
    /// <param name="inputs">What they were computed from.</param>
    public static InequalityModel Of(IndicatorFacts facts, Catalog catalog, (string Group, AreaGroupKind By) choice, IReadOnlyList<Gap> gaps, GapInputs inputs)
    {
        var rows = MeasuresModel.RowsOf(gaps);
        var gini = rows.FirstOrDefault(row => row.Measure.Id == MeasureIds.Gini)?.Years.Where(gap => gap.Value is not null).ToList() ?? [];
        var lorenz = LorenzFigure.Of(inputs, gini, catalog.Areas, choice.Group);
        var years = (From: BaseYear, To: rows.FirstOrDefault(row => row.Measure.Id == "beta-convergence")?.Years.LastOrDefault(gap => gap.Value is not null)?.Year ?? 0);
        return new()
        {
            Finding = FindingOf(facts, catalog, choice.Group, gini),
            Words = WordsOf(gini, lorenz),
            Lorenz = lorenz,
            OverTime = InequalityLines.Of(rows),
            Decomposition = DecompositionOf(rows, choice.By),
            Convergence = years.To > years.From ? ConvergenceOf(facts, catalog.Areas, choice.Group, years) : null,
            ConvergenceYears = years,
            Families = MeasureFamilies.Of(rows.Where(IsOfInequality)),
        };
    }

    /// <summary>What the stack of between and within says.</summary>
    public string? DecompositionFinding => Decomposition is { Years: [.., var newest] } stack && stack.Parts.Sum(part => part.Values[newest]) is > 0 and var whole
        ? T("{0} of the inequality lies between the groups ({1})", Numbers.Share(stack.Parts[0].Values[newest] / whole), Numbers.Year(newest))
        : null;

    private static bool IsOfInequality(MeasuredRow row) => row.Measure.Scope == MeasureScope.Group
        && !row.Measure.Id.StartsWith("mean-", StringComparison.Ordinal) && !row.Measure.Id.StartsWith("median", StringComparison.Ordinal)
        && !row.Measure.Id.StartsWith("people-", StringComparison.Ordinal) && !row.Measure.Id.StartsWith("goal-", StringComparison.Ordinal);

    private static string FindingOf(IndicatorFacts facts, Catalog catalog, string group, List<Gap> gini)
    {
        if (gini.Count == 0)
        {
            return T("{0}, {1}: inequality is not published", T(facts.Indicator.Title), catalog.Areas.LocalName(group));
        }

        var (first, last) = (gini[0], gini[^1]);
        return first.Year == last.Year ? T("Gini index {0} in {1}", Text(last), Numbers.Year(last.Year))
            : last.Value < first.Value ? T("Inequality between economies fell: Gini {0} in {1}, {2} in {3}", Text(first), Numbers.Year(first.Year), Text(last), Numbers.Year(last.Year))
            : T("Inequality between economies rose: Gini {0} in {1}, {2} in {3}", Text(first), Numbers.Year(first.Year), Text(last), Numbers.Year(last.Year));
    }

    private static string WordsOf(List<Gap> gini, LorenzFigure? lorenz)
    {
        if (gini.Count == 0)
        {
            return T("An index is published for years in which two thirds of the group’s people live in economies with data.");
        }

        var last = gini[^1];
        var start = last.Coverage is { } coverage
            ? T("In {0} the Gini index was {1}, of {2}: 0 would be all equal, 1 everything in one place.", Numbers.Year(last.Year), Text(last), CoverageText.Of(coverage))
            : T("In {0} the Gini index was {1}: 0 would be all equal, 1 everything in one place.", Numbers.Year(last.Year), Text(last));
        return lorenz is null ? start : T("{0} {1}. Each economy counts with its people; what happens inside it is not seen here.", start, lorenz.Finding);
    }

    private static StackFigure? DecompositionOf(List<MeasuredRow> rows, AreaGroupKind by)
    {
        var suffix = by == AreaGroupKind.WorldBankRegion ? "-region" : "";
        var parts = new[] { ("theil-t-between" + suffix, T("between groups")), ("theil-t-within" + suffix, T("within groups")) }
            .Select(part => new StackPart(part.Item1, part.Item2, rows.FirstOrDefault(row => row.Measure.Id == part.Item1)?.Years.Where(gap => gap.Value is not null).ToDictionary(gap => gap.Year, gap => gap.Value!.Value) ?? [])).ToList();
        var years = parts[0].Values.Keys.Intersect(parts[1].Values.Keys).Order().ToList();
        return years.Count == 0 ? null : new()
        {
            Summary = T("Theil T between economies, year by year, in two parts: between groups and within them, {0}. The table below holds every value.", Numbers.Years(years[0], years[^1])),
            Parts = parts,
            Years = years,
            Text = value => Numbers.Exact(value, Decimals),
        };
    }

    private static ScatterFigure? ConvergenceOf(IndicatorFacts facts, AreaCatalog areas, string group, (int From, int To) years)
    {
        var variable = Variable.Of(facts, areas);
        var moved = areas.MembersOf(group).Select(code => (Code: code, Start: variable.At(code, years.From), End: variable.At(code, years.To))).Where(row => row is { Start: not null, End: not null })
            .Select(row => (row.Code, Start: row.Start!.Value, Pace: (row.End!.Value - row.Start!.Value) / (years.To - years.From))).ToList();
        if (moved.Count < 3)
        {
            return null;
        }

        var kinds = areas.GroupsOf(AreaGroupKind.IncomeGroup).Index().ToDictionary(income => income.Item.Code, income => income.Index, StringComparer.Ordinal);
        string Pace(double pace) => T("{0} a year", Numbers.Difference(facts.Indicator with { Decimals = facts.Indicator.Decimals + 1 }, pace));
        return new()
        {
            Summary = T("Where {0} started in {1}, and how far each moved a year until {2}.", N(moved.Count, "one economy", "{0} economies", Numbers.Count(moved.Count)), Numbers.Year(years.From), Numbers.Year(years.To)),
            Height = 460,
            TitleX = T("{0}, {1}, {2}", T(facts.Indicator.Title), T(facts.Indicator.UnitLabel), Numbers.Year(years.From)),
            RangeX = (Math.Min(0, moved.Min(row => row.Start)), facts.Indicator.Max ?? Ticks.RoundUp(moved.Max(row => row.Start))),
            RangeY = (Math.Min(0, moved.Min(row => row.Pace)) * 1.1, Ticks.RoundUp(Math.Max(moved.Max(row => row.Pace), 0))),
            MostPeople = 0,
            Goal = new(0, T("no change")),
            Bubbles = moved.ConvertAll(row => new Bubble(
                row.Code, areas.LocalName(row.Code), row.Start, row.Pace, null, areas.GroupOf(row.Code, AreaGroupKind.IncomeGroup) is { } income ? kinds[income.Code] : kinds.Count,
                T("{0}: {1}; since then {2}", Numbers.Year(years.From), variable.Text(row.Start), Pace(row.Pace)))),
        };
    }

    private static string Text(Gap gap) => Numbers.Exact(gap.Value!.Value, Decimals);
}
