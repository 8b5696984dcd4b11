using DivideMetrics.Gaps;
using DivideMetrics.Seeds;
using static DivideMetrics.Web.Languages.Text;

namespace DivideMetrics.Web.Reading;

/// <summary>A rule that judges progress, one of those that <see cref="MeasureFamilies.CountedRules"/> lists.</summary>
/// <param name="Measure">Its measure: formula, reference, classes.</param>
public sealed record ProgressRule(Measure Measure)
{
    private const string Prefix = "progress-";

    /// <summary>All, in the order in which the summary names them; the first is the default.</summary>
    public static IReadOnlyList<ProgressRule> All { get; } = MeasureFamilies.CountedRules.Select(id => new ProgressRule(MeasureRegistry.Find(id)!)).ToList();

    /// <summary>The rule that judges when none is chosen.</summary>
    public static ProgressRule Default => All[0];

    /// <summary>As addresses write it: <c>unsd-2023</c>.</summary>
    public string Code => Measure.Id.StartsWith(Prefix, StringComparison.Ordinal) ? Measure.Id[Prefix.Length..] : Measure.Id;

    /// <summary>Short name for readers.</summary>
    public string Name => NameOf(Measure);

    /// <summary>True for rules that carry a rate of growth on, which is optimistic for percentages.</summary>
    public bool ExtendsGrowth => Measure.Id is "progress-unsd-2023" or "progress-open-sdg";

    /// <summary>Its classes, best first; the last is for what cannot be assessed.</summary>
    public IReadOnlyList<ProgressStatus> Statuses { get; } = Measure.Categories.Select(ProgressStatus.Of).ToList();

    /// <summary>The rule with this code or measure id, in any case; null when there is none.</summary>
    public static ProgressRule? Find(string text) => All.FirstOrDefault(rule =>
        string.Equals(rule.Code, text, StringComparison.OrdinalIgnoreCase) || string.Equals(rule.Measure.Id, text, StringComparison.OrdinalIgnoreCase));

    /// <summary>Ids of the communities that have an indicator which a rule judges, in display order.</summary>
    public static IReadOnlyList<string> CommunitiesOf(Catalog catalog) => catalog.Indicators
        .Where(indicator => All.Any(rule => indicator.Measures.Contains(rule.Measure.Id))).Select(indicator => indicator.Community).Distinct().ToList();

    /// <summary>A rule's short name for readers; of any other measure its title.</summary>
    public static string NameOf(Measure measure) => measure.Id switch
    {
        "progress-unsd-2023" => T("United Nations (2023)"),
        "progress-open-sdg" => T("Open SDG"),
        "progress-linear" => T("Straight line"),
        "progress-projection" => T("Bounded projection"),
        _ => T(measure.Title),
    };
}
