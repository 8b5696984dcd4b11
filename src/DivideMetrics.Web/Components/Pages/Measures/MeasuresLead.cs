using DivideMetrics.Indices;
using DivideMetrics.Seeds;
using DivideMetrics.Web.Languages;
using DivideMetrics.Web.Reading;
using static DivideMetrics.Web.Languages.Text;

namespace DivideMetrics.Web.Components.Pages.Measures;

/// <summary>The first sentences of the page, from the rows alone; as HTML.</summary>
internal static class MeasuresLead
{
    /// <summary>Where the subject stands and what the rules say of it.</summary>
    public static string Of(MeasuresModel model, string name, Catalog catalog)
    {
        var parts = new[] { Index(model, name, catalog) ?? Level(model, name), Rules(model, catalog), Spread(model) };
        return string.Join(' ', parts.OfType<string>()) is { Length: > 0 } text ? text : T("No figures of {0} are at hand.", Markup.Encoded(name));
    }

    private static string? Index(MeasuresModel model, string name, Catalog catalog)
    {
        if (model.Rows.FirstOrDefault(row => row.Measure.Id == IndexMeasures.Score.Id)?.Newest is not { } newest)
        {
            return null;
        }

        var (subject, year) = (Markup.Encoded(name), Numbers.Year(newest.Year));
        return newest switch
        {
            { Value: { } score, Lower: { } lower, Upper: { } upper } => T(
                "{0} scored {1} in {2}. Nine in ten other ways of making the index, with other weights, goalposts, aggregation and fillings, give {3} to {4}.",
                subject, Numbers.Value(model.Indicator, score), year, Numbers.Value(model.Indicator, lower), Numbers.Value(model.Indicator, upper)),
            { Value: { } score } => T("{0} scored {1} in {2}.", subject, Numbers.Value(model.Indicator, score), year),
            _ => T("{0} has no score for {1}: {2}.", subject, year, Why(newest.Reason, catalog)),
        };
    }

    private static string? Level(MeasuresModel model, string name)
    {
        var subject = Markup.Encoded(name);
        if (model.Rows.FirstOrDefault(row => row.Measure.Id == MeasureIds.Mean)?.Newest is { Value: { } mean } weighted)
        {
            return T("{0} stood at {1} in {2}, the mean of its economies by population.", subject, Numbers.Value(model.Indicator, mean), Numbers.Year(weighted.Year));
        }

        return model.Lines.Series.FirstOrDefault(line => line.Name == name) is not { Points: [.., var last] } ? null
            : last.Estimated ? T("{0} stood at {1} in {2} (estimated).", subject, Numbers.Value(model.Indicator, last.Value), Numbers.Year(last.Year))
            : T("{0} stood at {1} in {2}.", subject, Numbers.Value(model.Indicator, last.Value), Numbers.Year(last.Year));
    }

    private static string? Rules(MeasuresModel model, Catalog catalog) => model.Summary switch
    {
        null => null,
        { Value: not null, Reason: { } words } => Findings.Capital(Remark.Html(words, catalog)) + ".",
        var none => T("Progress is not assessable: {0}.", Why(none.Reason, catalog)),
    };

    private static string? Spread(MeasuresModel model) => model.Lorenz is { } lorenz ? lorenz.Finding + "." : null;

    private static string Why(string? reason, Catalog catalog) => reason is null ? T("no reason is recorded") : Remark.Html(reason, catalog);
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

        var note = T("Projection by the model that did best in its own back-test; it need not pass through the last value, and dots lead from one to the other.");
        return (Tested(model, "projection-mase"), Tested(model, "projection-coverage-95")) switch
        {
            ({ } error, { } inside) => $"{note} {T("Back-test: error of the projection {0}, points inside their 95 % interval {1}.", error, inside)}",
            ({ } error, null) => $"{note} {T("Back-test: error of the projection {0}.", error)}",
            (null, { } inside) => $"{note} {T("Back-test: points inside their 95 % interval {0}.", inside)}",
            _ => note,
        };
    }

    private static string? Tested(MeasuresModel model, string measure) => model.Rows.FirstOrDefault(row => row.Measure.Id == measure) is { Newest.Value: not null } row
        ? MeasureText.Value(model.Indicator, row.Measure, row.Newest)
        : null;
}
