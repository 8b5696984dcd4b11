using DivideMetrics.Areas;
using DivideMetrics.Gaps;
using DivideMetrics.Observations;
using DivideMetrics.Web.Reading;
using Microsoft.AspNetCore.Mvc;

namespace DivideMetrics.Web.Api;

/// <summary>Which rows a caller wants: the query parameters <c>time</c>, <c>country</c> and <c>sex</c>, read and checked.</summary>
/// <param name="Time">Years.</param>
/// <param name="Areas">Areas; empty: all.</param>
/// <param name="Sexes">Sexes; empty: all.</param>
internal sealed record FigureFilter(QueryTime Time, IReadOnlyList<string> Areas, IReadOnlyList<Sex> Sexes)
{
    /// <summary>True when some rows may be left out.</summary>
    public bool Narrows => Time != QueryTime.All || Areas.Count > 0 || Sexes.Count > 0;

    /// <summary>Reads the parameters as written; the first problem ends it.</summary>
    public static Parsed<FigureFilter> Parse(FigureQuery query, AreaCatalog areas, bool groups = false)
    {
        var time = QueryTime.Parse(query.Time);
        var countries = QueryAreas.Parse(query.Country, areas, groups);
        var sexes = QuerySex.Parse(query.Sex);
        return (time.Problem ?? countries.Problem ?? sexes.Problem) is { } problem
            ? problem
            : new FigureFilter(time.Value, countries.Value, sexes.Value);
    }

    /// <summary>The figures that are wanted, in their order.</summary>
    public IEnumerable<Figure> Of(IReadOnlyList<Figure> figures) =>
        Of(figures, figure => figure.Year, figure => figure.Area, figure => figure.Sex);

    /// <summary>The measures that are wanted, in their order.</summary>
    public IEnumerable<Gap> Of(IReadOnlyList<Gap> gaps) => Of(gaps, gap => gap.Year, gap => gap.Subject, gap => gap.Sex);

    private IEnumerable<T> Of<T>(IReadOnlyList<T> rows, Func<T, int> year, Func<T, string> area, Func<T, Sex> sex)
    {
        if (rows.Count == 0 || Time.Within(rows.Min(year), rows.Max(year)) is not { } span)
        {
            return [];
        }

        return rows.Where(row =>
            year(row) >= span.First && year(row) <= span.Last
            && (Areas.Count == 0 || Areas.Contains(area(row)))
            && (Sexes.Count == 0 || Sexes.Contains(sex(row))));
    }
}

/// <summary>The parameters as they were written.</summary>
internal sealed record FigureQuery
{
    /// <summary>Years: <c>2020</c>, <c>2000..2020</c>, <c>earliest</c>, <c>latest</c>.</summary>
    [FromQuery(Name = QueryTime.Parameter)]
    public string? Time { get; init; }

    /// <summary>Codes or names joined by <c>~</c>.</summary>
    [FromQuery(Name = QueryAreas.Parameter)]
    public string? Country { get; init; }

    /// <summary><c>_T</c>, <c>F</c>, <c>M</c> joined by <c>~</c>.</summary>
    [FromQuery(Name = QuerySex.Parameter)]
    public string? Sex { get; init; }
}
