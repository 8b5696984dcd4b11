using System.Numerics;
using System.Reflection;
using DivideMetrics.Gaps;
using DivideMetrics.Seeds;
using DivideMetrics.Sources;
using DivideMetrics.Web.Methods;
using DivideMetrics.Web.Reading;
using static DivideMetrics.Web.Languages.Text;

namespace DivideMetrics.Web.Components.Pages.Methodology;

/// <summary>What the page of methods says in words of its own.</summary>
internal static class MethodTexts
{
    private const MeasureNeeds AnyGoal = MeasureNeeds.Goal | MeasureNeeds.GoalOfEconomies | MeasureNeeds.GoalOfGroups;

    /// <summary>The single flags of a value, in the order of their declaration; a name for several flags together is none of them.</summary>
    public static IEnumerable<T> Flags<T>(T value)
        where T : struct, Enum => Enum.GetValues<T>().Where(flag => BitOperations.IsPow2(Convert.ToInt32(flag, null)) && value.HasFlag(flag));

    /// <summary>Which way is a wider gap; null where the value is no gap by itself.</summary>
    public static string? Wider(Measure measure) => measure.HigherIsWider switch
    {
        true => T("higher is a wider gap"),
        false => T("higher is a narrower gap"),
        _ => null,
    };

    /// <summary>How many indicators have a measure.</summary>
    public static string UsedBy(MeasureUse use) => use.Indicators.Count == 0
        ? T("No indicator has it")
        : N(use.Indicators.Count, "One indicator has it", "{0} indicators have it", Numbers.Count(use.Indicators.Count));

    /// <summary>How many of a measure's indicators it judges by a goal that is this product's own; null where it needs no goal or none is assumed.</summary>
    public static string? AssumedGoals(MeasureEntry entry)
    {
        if ((entry.Measure.Needs & AnyGoal) == 0 && !entry.Measure.Reads.HasFlag(MeasureReads.Goal))
        {
            return null;
        }

        var assumed = entry.Users.Indicators.Count(indicator => indicator.Goal is { Assumption: true });
        return assumed == 0 ? null : N(
            assumed, "The goal of one of its indicators is an assumption of DivideMetrics", "The goals of {0} of its indicators are assumptions of DivideMetrics", Numbers.Count(assumed));
    }

    /// <summary>The limits of the quality gate that hold where a source sets none of its own: what each is, and its usual value.</summary>
    public static IReadOnlyList<(IReadOnlyList<CommentPiece> Meaning, string Value)> UsualLimits(CodeComments comments)
    {
        var parameters = comments.Of(new Documentation.CodeMember(typeof(SourceLimits))).Parameters;
        var usual = new SourceLimits();
        return typeof(SourceLimits).GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(limit => limit.PropertyType == typeof(double))
            .Select(limit => (
                parameters.GetValueOrDefault(limit.Name) ?? comments.Of(new Documentation.CodeMember(typeof(SourceLimits), limit.Name)).Summary,
                Numbers.Share((double)limit.GetValue(usual)!)))
            .ToList();
    }

    /// <summary>Sources that set limits of their own.</summary>
    public static IEnumerable<SourceDefinition> OwnLimits(Catalog catalog) => catalog.Sources.Where(source => source.Limits != new SourceLimits());
}
