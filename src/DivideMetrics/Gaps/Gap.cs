using DivideMetrics.Observations;

namespace DivideMetrics.Gaps;

/// <summary>
/// A computed difference or measure about a subject. Null value with a reason: not assessable or not published; never NaN, never a made-up 0.
/// </summary>
/// <param name="Measure">Measure id of the registry, for example <c>gap-to-goal</c>.</param>
/// <param name="Indicator">Indicator id.</param>
/// <param name="Subject">REF_AREA of an economy or code of a group.</param>
/// <param name="Sex">SDMX SEX of the values it was computed from (<see cref="Sex.Total"/> for measures across sexes).</param>
/// <param name="Year">The year it speaks of: the observation's, or the target year of a projection.</param>
/// <param name="Value">The measure in its registry unit; null when not assessable.</param>
/// <param name="Lower">Lower end of the interval, when the measure has one.</param>
/// <param name="Upper">Upper end of the interval, when the measure has one.</param>
/// <param name="Category">Class for measures that classify, for example <c>on-track</c>.</param>
/// <param name="Reason">Why there is no value, in words; also a remark on how the value came about (for example <c>weights carried forward from 2017</c>).</param>
/// <param name="Coverage">Who was covered; null for measures of one economy.</param>
public sealed record Gap(
    string Measure,
    string Indicator,
    string Subject,
    Sex Sex,
    int Year,
    double? Value,
    double? Lower = null,
    double? Upper = null,
    string? Category = null,
    string? Reason = null,
    Coverage? Coverage = null);

/// <summary>Coverage of a group measure: share of areas <b>and</b> of population.</summary>
/// <param name="Areas">Members with data.</param>
/// <param name="AreasOf">All members.</param>
/// <param name="PopulationShare">Share (0–1) of the group's population that lives in members with data.</param>
/// <param name="EstimatedShare">Share (0–1) of the informed population whose value is estimated or imputed.</param>
public sealed record Coverage(int Areas, int AreasOf, double PopulationShare, double EstimatedShare);
