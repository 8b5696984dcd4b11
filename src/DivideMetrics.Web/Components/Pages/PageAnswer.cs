namespace DivideMetrics.Web.Components.Pages;

/// <summary>The status code of a page's first HTML.</summary>
internal static class PageAnswer
{
    /// <summary>
    /// Answers with a status code once the body begins; does nothing for a page that is alive already. A code that is set earlier makes
    /// the server throw the page away for the general one, and the page knows better what is wrong.
    /// </summary>
    public static void AnswerWith(this HttpContext? context, int status)
    {
        if (context is { Response.HasStarted: false })
        {
            context.Response.OnStarting(() =>
            {
                context.Response.StatusCode = status;
                return Task.CompletedTask;
            });
        }
    }
}
