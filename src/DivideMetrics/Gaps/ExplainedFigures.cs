using DivideMetrics.Areas;
using DivideMetrics.Indices;
using DivideMetrics.Observations;

namespace DivideMetrics.Gaps;

/// <summary>The figures that entered a value, beside those of a group's members.</summary>
internal static class ExplainedFigures
{
    public static IEnumerable<ExplainedInput> Of(GapInputs inputs, Measure measure, Gap gap)
    {
        var series = inputs.Figures.Where(figure => figure.Area == gap.Subject && figure.Sex == gap.Sex).OrderBy(figure => figure.Year).ToList();
        var point = measure.Reads.HasFlag(MeasureReads.Point) ? Points(inputs, measure, gap) : [];
        return point
            .Concat(measure.Reads.HasFlag(MeasureReads.Series) ? series.Where(IsObserved).Select(figure => new ExplainedInput("series", figure)) : [])
            .Concat(measure.Reads.HasFlag(MeasureReads.World) ? World(inputs, gap) : [])
            .Concat(measure.Reads.HasFlag(MeasureReads.Contrasts) ? Sides(inputs, gap) : [])
            .Concat(measure.Reads.HasFlag(MeasureReads.Income) ? Income(inputs, gap) : []);
    }

    /// <summary>
    /// The parts of which an indicator was made, in the year of the value; of a composite the newest figure of each part that is not older than its
    /// kind allows.
    /// </summary>
    public static IEnumerable<ExplainedInput> OfParts(GapInputs inputs, Gap gap, IReadOnlyList<string> parts)
    {
        var oldest = inputs.Indicator.Composite is { } composite ? CompositeRegistry.Find(composite.Kind)?.Oldest ?? 0 : 0;
        var subject = new HashSet<string>(StringComparer.Ordinal) { gap.Subject };
        return parts.Select(part => (Id: part, Figure: LatestValues.Of(inputs.Others.GetValueOrDefault(part) ?? [], subject).At(gap.Subject, gap.Year, oldest)))
            .Where(part => part.Figure is not null).Select(part => new ExplainedInput($"part {part.Id}", part.Figure!));
    }

    private static IEnumerable<ExplainedInput> Points(GapInputs inputs, Measure measure, Gap gap)
    {
        var ofYear = inputs.Figures.Where(figure => figure.Area == gap.Subject && figure.Year == gap.Year);
        return measure.Needs.HasFlag(MeasureNeeds.Sexes)
            ? ofYear.Where(figure => figure.Sex != Sex.Total).Select(figure => new ExplainedInput(figure.Sex == Sex.Female ? "women" : "men", figure))
            : ofYear.Where(figure => figure.Sex == gap.Sex).Select(figure => new ExplainedInput("value", figure));
    }

    private static IEnumerable<ExplainedInput> World(GapInputs inputs, Gap gap) => inputs.Figures
        .Where(figure => figure.Area == AreaCatalog.World && figure.Sex == gap.Sex && gap.Subject != AreaCatalog.World && IsObserved(figure))
        .OrderBy(figure => figure.Year).Select(figure => new ExplainedInput("world", figure));

    private static IEnumerable<ExplainedInput> Sides(GapInputs inputs, Gap gap) => inputs.Indicator.Contrasts.SelectMany(contrast =>
        OfOther(inputs, contrast.Advantaged, gap, $"{contrast.Kind}: {contrast.Advantaged}")
            .Concat(OfOther(inputs, contrast.Disadvantaged, gap, $"{contrast.Kind}: {contrast.Disadvantaged}")));

    private static IEnumerable<ExplainedInput> Income(GapInputs inputs, Gap gap) =>
        inputs.IncomeIndicator is { } id ? OfOther(inputs, id, gap, $"income {id}") : [];

    private static IEnumerable<ExplainedInput> OfOther(GapInputs inputs, string id, Gap gap, string role)
    {
        IReadOnlyList<Figure> figures = id == inputs.Indicator.Id ? inputs.Figures : inputs.Others.GetValueOrDefault(id) ?? [];
        return figures.Where(figure => figure.Area == gap.Subject && figure.Year == gap.Year && figure.Sex == gap.Sex)
            .Select(figure => new ExplainedInput(role, figure));
    }

    private static bool IsObserved(Figure figure) => figure is { Value: not null, Status: not ObsStatus.F };
}
