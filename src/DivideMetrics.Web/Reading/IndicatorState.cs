using DivideMetrics.Observations;
using DivideMetrics.Storage.Observations;
using static DivideMetrics.Web.Languages.Text;

namespace DivideMetrics.Web.Reading;

/// <summary>What an indicator's page shows; everything of it stands in the URL. A null is the page's default.</summary>
/// <param name="Tab">The view.</param>
/// <param name="Time">Year or span; null: newest year with broad coverage, or all years for lines.</param>
/// <param name="Areas">Chosen areas and groups; null: the world and the income groups.</param>
/// <param name="Sex">Whose values.</param>
/// <param name="Group">Only the members of this group; null: all economies.</param>
/// <param name="At">The state of the figures.</param>
public sealed record IndicatorState(
    IndicatorTab Tab = IndicatorTab.Map,
    TimeWindow? Time = null,
    IReadOnlyList<string>? Areas = null,
    Sex Sex = Sex.Total,
    string? Group = null,
    ReadAt At = default);

/// <summary>The raw query of an indicator's page.</summary>
public sealed record IndicatorQuery(string? Tab = null, string? Time = null, string? Country = null, string? Sex = null, string? Region = null)
{
    /// <summary>Reads the query; what cannot be used falls back to the default and leaves a note.</summary>
    public (IndicatorState State, IReadOnlyList<QueryNote> Notes) Read(IndicatorFacts facts, Areas.AreaCatalog areas)
    {
        var notes = new QueryNotesTaker();
        var tab = notes.Take(QueryReading.Tab(Tab), T("the map")) ?? IndicatorTab.Map;
        var sex = ReadSex(facts, notes);
        var state = new IndicatorState(
            tab,
            ReadTime(facts, sex, notes),
            notes.Take(QueryReading.Areas(Country, areas), known => known is null ? T("the world and the income groups") : T("the rest of the list")),
            sex,
            notes.Take(QueryReading.Group(Region, areas), T("all economies")));
        return (state, notes.Notes);
    }

    private Sex ReadSex(IndicatorFacts facts, QueryNotesTaker notes)
    {
        var sex = notes.Take(QueryReading.OfSex(Sex), T("both sexes")) ?? Observations.Sex.Total;
        if (facts.Sexes.Contains(sex) || facts.Sexes.Count == 0)
        {
            return sex;
        }

        notes.Add(new("sex", Sex!, T("an indicator whose series has this split")), T("both sexes"));
        return Observations.Sex.Total;
    }

    private TimeWindow? ReadTime(IndicatorFacts facts, Sex sex, QueryNotesTaker notes)
    {
        var time = notes.Take(QueryReading.Time(Time), T("the newest year with broad coverage"));
        var years = facts.YearsOf(sex);
        if (time is not { } window || years.Count == 0)
        {
            return time;
        }

        var (first, last) = (years[0], years[^1]);
        if (window.From is not (TimeWindow.Earliest or TimeWindow.Latest) && (window.From > last || window.To < first))
        {
            notes.Add(new("time", Time!, T("a year with data, {0}", Numbers.Years(first, last))), T("the newest year with broad coverage"));
            return null;
        }

        return window;
    }
}

/// <summary>A visible note: what was asked, and what is shown instead.</summary>
/// <param name="Problem">The parameter that could not be used.</param>
/// <param name="Instead">What is shown instead, in words.</param>
public sealed record QueryNote(QueryProblem Problem, string Instead)
{
    /// <summary>The note as a sentence.</summary>
    public string Text => T("“{0}” cannot be used: expected {1}. Shown instead: {2}.", $"{Problem.Parameter}={Problem.Value}", Problem.Expected, Instead);
}
