using DivideMetrics.Areas;
using DivideMetrics.Observations;
using DivideMetrics.Panels;

namespace DivideMetrics.Gaps;

/// <summary>The economies that entered a value by their own values of its year.</summary>
internal sealed class ExplainedMembers(GapInputs inputs, Measure measure, Gap gap)
{
    /// <summary>Code of the group whose members they are; null for all economies, and for none.</summary>
    public string? Group { get; } =
        measure.Reads.HasFlag(MeasureReads.Members) ? gap.Subject
        : measure.Reads.HasFlag(MeasureReads.IncomeGroup) ? inputs.Areas.GroupOf(gap.Subject, AreaGroupKind.IncomeGroup)?.Code
        : measure.Reads.HasFlag(MeasureReads.Region) ? inputs.Areas.GroupOf(gap.Subject, AreaGroupKind.WorldBankRegion)?.Code
        : measure.Reads.HasFlag(MeasureReads.LeastDeveloped) ? inputs.Areas.FindGroup(AreaCatalog.LeastDeveloped)?.Code
        : null;

    /// <summary>The members, by code.</summary>
    public IReadOnlyList<ExplainedMember> List()
    {
        var values = inputs.Figures.Where(figure => figure.Year == gap.Year && figure.Sex == gap.Sex)
            .ToDictionary(figure => figure.Area, StringComparer.Ordinal);
        if (Group is { } group)
        {
            var weights = WeightTable.Of(inputs.Weights);
            return inputs.Areas.MembersOf(group).Select(code => Member(code, values.GetValueOrDefault(code), weights.At(code, gap.Year))).ToList();
        }

        return measure.Reads.HasFlag(MeasureReads.Economies)
            ? inputs.Areas.Economies.Select(area => values.GetValueOrDefault(area.Code)).OfType<Figure>().Where(figure => Lack(figure) is null)
                .Select(figure => new ExplainedMember(figure.Area, figure, null, null)).ToList()
            : [];
    }

    private ExplainedMember Member(string code, Figure? figure, Weight? weight) => new(
        code, figure, weight, KeptOut(figure) ?? Lack(figure) ?? (weight is null && inputs.Indicator.Weights is { } weights ? $"no {weights} for the year" : null));

    private string? KeptOut(Figure? figure) => figure is not null && inputs.KeptOutOfGroups.Contains(figure.Source)
        ? $"left out of groups: the terms of {figure.Source} forbid commercial use"
        : null;

    private static string? Lack(Figure? figure) => figure switch
    {
        null => "no figure for the year",
        { Value: null } => $"the provider says that it is missing ({figure.Status})",
        { Status: ObsStatus.F } => "a forecast",
        _ => null,
    };
}
