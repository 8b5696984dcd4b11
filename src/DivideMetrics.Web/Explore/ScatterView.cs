using DivideMetrics.Web.Components.Charts;
using DivideMetrics.Web.Components.Charts.Plots;
using DivideMetrics.Web.Reading;
using static DivideMetrics.Web.Languages.Text;

namespace DivideMetrics.Web.Explore;

/// <summary>One variable against another in one year: bubbles as large as the people, coloured by group.</summary>
internal static class ScatterView
{
    private const int Tolerance = 3;
    private const int Named = 8;

    /// <summary>From so many times the least to the greatest value on, the axis has equal factors.</summary>
    private const double WideRange = 50;

    public static ExploreChart Of(ExploreData data, ExploreScope scope)
    {
        if (data.X is not { } across || data.Main.IsOfGroups)
        {
            return ExploreChart.Nothing(T("No data: there is nothing to draw it against"), data.Main.Title);
        }

        var year = scope.Year!.Value;
        var all = scope.Rows.Select(row => (row.Code, row.Name, X: across.Near(row.Code, year, Tolerance), Y: data.Main.At(row.Code, year))).Where(pair => pair is { X: not null, Y: not null }).ToList();

        // An axis of equal factors has no place for zero and what lies below.
        var (logX, logY) = (data.State.LogX ?? Suits(across, scope), data.State.LogY);
        var pairs = all.Where(pair => (!logX || pair.X!.Value > 0) && (!logY || pair.Y!.Value > 0)).ToList();
        var ranges = (X: RangeOf(across, scope, logX), Y: RangeOf(data.Main, scope, logY));
        if (pairs.Count < 2 || ranges.X is null || ranges.Y is null)
        {
            return ExploreChart.Nothing(T("No data: fewer than two economies have both values in {0}", Numbers.Year(year)), data.Main.Title) with { Years = scope.Years, Year = year };
        }

        var rank = RankCorrelation.Of(pairs.Select(pair => pair.X!.Value).ToList(), pairs.Select(pair => pair.Y!.Value).ToList());
        var words = T("{0} against {1}, {2}, {3}: {4}. Rank correlation {5}, between −1 and 1. It says how the two go together, not why.", data.Main.Title, across.Title, Numbers.Year(year), scope.Whom,
            N(pairs.Count, "one economy", "{0} economies", Numbers.Count(pairs.Count)), Numbers.Exact(rank, 2));
        return new()
        {
            Finding = FindingOf(data, across, rank),
            Subtitle = T("{0}, {1}, {2}, against {3}, {4}: same year, else at most three years older. Area of a bubble: people.", data.Main.Title, data.Main.UnitLabel, Numbers.Year(year), across.Title, across.UnitLabel),
            Words = words,
            Figure = FigureOf(data, scope, pairs!, (across, ranges.X.Value, ranges.Y.Value), words),
            Legend = LegendEntry.Of(scope.Groups),
            Rows = pairs.SelectMany(pair => new ShownRow[] { new(data.Main, pair.Y!), new(across, pair.X!) }).ToList(),
            Years = scope.Years,
            Year = year,
            Note = all.Count == pairs.Count ? null
                : N(all.Count - pairs.Count, "One economy is left out: a logarithmic axis has no place for zero and what lies below.", "{0} economies are left out: a logarithmic axis has no place for zero and what lies below.", Numbers.Count(all.Count - pairs.Count)),
        };
    }

    private static ScatterFigure FigureOf(
        ExploreData data, ExploreScope scope, List<(string Code, string Name, VariablePoint X, VariablePoint Y)> pairs, (Variable Across, (double, double) X, (double, double) Y) axes, string words)
    {
        var groups = scope.Groups.Index().ToDictionary(group => group.Item.Code, group => group.Index, StringComparer.Ordinal);
        var named = data.State.Areas is null ? pairs.OrderByDescending(pair => scope.PeopleOf(pair.Code) ?? 0).Take(Named).Select(pair => pair.Code).ToHashSet(StringComparer.Ordinal) : null;
        return new()
        {
            Summary = words,
            Height = 560,
            TitleX = T("{0}, {1}", axes.Across.Title, axes.Across.UnitLabel),
            ShortTitleX = axes.Across.Title,
            RangeX = axes.X,
            RangeY = axes.Y,
            LogX = data.State.LogX ?? Suits(axes.Across, scope),
            LogY = data.State.LogY,
            Goal = data.State.LogY ? null : scope.Goal,
            MostPeople = scope.Rows.Select(row => scope.PeopleOf(row.Code) ?? 0).DefaultIfEmpty(0).Max(),
            Bubbles = pairs.ConvertAll(pair => new Bubble(
                pair.Code, pair.Name, pair.X.Value, pair.Y.Value, scope.PeopleOf(pair.Code), scope.GroupOf(pair.Code) is { } group ? groups[group.Code] : groups.Count,
                T("{0}: {1}; {2}, {3}: {4}", Numbers.Year(pair.Y.Year), data.Main.Text(pair.Y.Value), axes.Across.Title, Numbers.Year(pair.X.Year), axes.Across.Text(pair.X.Value)))
            { Named = named?.Contains(pair.Code) ?? true }),
        };
    }

    private static string FindingOf(ExploreData data, Variable across, double rank) => Math.Abs(rank) < 0.3
        ? T("{0} and {1} hardly go together", data.Main.Title, across.Title)
        : rank > 0 ? T("Where {0} is higher, {1} tends to be higher", across.Title, data.Main.Title)
        : T("Where {0} is higher, {1} tends to be lower", across.Title, data.Main.Title);

    private static bool Suits(Variable variable, ExploreScope scope) =>
        scope.Rows.SelectMany(row => variable.SeriesOf(row.Code)).Select(point => point.Value).Where(value => value > 0).Order().ToList() is { Count: > 2 } values
        && values[^1] > WideRange * values[0] && variable.Max is null;

    // The same in every year, so that bubbles move and the axes do not.
    private static (double From, double To)? RangeOf(Variable variable, ExploreScope scope, bool log)
    {
        if (!log && variable is { Min: { } least, Max: { } most })
        {
            return (least, most);
        }

        var values = scope.Rows.SelectMany(row => variable.SeriesOf(row.Code)).Select(point => point.Value).Where(value => !log || value > 0).ToList();
        return values.Count == 0 ? null : log ? (values.Min() * 0.8, values.Max() * 1.25) : (Math.Min(0, values.Min()), Ticks.RoundUp(values.Max()));
    }
}
