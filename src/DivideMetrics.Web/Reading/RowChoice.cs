using DivideMetrics.Areas;
using DivideMetrics.Observations;
using DivideMetrics.Storage.Observations;

namespace DivideMetrics.Web.Reading;

/// <summary>Which rows of an indicator a download holds. A null leaves the filter out.</summary>
/// <param name="Time">Years.</param>
/// <param name="Areas">Economies or groups.</param>
/// <param name="Sex">Whose values.</param>
/// <param name="Group">Only the members of this group.</param>
/// <param name="At">The state of the figures.</param>
public sealed record RowChoice(
    TimeWindow? Time = null, IReadOnlyList<string>? Areas = null, Sex? Sex = null, string? Group = null, ReadAt At = default)
{
    /// <summary>The choice with a sex, where the indicator's rows are split by it: a chart of both sexes must not download women and men beside it.</summary>
    public static RowChoice Of(IndicatorFacts facts, Sex sex, TimeWindow? time = null, IReadOnlyList<string>? areas = null) =>
        new(time, areas, facts.Sexes.Count > 1 ? sex : null);
}

/// <summary>The files behind a chart of lines: figures of economies, means of groups. Null where the chart has none.</summary>
/// <param name="Economies">Address of the figures.</param>
/// <param name="Groups">Address of the means.</param>
public sealed record LineDownloads(string? Economies, string? Groups)
{
    /// <summary>The files of some areas and groups; a group without a mean is drawn from the provider's own row.</summary>
    public static LineDownloads Of(IndicatorFacts facts, AreaCatalog areas, IReadOnlyList<string> codes, RowChoice rows)
    {
        var means = codes.ToLookup(code => areas.FindGroup(code) is not null
            && facts.Measures(MeasureIds.Mean, code, rows.Sex ?? Sex.Total).Any(mean => mean.Value is not null));
        return new(
            means[false].Any() ? AppUrls.Csv(facts.Indicator.Id, rows with { Areas = means[false].ToList() }) : null,
            means[true].Any() ? AppUrls.GapsCsv(facts.Indicator.Id, [MeasureIds.Mean], rows with { Areas = means[true].ToList(), Sex = rows.Sex ?? Sex.Total }) : null);
    }
}
