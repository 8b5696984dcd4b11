using DivideMetrics.Areas;
using DivideMetrics.Indicators;
using DivideMetrics.Web.Components.Charts;
using DivideMetrics.Web.Explore;
using DivideMetrics.Web.Languages;
using DivideMetrics.Web.Reading;

namespace DivideMetrics.Web.Compare;

/// <summary>An area of a comparison.</summary>
/// <param name="Code">REF_AREA or code of a group.</param>
/// <param name="Name">Its name.</param>
/// <param name="Index">Place in the order of choice, from 0.</param>
public sealed record ComparedArea(string Code, string Name, int Index)
{
    /// <summary>The letter that its dots and its column have, so that colour is never alone.</summary>
    public string Letter => ((char)('A' + Index)).ToString();
}

/// <summary>An indicator in a comparison.</summary>
/// <param name="Variable">The indicator's values for both sexes.</param>
/// <param name="Points">The newest value of each area in the order of choice; null where it has none.</param>
public sealed record CompareRow(Variable Variable, IReadOnlyList<VariablePoint?> Points)
{
    /// <summary>The indicator.</summary>
    public Indicator Indicator => Variable.Indicator;

    /// <summary>The values that there are.</summary>
    public IEnumerable<VariablePoint> Known => Points.OfType<VariablePoint>();

    /// <summary>The scale of its dots: the indicator's bounds where it has both.</summary>
    public BarScale Scale { get; } = BarScale.Of(Variable.Indicator, Points.OfType<VariablePoint>().Select(point => point.Value));

    /// <summary>True when several areas are compared, each has a value, and the indicator has a direction.</summary>
    public bool IsShared => Points.Count > 1 && Indicator.Direction != Direction.None && Points.All(point => point is not null);

    /// <summary>True when not all values are of one year.</summary>
    public bool YearsDiffer => Known.Select(point => point.Year).Distinct().Skip(1).Any();

    /// <summary>
    /// Places of the areas whose value is the best by the indicator's direction, as the table shows it (rounded); none when the row is not shared
    /// or when all stand level.
    /// </summary>
    public IReadOnlyList<int> Ahead
    {
        get
        {
            if (!IsShared)
            {
                return [];
            }

            var values = Known.Select(point => Math.Round(point.Value, Variable.Decimals)).ToList();
            var best = Indicator.Direction == Direction.Up ? values.Max() : values.Min();
            return values.TrueForAll(value => value == best) ? [] : [.. Enumerable.Range(0, values.Count).Where(index => values[index] == best)];
        }
    }

    /// <summary>How far the values lie apart as a share of the indicator's bounds; null where it lacks one of them or has fewer than two values.</summary>
    public double? Spread => Indicator is { Min: not null, Max: not null } && Known.Skip(1).Any()
        ? (Known.Max(point => point.Value) - Known.Min(point => point.Value)) / (Scale.To - Scale.From) : null;
}

/// <summary>Areas side by side. Made from rows.</summary>
/// <param name="Areas">The areas in the order of choice.</param>
/// <param name="Rows">One row an indicator of which at least one area has a value, in declared order.</param>
public sealed record CompareModel(IReadOnlyList<ComparedArea> Areas, IReadOnlyList<CompareRow> Rows)
{
    /// <summary>Builds the model.</summary>
    /// <param name="codes">Codes in the order of choice.</param>
    /// <param name="areas">The areas.</param>
    /// <param name="facts">The indicators in declared order.</param>
    public static CompareModel Of(IReadOnlyList<string> codes, AreaCatalog areas, IEnumerable<IndicatorFacts> facts) => new(
        codes.Select((code, index) => new ComparedArea(code, areas.LocalName(code), index)).ToList(),
        facts.Select(one => Variable.OfSome(one, areas, codes))
            .Select(variable => new CompareRow(variable, codes.Select(code => variable.SeriesOf(code) is [.., var newest] ? newest : null).ToList()))
            .Where(row => row.Known.Any()).ToList());

    /// <summary>The rows by community and dimension, in declared order.</summary>
    public IReadOnlyList<(string Community, string Dimension, IReadOnlyList<CompareRow> Rows)> ByDimension { get; } =
        [.. Rows.GroupBy(row => row.Indicator.Community, StringComparer.Ordinal).SelectMany(community => community
            .GroupBy(row => row.Indicator.Dimension, StringComparer.Ordinal)
            .Select(dimension => (community.Key, dimension.Key, (IReadOnlyList<CompareRow>)dimension.ToList())))];

    /// <summary>Every value that is shown, in the order of the table.</summary>
    public IReadOnlyList<ShownRow> Shown => ByDimension.SelectMany(dimension => dimension.Rows).SelectMany(row => row.Known.Select(point => new ShownRow(row.Variable, point))).ToList();

    /// <summary>In how many shared indicators an area is ahead.</summary>
    public int AheadOf(ComparedArea area) => Rows.Count(row => row.Ahead.Contains(area.Index));
}
