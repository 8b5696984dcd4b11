using DivideMetrics.Web.Reading;

namespace DivideMetrics.Web.Api;

/// <summary>The state that one request reads from its first row to its last, as <c>asof</c> and <c>seen</c> choose it.</summary>
internal sealed class CurrentFigures
{
    private readonly StateAnswer _answer;

    private CurrentFigures(StateAnswer answer, QueryProblem? problem) => (_answer, Problem) = (answer, problem);

    /// <summary>The day that cannot be read; null when there is none.</summary>
    public QueryProblem? Problem { get; }

    /// <summary>Why there is nothing to show; null when there is, and before anything was published.</summary>
    public NothingKnown? Nothing => _answer.Nothing;

    /// <summary>False before anything was published.</summary>
    public bool ArePublished => !_answer.IsTooEarly;

    /// <summary>The state's view; <see cref="FiguresFilter"/> lets no handler run without it.</summary>
    public PublishedView View =>
        _answer.View ?? throw new InvalidOperationException("Nothing is published: the endpoint lacks the figures filter.");

    /// <summary>Takes the state when the request's parameters are bound.</summary>
    public static async ValueTask<CurrentFigures?> BindAsync(HttpContext context)
    {
        var services = context.RequestServices;
        var query = context.Request.Query;
        var today = StateQuery.Today(services.GetRequiredService<TimeProvider>());
        var asked = StateQuery.Read(query[StateQuery.AsOf], query[StateQuery.Seen], today);
        return asked.Problems is [var problem, ..]
            ? new(default, problem)
            : new(await services.GetRequiredService<Published>().AtAsync(asked.At, context.RequestAborted), null);
    }
}
