using DivideMetrics.Storage.Observations;
using static DivideMetrics.Web.Languages.Text;

namespace DivideMetrics.Web.Reading;

/// <summary>The query parameters that choose a state of the figures, read.</summary>
/// <param name="At">The state; a day that cannot be used, or that has not come yet, is left out.</param>
/// <param name="Problems">The days that cannot be read.</param>
/// <param name="Ahead">The days that have not come yet: of them we know what we know now.</param>
public sealed record StateQuery(ReadAt At, IReadOnlyList<QueryProblem> Problems, IReadOnlyList<QueryProblem> Ahead)
{
    /// <summary>Name of the parameter that chooses by release.</summary>
    public const string AsOf = "asof";

    /// <summary>Name of the parameter that chooses by what this site showed.</summary>
    public const string Seen = "seen";

    /// <summary>No parameter: the figures of now.</summary>
    public static StateQuery Now { get; } = new(ReadAt.Now, [], []);

    /// <summary>What a page says of them.</summary>
    public IReadOnlyList<QueryNote> Notes =>
        Problems.Concat(Ahead).Select(problem => new QueryNote(problem, T("the figures of now"))).ToList();

    /// <summary>Reads the parameters as they were written.</summary>
    /// <param name="asOf"><c>asof</c>.</param>
    /// <param name="seen"><c>seen</c>.</param>
    /// <param name="today">The day, UTC.</param>
    public static StateQuery Read(string? asOf, string? seen, DateOnly today)
    {
        var days = new[] { QueryReading.Day(AsOf, asOf), QueryReading.Day(Seen, seen) };
        var ahead = new[] { (AsOf, days[0].Value), (Seen, days[1].Value) }
            .Where(day => day.Value > today)
            .Select(day => new QueryProblem(
                day.Item1, QueryReading.Written(day.Value!.Value), T("a day until today, {0}", QueryReading.Written(today))));
        return new(
            new(NotAhead(days[0].Value, today), NotAhead(days[1].Value, today)),
            days.Select(day => day.Problem).OfType<QueryProblem>().ToList(),
            ahead.ToList());
    }

    /// <summary>The day of now, UTC: days in addresses have no zone.</summary>
    public static DateOnly Today(TimeProvider clock) => DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);

    private static DateOnly? NotAhead(DateOnly? day, DateOnly today) => day > today ? null : day;
}

/// <summary>A state of the figures as a sentence.</summary>
public static class StateText
{
    /// <summary>What a reader sees: <c>You see the figures as released until 1 March 2025.</c></summary>
    public static string Of(ReadAt at) => at switch
    {
        { AsOf: { } released, Seen: { } seen } =>
            T("You see the figures as released until {0}, of what this site had published on {1}.", Numbers.Date(released), Numbers.Date(seen)),
        { AsOf: { } released } => T("You see the figures as released until {0}.", Numbers.Date(released)),
        { Seen: { } seen } => T("You see the figures as this site showed them on {0}.", Numbers.Date(seen)),
        _ => T("You see the figures of now."),
    };
}
