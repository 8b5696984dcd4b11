using DivideMetrics.Areas;
using DivideMetrics.Gaps;
using DivideMetrics.Web.Languages;
using DivideMetrics.Web.Reading;
using static DivideMetrics.Web.Languages.Text;

namespace DivideMetrics.Web.Components.Charts;

/// <summary>A Lorenz curve, drawn by the server: the line of equality, the curve, and the area between them.</summary>
/// <param name="Group">Name of the group.</param>
/// <param name="Year">Year.</param>
/// <param name="Curve">The curve.</param>
/// <param name="Gini">Twice the area between curve and diagonal.</param>
public sealed record LorenzFigure(string Group, int Year, LorenzOfGroup Curve, double Gini)
{
    private static readonly double[] Parts = [0.2, 0.4, 0.5, 0.6, 0.8, 0.9];

    /// <summary>The curve of the newest year whose Gini index is published; null without one.</summary>
    public static LorenzFigure? Of(GapInputs inputs, IEnumerable<Gap> gini, AreaCatalog areas, string group) =>
        gini.LastOrDefault(gap => gap.Value is not null) is { } newest && LorenzOfGroup.At(inputs, group, newest.Year) is { Corners.Count: > 1 } curve
            ? new(areas.LocalName(group), newest.Year, curve, newest.Value!.Value)
            : null;

    /// <summary>Share that the lowest part of the population holds, at round parts.</summary>
    public IEnumerable<(double Population, double Amount)> Table() => Parts.Select(part => (part, Curve.AmountAt(part)));

    /// <summary>What the curve says, in one sentence.</summary>
    public string Finding => T("The half of the people in the economies with the least hold {0}", Numbers.Share(Curve.AmountAt(0.5)));
}
