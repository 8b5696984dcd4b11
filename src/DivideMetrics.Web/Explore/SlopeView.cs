using DivideMetrics.Web.Components.Charts;
using DivideMetrics.Web.Reading;
using static DivideMetrics.Web.Languages.Text;

namespace DivideMetrics.Web.Explore;

/// <summary>From the first year of the span to the last: only areas that have both.</summary>
internal static class SlopeView
{
    public static ExploreChart Of(ExploreData data, ExploreScope scope)
    {
        var codes = data.State is { Areas: null, Group: not null } ? scope.Rows.Select(row => row.Code).ToList() : scope.LineCodes();
        var ends = EndsOf(data, scope, codes);
        var rows = codes.Select(code => (Code: code, Before: data.Main.At(code, ends.From), After: data.Main.At(code, ends.To))).Where(row => row is { Before: not null, After: not null }).ToList();
        if (rows.Count == 0 || ends.From == ends.To)
        {
            return ExploreChart.Nothing(T("None of the chosen areas has data in two years of this span"), data.Main.Title) with { Areas = codes };
        }

        var most = rows.MaxBy(row => Math.Abs(row.After!.Value - row.Before!.Value));
        var up = rows.Count(row => row.After!.Value > row.Before!.Value);
        var words = T("{0}: {1} of {2} were higher in {3} than in {4}. {5} moved most, from {6} to {7}.", data.Main.Title, Numbers.Count(up), N(rows.Count, "one area", "{0} areas", Numbers.Count(rows.Count)),
            Numbers.Year(ends.To), Numbers.Year(ends.From), scope.NameOf(most.Code), data.Main.Text(most.Before!.Value), data.Main.Text(most.After!.Value));
        return new()
        {
            Finding = T("{0}: from {1} in {2} to {3} in {4}", scope.NameOf(most.Code), data.Main.Text(most.Before!.Value), Numbers.Year(ends.From), data.Main.Text(most.After!.Value), Numbers.Year(ends.To)),
            Subtitle = T("{0}, {1}, {2} and {3}", data.Main.Title, data.Main.UnitLabel, Numbers.Year(ends.From), Numbers.Year(ends.To)),
            Words = words,
            Figure = new SlopeFigure
            {
                Summary = words, From = ends.From, To = ends.To, Text = data.Main.Text, Height = 560,
                Rows = rows.ConvertAll(row => new SlopeRow(row.Code, scope.NameOf(row.Code), row.Before!.Value, row.After!.Value)),
            },
            Rows = rows.SelectMany(row => new ShownRow[] { new(data.Main, row.Before!), new(data.Main, row.After!) }).ToList(),
            Areas = codes,
        };
    }

    /// <summary>The years of the span that most of the areas have: its own ends where they were written, else the first and last that are shared.</summary>
    private static (int From, int To) EndsOf(ExploreData data, ExploreScope scope, IReadOnlyList<string> codes)
    {
        var (from, to) = scope.Span!.Value;
        var years = codes.SelectMany(data.Main.SeriesOf).Select(point => point.Year).Where(year => year >= from && year <= to).ToList();
        return BroadYears.Of(years) is { Count: > 0 } shared
            ? (IsWritten(data.State.Time?.From) && years.Contains(from) ? from : shared[0], IsWritten(data.State.Time?.To) && years.Contains(to) ? to : shared[^1])
            : (from, to);
    }

    private static bool IsWritten(int? bound) => bound is not (null or TimeWindow.Earliest or TimeWindow.Latest);
}
