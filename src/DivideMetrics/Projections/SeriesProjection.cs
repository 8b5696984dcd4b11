using DivideMetrics.Gaps;
using DivideMetrics.Indicators;
using DivideMetrics.Observations;
using DivideMetrics.Panels;
using DivideMetrics.Progress;
using DivideMetrics.Statistics;

namespace DivideMetrics.Projections;

/// <summary>
/// The projection of one series: the model with the least error in the back-test, ties to the one that stands first; with fewer than three origins the
/// straight line of logits. Computed once and shared by all measures.
/// </summary>
internal sealed class SeriesProjection
{
    private readonly ProjectionFit? _fit;
    private readonly string? _reason;
    private readonly ProjectionScale _scale;

    private SeriesProjection(string subject, ProjectionSeries series, Candidate? chosen, string? reason)
    {
        (Subject, Series, _scale) = (subject, series.Series, series.Scale);
        (_fit, Model, Test, _reason) = (chosen?.Fit, chosen?.Model.Id, chosen?.Test ?? default, reason);
    }

    /// <summary>REF_AREA.</summary>
    internal string Subject { get; }

    /// <summary>The series that it was fitted to.</summary>
    internal YearSeries Series { get; }

    /// <summary>Id of the model; null when not assessable.</summary>
    internal string? Model { get; }

    /// <summary>Its back-test.</summary>
    internal BackTest Test { get; }

    /// <summary>The projections of all that is followed over time, in that order.</summary>
    internal static IReadOnlyList<SeriesProjection> All(GapContext context)
    {
        var rows = context.Tracked().ToArray();
        var found = new SeriesProjection[rows.Length];
        Parallel.For(0, rows.Length, i => found[i] = Of(rows[i].Subject, rows[i].Series, context.Indicator));
        return found;
    }

    /// <summary>The projection of one series with at least one point.</summary>
    internal static SeriesProjection Of(string subject, YearSeries series, Indicator indicator)
    {
        var prepared = new ProjectionSeries(series, indicator);
        if (series.Years[^1] < UnsdProgress2023.BaseYear)
        {
            return new(subject, prepared, null, FormattableString.Invariant(
                $"the latest value is of {series.Years[^1]}: too long ago, projections need one since {UnsdProgress2023.BaseYear}"));
        }

        var candidates = Candidates(prepared, out var reason);
        return Choose(candidates, prepared.IsBounded) is { } chosen
            ? new(subject, prepared, chosen, null)
            : new(subject, prepared, null, candidates.Count == 0 ? reason : $"too few points to choose a model by a back-test ({candidates[0].Fit.Basis})");
    }

    /// <summary>False for a level at a bound, which no model between two bounds reaches.</summary>
    internal bool CanReach(double level) => _scale.CanReach(level);

    /// <summary>The projected value of a year with its prediction interval.</summary>
    internal Assessed At(double year, double confidence) => _fit is { } fit ? Told(fit.At(year, confidence)) : Assessed.Not(_reason!).Remarked(Series.Remark);

    /// <summary>The year of reaching a level, with an interval where there is one; its class says whether it is expected.</summary>
    internal Assessed YearOf(double level, int sign)
    {
        var latest = Series.Years[^1];
        if (_fit is not { } fit)
        {
            return Assessed.Not(_reason!);
        }

        if (!fit.LeadsOn(sign, latest))
        {
            return Assessed.Not($"the trend does not lead to the goal ({Model}: {fit.Basis})") with { Category = GoalYear.NotExpected };
        }

        var year = fit.YearOf(level, sign, latest);
        return year.Value is not { } reached ? year with { Category = GoalYear.NotExpected }
            : reached > latest ? Told(year) with { Category = GoalYear.Expected }
            : Assessed.Not(FormattableString.Invariant($"the trend passed {level} in {reached:0.0}, the value of {latest} has not"));
    }

    /// <summary>A number of the back-test, or why there is none.</summary>
    internal Assessed Tested(Func<BackTest, double?> number) =>
        _fit is null ? Assessed.Not(_reason!)
        : number(Test) is { } value ? Assessed.Of(value, $"{Model}: {Test.Words}") with { Category = Model }
        : Assessed.Not(Test.Words) with { Category = Model };

    // Estimates are smoother than data, and intervals from them too narrow.
    private Assessed Told(Assessed found)
    {
        var from = _fit!.FirstYear;
        int points = 0, estimates = 0;
        for (var i = 0; i < Series.Count; i++)
        {
            points += Series.Years[i] >= from ? 1 : 0;
            estimates += Series.Years[i] >= from && Series.Statuses[i] is ObsStatus.E or ObsStatus.I ? 1 : 0;
        }

        var warning = estimates == 0 ? "" : FormattableString.Invariant($"; {estimates} of {points} points are estimates: interval too narrow");
        var told = found with { Reason = $"{Model}: {found.Reason}; {Test.Words}{warning}", Category = found.Value is null ? null : Model };
        return told.Remarked(Series.Remark);
    }

    private static List<Candidate> Candidates(ProjectionSeries series, out string reason)
    {
        List<Candidate> found = [];
        reason = "";
        foreach (var model in ProjectionModels.All)
        {
            var test = BackTest.Of(model, series, out var before);
            if (model.Fit(series.UpTo(series.Series.Count), before, out var why) is { } fit)
            {
                found.Add(new Candidate(model, fit, test));
            }
            else if (reason == "" || !series.IsBounded)
            {
                // Of a bounded series the straight trend speaks, of others the damped one: the models that ask least.
                reason = why!;
            }
        }

        return found;
    }

    // Models are compared over the same origins: those that failed at one are not.
    private static Candidate? Choose(List<Candidate> candidates, bool isBounded)
    {
        Candidate? best = null;
        var origins = candidates.Count == 0 ? 0 : candidates.Max(candidate => candidate.Test.Origins);
        foreach (var candidate in candidates)
        {
            if (origins >= BackTest.LeastOrigins && candidate.Test.Origins == origins && !(candidate.Test.Error >= best?.Test.Error))
            {
                best = candidate;
            }
        }

        return best ?? candidates.Find(candidate => isBounded && candidate.Model is LogitLinear);
    }

    private sealed record Candidate(IProjectionModel Model, ProjectionFit Fit, BackTest Test);
}
