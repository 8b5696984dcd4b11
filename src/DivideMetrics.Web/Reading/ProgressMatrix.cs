using DivideMetrics.Areas;
using DivideMetrics.Gaps;
using DivideMetrics.Seeds;
using DivideMetrics.Web.Languages;

namespace DivideMetrics.Web.Reading;

/// <summary>How often each class of a rule occurs. What has no figures at all is counted with what cannot be assessed.</summary>
/// <param name="Statuses">The classes, best first; the last is for what cannot be assessed.</param>
/// <param name="Counts">One for each class.</param>
public sealed record ProgressTally(IReadOnlyList<ProgressStatus> Statuses, IReadOnlyList<int> Counts)
{
    /// <summary>All.</summary>
    public int Total => Counts.Sum();

    /// <summary>Those that could be assessed.</summary>
    public int Assessed => Total - Counts[^1];

    /// <summary>How many are of a class; 0 for one that the rule does not have.</summary>
    public int Of(string category) => Statuses.Index().Where(status => status.Item.Category == category).Sum(status => Counts[status.Index]);

    /// <summary>Counts judgements.</summary>
    public static ProgressTally Of(ProgressRule rule, IEnumerable<Gap?> cells)
    {
        var counts = new int[rule.Statuses.Count];
        foreach (var cell in cells)
        {
            counts[PlaceOf(rule, cell)]++;
        }

        return new(rule.Statuses, counts);
    }

    /// <summary>The class of a judgement, by its place among those of the rule.</summary>
    public static int PlaceOf(ProgressRule rule, Gap? cell)
    {
        for (var place = 0; place < rule.Statuses.Count; place++)
        {
            if (rule.Statuses[place].Category == cell?.Category)
            {
                return place;
            }
        }

        return rule.Statuses.Count - 1;
    }
}

/// <summary>An economy, or a group that has statuses, in the matrix.</summary>
/// <param name="Code">Its code.</param>
/// <param name="Name">Its name.</param>
/// <param name="Cells">A judgement for each column; null where there are no figures.</param>
/// <param name="Tally">Their classes.</param>
public sealed record ProgressRow(string Code, string Name, IReadOnlyList<Gap?> Cells, ProgressTally Tally);

/// <summary>A column of the matrix with what the economies of all its rows add up to.</summary>
/// <param name="Column">The indicator.</param>
/// <param name="Tally">Classes of the economies that the region holds, whatever status is chosen.</param>
/// <param name="World">The judgement of the provider's world row; null where it gives none.</param>
public sealed record ProgressTotal(ProgressColumn Column, ProgressTally Tally, Gap? World);

/// <summary>Areas by indicators, by status. Made from rows; no number of it stands in code.</summary>
public sealed record ProgressMatrix
{
    /// <summary>What was chosen.</summary>
    public required ProgressState State { get; init; }

    /// <summary>The columns with their totals, in the order of the framework.</summary>
    public required IReadOnlyList<ProgressTotal> Columns { get; init; }

    /// <summary>The groups that have a status of their own, the world first.</summary>
    public required IReadOnlyList<ProgressRow> Groups { get; init; }

    /// <summary>The economies of the region, by name.</summary>
    public required IReadOnlyList<ProgressRow> Economies { get; init; }

    /// <summary>Those of them that are shown: with at least one cell of the chosen status.</summary>
    public required IReadOnlyList<ProgressRow> Rows { get; init; }

    /// <summary>The rule that judges.</summary>
    public ProgressRule Rule => State.JudgedBy;

    /// <summary>Every cell of every economy of the region whose column has a goal.</summary>
    public ProgressTally Goals => TallyOf(column => column.HasGoal);

    /// <summary>The cells whose column has none and is judged by growth.</summary>
    public ProgressTally Growth => TallyOf(column => !column.HasGoal);

    /// <summary>Every judgement that is shown: of groups, then of economies, row by row.</summary>
    public IEnumerable<Gap> Shown => Groups.Concat(Rows).SelectMany(row => row.Cells).OfType<Gap>();

    /// <summary>The paces of the world, indicator by indicator.</summary>
    public IEnumerable<Gap> Paces => Columns.Select(total => total.Column.Pace).SelectMany(pace => new[] { pace.Observed, pace.Required, pace.Ratio }).OfType<Gap>();

    /// <summary>Builds the matrix.</summary>
    /// <param name="columns">The columns of the chosen rule.</param>
    /// <param name="state">What was chosen.</param>
    /// <param name="catalog">The declarations.</param>
    public static ProgressMatrix Of(IReadOnlyList<ProgressColumn> columns, ProgressState state, Catalog catalog)
    {
        var shown = columns.Where(column => state.Community is null || column.Indicator.Community == state.Community).ToList();
        var economies = EconomiesOf(state.Group, catalog.Areas).Select(area => RowOf(area.Code, Names.Of(area), shown, state.JudgedBy)).ToList();
        var place = state.Status is null ? -1 : state.JudgedBy.Statuses.TakeWhile(status => status.Category != state.Status).Count();
        return new()
        {
            State = state,
            Columns = shown.Select((column, at) => new ProgressTotal(
                column, ProgressTally.Of(state.JudgedBy, economies.Select(row => row.Cells[at])), column.Judged.GetValueOrDefault(IndicatorFacts.World))).ToList(),
            Groups = catalog.Areas.Groups.Where(group => shown.Any(column => column.Judged.ContainsKey(group.Code)))
                .OrderBy(group => group.Kind != AreaGroupKind.World)
                .Select(group => RowOf(group.Code, Names.Of(group), shown, state.JudgedBy)).ToList(),
            Economies = economies,
            Rows = place < 0 ? economies : economies.Where(row => Has(row, place, state.JudgedBy)).ToList(),
        };
    }

    private static IEnumerable<Area> EconomiesOf(string? group, AreaCatalog areas)
    {
        var members = group is null ? null : areas.MembersOf(group).ToHashSet(StringComparer.Ordinal);
        return areas.Economies.Where(area => members?.Contains(area.Code) ?? true).OrderBy(Names.Of, Names.Order);
    }

    private static ProgressRow RowOf(string code, string name, List<ProgressColumn> columns, ProgressRule rule)
    {
        var cells = columns.ConvertAll(column => column.Judged.GetValueOrDefault(code));
        return new(code, name, cells, ProgressTally.Of(rule, cells));
    }

    // What is not assessable was tried: a blank is no cell of that class.
    private static bool Has(ProgressRow row, int place, ProgressRule rule) => row.Cells.Any(cell => cell is not null && ProgressTally.PlaceOf(rule, cell) == place);

    private ProgressTally TallyOf(Func<ProgressColumn, bool> counts)
    {
        var tallies = Columns.Where(total => counts(total.Column)).Select(total => total.Tally).ToList();
        return new(Rule.Statuses, Enumerable.Range(0, Rule.Statuses.Count).Select(place => tallies.Sum(tally => tally.Counts[place])).ToList());
    }
}
