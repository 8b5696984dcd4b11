using System.Text.Json;
using DivideMetrics.Web.Api;
using Microsoft.AspNetCore.Diagnostics;
using Npgsql;

namespace DivideMetrics.Web.Hosting;

/// <summary>What an unexpected failure or an unknown address answers: a page to people, problem details to programs, a stack trace to nobody.</summary>
internal static partial class Failures
{
    /// <summary>Puts the handlers before everything else.</summary>
    public static void UseFailures(this IApplicationBuilder app)
    {
        app.UseWhen(context => !IsForPrograms(context.Request.Path), pages => pages.UseExceptionHandler(Answering(FailurePage.WriteAsync)));
        app.UseWhen(context => IsForPeople(context.Request), pages =>
        {
            pages.UseStatusCodePagesWithReExecute("/not-found", createScopeForStatusCodePages: true);
            pages.Use(KeepingQuery);
        });
        app.UseWhen(context => IsForPrograms(context.Request.Path), programs =>
        {
            programs.UseExceptionHandler(Answering(WriteAsync));
            programs.UseStatusCodePages(status => WriteAsync(status.HttpContext, status.HttpContext.Response.StatusCode));
        });
    }

    /// <summary>What is shown instead of a page that is not there keeps the language and the state that were chosen.</summary>
    private static Task KeepingQuery(HttpContext context, RequestDelegate next)
    {
        if (context.Features.Get<IStatusCodeReExecuteFeature>() is { } asked)
        {
            context.Request.QueryString = new(asked.OriginalQueryString);
        }

        return next(context);
    }

    private static bool IsForPeople(HttpRequest request) =>
        !IsForPrograms(request.Path) && (HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method));

    private static bool IsForPrograms(PathString path) =>
        path.StartsWithSegments("/api") || path.StartsWithSegments("/health") || path.StartsWithSegments("/_blazor")
        || (path.StartsWithSegments("/indicators", out var file)
            && file.Value is { } name
            && (name.EndsWith(".csv", StringComparison.OrdinalIgnoreCase) || name.EndsWith(".json", StringComparison.OrdinalIgnoreCase)));

    /// <summary>A failure that is nobody's bug (no database, a request that is too long) is a line in the log, and a bug its stack trace.</summary>
    private static ExceptionHandlerOptions Answering(Func<HttpContext, int, Task> write) => new()
    {
        SuppressDiagnosticsCallback = failed => StatusOf(failed.Exception) != StatusCodes.Status500InternalServerError,
        ExceptionHandler = context => AnswerAsync(context, write),
    };

    private static Task AnswerAsync(HttpContext context, Func<HttpContext, int, Task> write)
    {
        var failure = context.Features.Get<IExceptionHandlerFeature>()!.Error;
        var status = StatusOf(failure);
        if (status == StatusCodes.Status503ServiceUnavailable)
        {
            DatabaseSilent(context.RequestServices.GetRequiredService<ILoggerFactory>().CreateLogger(typeof(Failures)), failure.Message);
            context.Response.Headers.RetryAfter = FormattableString.Invariant($"{Problems.RetryAfterSeconds}");
        }

        return write(context, status);
    }

    private static int StatusOf(Exception failure) => failure switch
    {
        BadHttpRequestException bad => bad.StatusCode,
        NpgsqlException or TimeoutException => StatusCodes.Status503ServiceUnavailable,
        { InnerException: { } cause } => StatusOf(cause),
        _ => StatusCodes.Status500InternalServerError,
    };

    private static Task WriteAsync(HttpContext context, int status)
    {
        context.Response.StatusCode = status;
        context.Response.Headers.CacheControl = "no-store";
        return context.Response.WriteAsJsonAsync(Problems.Plain(status), (JsonSerializerOptions?)null, Problems.MediaType, context.RequestAborted);
    }

    [LoggerMessage(LogLevel.Warning, "A request could not be answered: the database does not answer ({Reason})")]
    private static partial void DatabaseSilent(ILogger logger, string reason);
}
