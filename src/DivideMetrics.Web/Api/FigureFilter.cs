using DivideMetrics.Areas;
using DivideMetrics.Gaps;
using DivideMetrics.Observations;
using DivideMetrics.Web.Reading;
using Microsoft.AspNetCore.Mvc;

namespace DivideMetrics.Web.Api;

/// <summary>Which rows a caller wants: the query parameters <c>time</c>, <c>country</c>, <c>sex</c> and <c>region</c>, read and checked.</summary>
/// <param name="Time">Years; null: all.</param>
/// <param name="Areas">Areas and groups; null: all.</param>
/// <param name="Sex">Sex; null: all.</param>
/// <param name="Members">Only these areas, the members of a group; null: all.</param>
internal sealed record FigureFilter(TimeWindow? Time = null, IReadOnlyList<string>? Areas = null, Sex? Sex = null, IReadOnlySet<string>? Members = null)
{
    /// <summary>True when some rows may be left out.</summary>
    public bool Narrows => this != new FigureFilter();

    /// <summary>Reads the parameters as written; the first problem ends it.</summary>
    public static Parsed<FigureFilter> Parse(FigureQuery query, AreaCatalog areas)
    {
        var time = QueryReading.Time(query.Time);
        var countries = QueryReading.Areas(query.Country, areas);
        var sex = QueryReading.OfSex(query.Sex);
        var region = QueryReading.Group(query.Region, areas);
        return (time.Problem ?? countries.Problem ?? sex.Problem ?? region.Problem) is { } problem
            ? new(null, problem)
            : new(new(time.Value, countries.Value, sex.Value, MembersOf(region.Value, areas)), null);
    }

    /// <summary>The figures that are wanted, in their order.</summary>
    public IEnumerable<Figure> Of(IEnumerable<Figure> figures) => InTime(
        figures.Where(figure => IsWanted(figure.Area, figure.Sex)).ToList(), figure => figure.Year);

    /// <summary>The measures that are wanted, in their order; the newest year is that of each measure of each indicator.</summary>
    public IEnumerable<Gap> Of(IEnumerable<Gap> gaps) =>
        gaps.Where(gap => IsWanted(gap.Subject, gap.Sex)).GroupBy(gap => (gap.Indicator, gap.Measure)).SelectMany(measure => InTime(measure.ToList(), gap => gap.Year));

    private bool IsWanted(string area, Sex sex) =>
        (Areas is null || Areas.Contains(area)) && (Sex is null || Sex == sex) && (Members is null || Members.Contains(area));

    private static HashSet<string>? MembersOf(string? group, AreaCatalog areas) =>
        group is null ? null : areas.MembersOf(group).ToHashSet(StringComparer.Ordinal);

    private IEnumerable<T> InTime<T>(List<T> rows, Func<T, int> year)
    {
        if (Time is null || rows.Count == 0)
        {
            return rows;
        }

        var (from, to) = Years(Time.Value, rows.Min(year), rows.Max(year));
        return rows.Where(row => year(row) >= from && year(row) <= to);
    }

    /// <summary>The years asked for: open ends are those of the chosen rows, a written year stays itself even where there are none.</summary>
    private static (int From, int To) Years(TimeWindow window, int first, int last)
    {
        var (from, to) = (Bound(window.From), Bound(window.To));
        return from <= to ? (from, to) : (to, from);

        int Bound(int bound) => bound switch
        {
            TimeWindow.Earliest => first,
            TimeWindow.Latest => last,
            _ => bound,
        };
    }
}

/// <summary>The parameters that choose a state of the figures, as they were written; <see cref="CurrentFigures"/> reads them.</summary>
internal record AskedState
{
    /// <summary>Figures as released until this day, by release date.</summary>
    [FromQuery(Name = StateQuery.AsOf)]
    public string? AsOf { get; init; }

    /// <summary>Figures as this site showed them at the end of this day (UTC).</summary>
    [FromQuery(Name = StateQuery.Seen)]
    public string? Seen { get; init; }
}

/// <summary>The parameters as they were written.</summary>
internal sealed record FigureQuery : AskedState
{
    /// <summary>Years: <c>2020</c>, <c>2000..2020</c>, <c>earliest</c>, <c>latest</c>.</summary>
    [FromQuery(Name = "time")]
    public string? Time { get; init; }

    /// <summary>Codes or names joined by <c>~</c>.</summary>
    [FromQuery(Name = "country")]
    public string? Country { get; init; }

    /// <summary><c>_T</c>, <c>F</c> or <c>M</c>.</summary>
    [FromQuery(Name = "sex")]
    public string? Sex { get; init; }

    /// <summary>Code or name of a group: only its members in the latest classification.</summary>
    [FromQuery(Name = "region")]
    public string? Region { get; init; }
}
