using DivideMetrics.Web.Languages;

namespace DivideMetrics.Web.Reading;

/// <summary>A column of the table of a year.</summary>
public enum AreaYearKey
{
    /// <summary>Name.</summary>
    Name,

    /// <summary>Income group.</summary>
    Group,

    /// <summary>Value.</summary>
    Value,

    /// <summary>OBS_STATUS.</summary>
    Status,

    /// <summary>Gap.</summary>
    Gap,

    /// <summary>Years behind the world.</summary>
    Distance,

    /// <summary>Progress status.</summary>
    Progress,
}

/// <summary>Sorts the rows of a year.</summary>
public static class AreaYearSort
{
    /// <summary>By a column; rows without a value there stand last in both directions, equal ones by name.</summary>
    public static IReadOnlyList<AreaYear> By(IReadOnlyList<AreaYear> rows, AreaYearKey key, bool descending)
    {
        if (key == AreaYearKey.Name)
        {
            return [.. descending ? rows.OrderByDescending(NameOf, Names.Order) : rows.OrderBy(NameOf, Names.Order)];
        }

        IComparable? Of(AreaYear row) => key switch
        {
            AreaYearKey.Value => row.Value,
            AreaYearKey.Gap => row.Gap?.Value,
            AreaYearKey.Distance => row.TimeDistance?.Value ?? row.TimeDistance?.Lower,
            AreaYearKey.Group => row.IncomeGroup?.Code,
            AreaYearKey.Status => row.Figure is null ? null : (int)row.Figure.Status,
            AreaYearKey.Progress => ProgressStatus.All.TakeWhile(status => status != ProgressStatus.Of(row.Progress?.Category)).Count(),
            _ => null,
        };
        var known = rows.Where(row => Of(row) is not null);
        var sorted = descending ? known.OrderByDescending(Of) : known.OrderBy(Of);
        return [.. sorted.ThenBy(NameOf, Names.Order), .. rows.Where(row => Of(row) is null)];
    }

    private static string NameOf(AreaYear row) => Names.Of(row.Area);
}
