using DivideMetrics.Documentation;
using DivideMetrics.Gaps;
using DivideMetrics.Jobs.Computing;
using DivideMetrics.Panels;
using DivideMetrics.Quality;
using DivideMetrics.Revisions;
using DivideMetrics.Storage.Observations;
using static DivideMetrics.Web.Languages.Text;

namespace DivideMetrics.Web.Methods;

/// <summary>How figures become those of an indicator, in the order in which it happens, each step by the comment of the code that takes it.</summary>
internal static class FigureSteps
{
    /// <summary>Who must be covered before anything is said of a group.</summary>
    public const string Coverage = "coverage";

    /// <summary>The steps.</summary>
    public static IReadOnlyList<Method> All { get; } =
    [
        new("vintages", [new(typeof(Vintage)), new(typeof(VintageDiff)), new(typeof(Tolerance))]),
        new("corrections", [new(typeof(Correction)), new(typeof(CorrectionGuard))]),
        new("quality-gate", [new(typeof(QualityGate)), new(typeof(QualityGate), nameof(QualityGate.Judge))]),
        new("precedence", [new(typeof(FigureResolver), nameof(FigureResolver.Resolve))]),
        new("quotients", [new(typeof(FigureRatio), nameof(FigureRatio.Of))]),
        new("breaks", [new(typeof(Breaks)), new(typeof(BreakTable), nameof(BreakTable.Comparable)), new(typeof(SourceJoins))]),
        new("weights", [new(typeof(WeightTable))]),
        new(Coverage, [MethodRegistry.GroupRule, new(typeof(GroupMean))]),
        new("licences", [new(typeof(IndicatorInputs), nameof(IndicatorInputs.KeptOutOfGroups))]),
        new("measures", [new(typeof(MeasureDefaults), nameof(MeasureDefaults.Of))]),
    ];

    /// <summary>Heading of a step.</summary>
    public static string TitleOf(string id) => id switch
    {
        "vintages" => T("Vintages: one retrieval of one source"),
        "corrections" => T("Corrections, with a guard"),
        "quality-gate" => T("The quality gate"),
        "precedence" => T("Precedence of sources"),
        "quotients" => T("Figures divided by others"),
        "breaks" => T("Breaks in series"),
        "weights" => T("Weights"),
        Coverage => T("The coverage rule of groups"),
        "licences" => T("Licences that are kept out of groups"),
        "measures" => T("Which measures an indicator has"),
        _ => throw new ArgumentException($"Expected the id of a step, found '{id}'.", nameof(id)),
    };
}
