using DivideMetrics.Statistics;

namespace DivideMetrics.Gaps;

/// <summary>A corner of the Lorenz curve of a group: an economy with all that stand below it.</summary>
/// <param name="Area">The economy whose people were added last; null at the start.</param>
/// <param name="Population">Share (0–1) of the population, from the lowest value up.</param>
/// <param name="Amount">Share (0–1) of what is measured (of a percentage: of the people who have it) that they hold.</param>
public sealed record LorenzCorner(string? Area, double Population, double Amount);

/// <summary>The Lorenz curve of a group in a year, from the same members and weights as its Gini index.</summary>
/// <param name="Corners">From (0, 0) to (1, 1); empty when there is no curve.</param>
/// <param name="Reason">Why there is none; null when there is one.</param>
public sealed record LorenzOfGroup(IReadOnlyList<LorenzCorner> Corners, string? Reason)
{
    /// <summary>Share (0–1) of what is measured that the lowest part of the population holds, linear between the corners; of a curve that there is.</summary>
    /// <param name="population">The part, from 0 to 1.</param>
    public double AmountAt(double population) =>
        LorenzCurve.At([.. Corners.Select(corner => new LorenzPoint(corner.Population, corner.Amount))], population);

    /// <summary>Draws the curve.</summary>
    /// <param name="inputs">The indicator with its figures and weights.</param>
    /// <param name="group">Code of a group.</param>
    /// <param name="year">Year.</param>
    /// <returns>No curve where the group's mean is not published, the mean is 0 or a value is negative.</returns>
    public static LorenzOfGroup At(GapInputs inputs, string group, int year)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        var members = new GapContext(inputs).GroupYears.At(group, year);
        if (members.Mean.Mean is { Value: null } mean)
        {
            return new([], mean.Reason);
        }

        var points = LorenzCurve.Points(members.Values, members.Weights, out var reason);
        var areas = members.Areas.Where((_, index) => members.Weights[index] > 0).ToList();
        return new([.. points.Index().Select(point => new LorenzCorner(point.Index == 0 ? null : areas[point.Index - 1], point.Item.Population, point.Item.Amount))], reason);
    }
}
