using DivideMetrics.Indices;
using DivideMetrics.Seeds;
using DivideMetrics.Web.Reading;

namespace DivideMetrics.Web.Components.Pages.Measures;

/// <summary>The first sentences of the page, from the rows alone.</summary>
internal static class MeasuresLead
{
    /// <summary>Where the subject stands and what the rules say of it.</summary>
    public static string Of(MeasuresModel model, string name, Catalog catalog)
    {
        var parts = new[] { Index(model, name) ?? Level(model, name), Rules(model), Spread(model) };
        return string.Join(" ", parts.OfType<string>()) is { Length: > 0 } text ? SourceNames.In(text, catalog) : $"No figures of {name} are at hand.";
    }

    private static string? Index(MeasuresModel model, string name) => model.Rows.FirstOrDefault(row => row.Measure.Id == IndexMeasures.Score.Id)?.Newest switch
    {
        null => null,
        { Value: { } score, Lower: { } lower, Upper: { } upper } found =>
            $"{name} scored {Numbers.Value(model.Indicator, score)} in {Numbers.Year(found.Year)}. Nine in ten other ways of making the index, with other weights, goalposts, aggregation and fillings, "
            + $"give {Numbers.Value(model.Indicator, lower)} to {Numbers.Value(model.Indicator, upper)}.",
        { Value: { } score } found => $"{name} scored {Numbers.Value(model.Indicator, score)} in {Numbers.Year(found.Year)}.",
        var none => $"{name} has no score for {Numbers.Year(none.Year)}: {none.Reason ?? "no reason is recorded"}.",
    };

    private static string? Level(MeasuresModel model, string name)
    {
        if (model.Rows.FirstOrDefault(row => row.Measure.Id == MeasureIds.Mean)?.Newest is { Value: { } mean } weighted)
        {
            return $"{name} stood at {Numbers.Value(model.Indicator, mean)} in {Numbers.Year(weighted.Year)}, the mean of its economies by population.";
        }

        return model.Lines.Series.FirstOrDefault(line => line.Name == name) is { Points: [.., var last] }
            ? $"{name} stood at {Numbers.Value(model.Indicator, last.Value)} in {Numbers.Year(last.Year)}{(last.Estimated ? " (estimated)" : null)}."
            : null;
    }

    private static string? Rules(MeasuresModel model) => model.Summary switch
    {
        null => null,
        { Value: not null, Reason: { } words } => Findings.Capital(words) + ".",
        var none => $"Progress is not assessable: {none.Reason ?? "no reason is recorded"}.",
    };

    private static string? Spread(MeasuresModel model) => model.Lorenz is { } lorenz ? lorenz.Finding + "." : null;
}

/// <summary>What the foot of the chart says of the projection.</summary>
internal static class ProjectionNote
{
    /// <summary>Which model, and how well it did; null where nothing is projected.</summary>
    public static string? Of(MeasuresModel model)
    {
        if (!model.Lines.Series.Any(line => line.Projection.Count > 0))
        {
            return null;
        }

        var said = new[] { "projection-mase", "projection-coverage-95" }
            .Select(id => model.Rows.FirstOrDefault(row => row.Measure.Id == id)).OfType<MeasuredRow>().Where(row => row.Newest.Value is not null)
            .Select(row => $"{row.Measure.Title.ToLowerInvariant()} {MeasureText.Value(model.Indicator, row.Measure, row.Newest)}");
        var trial = string.Join(", ", said);
        return "Projection by the model that did best in its own back-test; it need not pass through the last value, and dots lead from one to the other."
            + (trial.Length == 0 ? "" : $" Back-test: {trial}.");
    }
}
