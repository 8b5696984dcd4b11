using DivideMetrics.Areas;
using DivideMetrics.Web.Components.Charts;
using DivideMetrics.Web.Components.Charts.Plots;
using DivideMetrics.Web.Explore;
using DivideMetrics.Web.Languages;
using DivideMetrics.Web.Reading;
using static DivideMetrics.Web.Languages.Text;

namespace DivideMetrics.Web.Divides;

/// <summary>One kind of divide with its indicators, and what it says in words. Made from rows.</summary>
/// <param name="Kind">The kind, one of <see cref="DivideKinds.All"/>.</param>
/// <param name="Rows">Indicators with both sides, in declared order; empty where the evidence has a gap.</param>
/// <param name="Declared">How many indicators are declared with these two sides.</param>
/// <param name="Areas">Names of economies.</param>
public sealed record DivideSection(string Kind, IReadOnlyList<DivideRow> Rows, int Declared, AreaCatalog Areas)
{
    /// <summary>The indicator that most economies report, of those of which more or less is better where there are some; null without rows.</summary>
    public DivideRow? Lead => Rows.OrderByDescending(row => row.Behind is not null).ThenByDescending(row => row.Pairs.Count).FirstOrDefault();

    /// <summary>Name of the first side.</summary>
    public string First => DivideKinds.First(Kind);

    /// <summary>Name of the second side.</summary>
    public string Second => DivideKinds.Second(Kind);

    /// <summary>Why there is nothing to show.</summary>
    public string Reason => Declared == 0
        ? T("none of the indicators here is published with these two sides")
        : N(Declared, "one indicator is declared with these two sides, and no economy here has a figure of both", "{0} indicators are declared with these two sides, and no economy here has figures of both", Numbers.Count(Declared));

    /// <summary>What it finds: its title.</summary>
    public string Finding => Lead is not { } lead ? T("No data: {0}", Reason)
        : lead.Behind is { } behind ? T("{0} are behind {1} in {2} of {3}: {4}", Findings.Capital(First), Second, Numbers.Count(behind), Economies(lead), T(lead.Indicator.Title))
        : T("{0} and {1} compared in {2}: {3}", Findings.Capital(First), Second, Economies(lead), T(lead.Indicator.Title));

    /// <summary>The section in a few plain sentences; every number follows from <see cref="Rows"/>.</summary>
    public string Words => Lead is not { } lead ? Finding : string.Join(' ', new[] { Middle(lead), Extreme(lead), AtParity(lead), Others() }.OfType<string>());

    /// <summary>The rows that can share an axis: those in the unit that most of them have.</summary>
    public IReadOnlyList<DivideRow> Drawn => Rows.GroupBy(row => row.Indicator.UnitShort).MaxBy(unit => unit.Count())?.ToList() ?? [];

    /// <summary>The drawing; null without rows.</summary>
    public DumbbellFigure? Figure => Drawn is not [var one, ..] drawn ? null : new()
    {
        Summary = Words,
        Height = NamedRows.HeightOf(drawn.Count),
        NarrowHeight = NamedRows.HeightOf(drawn.Count),
        First = First,
        Second = Second,
        Text = one.Sides.First.Text,
        Rows = drawn.Select(row => new DumbbellRow(row.Indicator.Id, T(row.Indicator.Title), row.First, row.Second, row.Years.To)).ToList(),
    };

    /// <summary>What the colours stand for.</summary>
    public IReadOnlyList<LegendEntry> Legend => DumbbellFigure.LegendOf(First, Second);

    /// <summary>How many economies have both sides, and of which years.</summary>
    public string Coverage => T("{0} with both sides of an indicator or more; years {1}", N(Everywhere, "one economy", "{0} economies", Numbers.Count(Everywhere)),
        Numbers.Years(Rows.Min(row => row.Years.From), Rows.Max(row => row.Years.To)));

    private int Everywhere => Rows.SelectMany(row => row.Pairs).Select(pair => pair.Area).Distinct(StringComparer.Ordinal).Count();

    private static string Economies(DivideRow row) => N(row.Pairs.Count, "one economy", "{0} economies", Numbers.Count(row.Pairs.Count));

    private string Middle(DivideRow row) => T("{0}: in the middle economy {1} stand at {2} and {3} at {4}.",
        T(row.Indicator.Title), First, row.Sides.First.Text(row.First), Second, row.Sides.Second.Text(row.Second));

    private string Extreme(DivideRow row) => T("The widest gap is in {0}: {1} against {2} ({3}).",
        Areas.LocalName(row.Widest.Area), row.Sides.First.Text(row.Widest.First.Point.Value), row.Sides.Second.Text(row.Widest.Second.Point.Value), Numbers.Year(row.Widest.Year));

    private static string? AtParity(DivideRow row) => row.Classed == 0 ? null
        : T("At parity, a ratio from 0.98 to 1.02: {0} of {1}.", Numbers.Count(row.AtParity), N(row.Classed, "one economy", "{0} economies", Numbers.Count(row.Classed)));

    private string? Others()
    {
        var judged = Rows.Where(row => row.Behind is not null).ToList();
        var most = judged.Count(row => row.Behind * 2 > row.Pairs.Count);
        return judged.Count < 2 ? null : T("In {0} of {1} indicators {2} are behind in more than half of the economies.", Numbers.Count(most), Numbers.Count(judged.Count), First);
    }
}
