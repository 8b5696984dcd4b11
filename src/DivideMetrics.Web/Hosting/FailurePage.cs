using DivideMetrics.Web.Languages;
using Microsoft.AspNetCore.WebUtilities;
using static DivideMetrics.Web.Languages.Text;

namespace DivideMetrics.Web.Hosting;

/// <summary>What people read when a page failed. Needs neither the database nor a component, because one of them may be what failed.</summary>
internal static class FailurePage
{
    /// <summary>Writes it with its status.</summary>
    public static Task WriteAsync(HttpContext context, int status)
    {
        ReaderLanguage.Speak(context.Request);
        context.Response.StatusCode = status;
        context.Response.ContentType = "text/html; charset=utf-8";
        context.Response.Headers.CacheControl = "no-store";
        return context.Response.WriteAsync(Html(TitleOf(status), AdviceOf(status)), context.RequestAborted);
    }

    private static string TitleOf(int status) => status switch
    {
        StatusCodes.Status503ServiceUnavailable => T("The figures cannot be read just now"),
        StatusCodes.Status500InternalServerError => T("This page could not be drawn"),
        _ => Markup.Encoded(ReasonPhrases.GetReasonPhrase(status)),
    };

    private static string AdviceOf(int status) => status switch
    {
        StatusCodes.Status503ServiceUnavailable => T("The database does not answer. Please try again in a few seconds."),
        StatusCodes.Status500InternalServerError => T("Something failed on our side, not on yours; the operator finds the reason in the log. No figure was lost or changed."),
        _ => T("The program cannot read this request."),
    };

    private static string Html(string title, string advice) =>
        $"""
        <!DOCTYPE html>
        <html lang="{Language.Current.Code}" dir="{Language.Current.Direction}">
        <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>{title} · DivideMetrics</title>
            <link rel="stylesheet" href="/app.css">
        </head>
        <body>
            <main class="page narrow">
                <h1>{title}</h1>
                <p>{advice}</p>
                <p><a href="{AppUrls.Page(AppUrls.Overview)}">{T("Back to the overview")}</a></p>
            </main>
        </body>
        </html>
        """;
}
