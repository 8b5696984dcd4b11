using DivideMetrics.Areas;
using DivideMetrics.Web.Components.Charts;
using DivideMetrics.Web.Languages;
using DivideMetrics.Web.Reading;
using static DivideMetrics.Web.Languages.Text;

namespace DivideMetrics.Web.Explore;

/// <summary>An area that a view may show.</summary>
/// <param name="Code">REF_AREA or code of a group.</param>
/// <param name="Name">Its name.</param>
/// <param name="IsCounted">False for territories, which are shown where they have values and not missed where they have none.</param>
internal sealed record ScopeRow(string Code, string Name, bool IsCounted);

/// <summary>Of whom and when a view speaks.</summary>
internal sealed class ExploreScope(ExploreData data)
{
    private const int FewLines = 6;

    /// <summary>The areas.</summary>
    public AreaCatalog Areas => data.Catalog.Areas;

    /// <summary>The economies that are looked at, and territories that have values; groups for a measure that only groups have. By name.</summary>
    public IReadOnlyList<ScopeRow> Rows { get; } = RowsOf(data);

    /// <summary>Of whom it speaks, in words.</summary>
    public string Whom => data.State switch
    {
        { Areas: { } chosen } => chosen.Count > 3 ? T("{0} chosen areas", Numbers.Count(chosen.Count)) : Listed(chosen.Select(NameOf)),
        { Group: { } group } => NameOf(group),
        _ => T("all economies"),
    };

    /// <summary>Years with values, in order.</summary>
    public IReadOnlyList<int> Years { get; } = data.Main.YearsOf(data.Catalog.Areas);

    /// <summary>The year of a view of one year; null without values. A year without values shows the nearest before it.</summary>
    public int? Year => Years.Count == 0 ? null
        : Years.LastOrDefault(year => year <= Wanted) is var found and not 0 ? found : Years[0];

    /// <summary>First and last year of a view over time; null without values.</summary>
    public (int From, int To)? Span => Years.Count == 0 ? null : (data.State.Time is { IsPoint: false } time ? time : TimeWindow.All).Within(Years[0], Years[^1]);

    private int Wanted => data.State.Time is { } time ? time.Within(Years[0], Years[^1]).To : data.Main.BroadYear(Areas) ?? Years[^1];

    /// <summary>Name of an area or group.</summary>
    public string NameOf(string code) => Areas.LocalName(code);

    /// <summary>Codes for lines: the chosen ones; else the members of a group, the income groups and the world, or those with most people.</summary>
    /// <param name="most">No more than so many where nothing was chosen.</param>
    public IReadOnlyList<string> LineCodes(int most = FewLines)
    {
        if (data.State.Areas is { } chosen)
        {
            return chosen;
        }

        var groups = GroupLines.Default(Areas).Where(code => data.Main.SeriesOf(code).Count > 0).ToList();
        return data.State.Group is null && groups.Count > 0 && most == FewLines ? groups : MostPopulous(most);
    }

    /// <summary>Codes of those with values that have most people, in that order.</summary>
    public IReadOnlyList<string> MostPopulous(int most) => Rows.Where(row => data.Main.SeriesOf(row.Code).Count > 0)
        .OrderByDescending(row => PeopleOf(row.Code) ?? 0).ThenBy(row => row.Code, StringComparer.Ordinal).Take(most).Select(row => row.Code).ToList();

    /// <summary>Newest known population of an economy.</summary>
    public double? PeopleOf(string code) => data.People?.SeriesOf(code) is [.., var newest] ? newest.Value : null;

    /// <summary>The group of an economy, of the kind by which a view groups; null when it is in none.</summary>
    public AreaGroup? GroupOf(string code) => Areas.GroupOf(code, data.State.By);

    /// <summary>The groups by which a view groups, in declared order.</summary>
    public IReadOnlyList<AreaGroup> Groups => Areas.GroupsOf(data.State.By).ToList();

    /// <summary>Rows in the order that the state asks for.</summary>
    /// <param name="rows">Rows by name.</param>
    /// <param name="value">By what they are ordered otherwise.</param>
    public IReadOnlyList<TRow> Ordered<TRow>(IEnumerable<TRow> rows, Func<TRow, double> value) => data.State.Order switch
    {
        RowOrder.Most => rows.OrderByDescending(value).ToList(),
        RowOrder.Least => rows.OrderBy(value).ToList(),
        _ => rows.ToList(),
    };

    /// <summary>The seven classes of the values of all economies in all years.</summary>
    public LevelScale ScaleOf() => LevelScale.Of(
        data.Main, data.Main.Codes.Where(code => Areas.Find(code) is { Kind: not AreaKind.Aggregate }).SelectMany(data.Main.SeriesOf).Select(point => point.Value).ToList());

    /// <summary>The goal as a line; null for measures and where none is declared.</summary>
    public GoalLine? Goal => GoalLine.Of(data.Main.Indicator, data.Main.Goal);

    private static IReadOnlyList<ScopeRow> RowsOf(ExploreData data)
    {
        var areas = data.Catalog.Areas;
        if (data.Main.IsOfGroups)
        {
            return areas.Groups.Where(group => data.Main.SeriesOf(group.Code).Count > 0 && (data.State.Areas?.Contains(group.Code) ?? true)).Select(group => new ScopeRow(group.Code, Names.Of(group), true)).ToList();
        }

        var members = data.State.Group is { } code ? areas.MembersOf(code).ToHashSet(StringComparer.Ordinal) : null;
        return areas.All.Where(area => data.State is { Areas: { } chosen, Tab: not ExploreTab.Map } ? chosen.Contains(area.Code)
                : members?.Contains(area.Code) ?? (area.Kind == AreaKind.Economy || (area.Kind == AreaKind.Territory && data.Main.SeriesOf(area.Code).Count > 0)))
            .Select(area => new ScopeRow(area.Code, Names.Of(area), area.Kind == AreaKind.Economy)).OrderBy(row => row.Name, Names.Order).ToList();
    }
}
