using DivideMetrics.Web.Components.Charts;
using DivideMetrics.Web.Languages;
using DivideMetrics.Web.Reading;
using static DivideMetrics.Web.Languages.Text;

namespace DivideMetrics.Web.Explore;

/// <summary>Who is left out: the people of each group, year by year.</summary>
internal static class StackView
{
    public static ExploreChart Of(ExploreData data, ExploreScope scope)
    {
        if (data.Offline is not { } people)
        {
            return ExploreChart.Nothing(T("No data: contributions are people left out, and they are counted only where the indicator is a percentage of the population"), data.Main.Title);
        }

        var parts = scope.Groups.Select(group => new StackPart(group.Code, Names.Of(group), people.SeriesOf(group.Code).ToDictionary(point => point.Year, point => point.Value))).Where(part => part.Values.Count > 0).ToList();

        // A year in which a group is not published would look like a year without people.
        var years = parts.SelectMany(part => part.Values.Keys).Distinct().Where(year => parts.TrueForAll(part => part.Values.ContainsKey(year)) && (data.State.Time is not { IsPoint: false } time || IsWithin(time, year))).Order().ToList();
        if (years.Count == 0)
        {
            return ExploreChart.Nothing(T("No data: in no year are all groups published"), data.Main.Title);
        }

        var newest = years[^1];
        var whole = parts.Sum(part => part.Values[newest]);
        var largest = parts.MaxBy(part => part.Values[newest])!;
        var words = T("{0}: {1} were left out in {2}. {3} had {4} of them, {5}.", T(data.Facts.Indicator.Title), people.Text(whole), Numbers.Year(newest), largest.Name, people.Text(largest.Values[newest]), Numbers.Share(largest.Values[newest] / whole));
        return new()
        {
            Finding = T("{0} of those left out in {1}: {2}", Numbers.Share(largest.Values[newest] / whole), Numbers.Year(newest), largest.Name),
            Subtitle = T("{0}: people left out, by group, {1}; years in which every group is published", T(data.Facts.Indicator.Title), Numbers.Years(years[0], newest)),
            Words = words,
            Figure = new StackFigure { Summary = words, Parts = parts, Years = years, Text = people.Text, Relative = data.State.Relative },
            Legend = LegendEntry.Of(scope.Groups).Where(entry => parts.Exists(part => part.Name == entry.Name)).ToList(),
            Rows = parts.SelectMany(part => years.Select(year => new ShownRow(people, people.At(part.Code, year)!))).ToList(),
        };
    }

    private static bool IsWithin(TimeWindow time, int year) => year >= Math.Min(time.From, time.To) && year <= Math.Max(time.From, time.To);
}
