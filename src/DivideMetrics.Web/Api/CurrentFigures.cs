using DivideMetrics.Web.Reading;

namespace DivideMetrics.Web.Api;

/// <summary>The published computation that one request reads from its first row to its last.</summary>
internal sealed class CurrentFigures
{
    private readonly PublishedView? _view;

    private CurrentFigures(PublishedView? view) => _view = view;

    /// <summary>False before anything was published.</summary>
    public bool ArePublished => _view is not null;

    /// <summary>The computation's view; <see cref="FiguresFilter"/> lets no handler run without it.</summary>
    public PublishedView View => _view ?? throw new InvalidOperationException("Nothing is published: the endpoint lacks the figures filter.");

    /// <summary>Takes the newest computation when the request's parameters are bound.</summary>
    public static async ValueTask<CurrentFigures?> BindAsync(HttpContext context) =>
        new(await context.RequestServices.GetRequiredService<Published>().CurrentAsync(context.RequestAborted));
}
