using System.Text.Json;
using DivideMetrics.Web.Api;
using Microsoft.AspNetCore.Diagnostics;
using Npgsql;

namespace DivideMetrics.Web.Hosting;

/// <summary>What an unexpected failure or an unknown address answers: a page to people, problem details to programs, a stack trace to nobody.</summary>
internal static class Failures
{
    /// <summary>Puts the handlers before everything else.</summary>
    public static void UseFailures(this IApplicationBuilder app)
    {
        app.UseWhen(context => IsForPeople(context.Request), pages =>
        {
            pages.UseExceptionHandler("/error", createScopeForErrors: true);
            pages.UseStatusCodePagesWithReExecute("/not-found", createScopeForStatusCodePages: true);
        });
        app.UseWhen(context => IsForPrograms(context.Request.Path), programs =>
        {
            programs.UseExceptionHandler(failed => failed.Run(AnswerAsync));
            programs.UseStatusCodePages(status => WriteAsync(status.HttpContext, status.HttpContext.Response.StatusCode));
        });
    }

    private static bool IsForPeople(HttpRequest request) =>
        !IsForPrograms(request.Path) && (HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method));

    private static bool IsForPrograms(PathString path) =>
        path.StartsWithSegments("/api") || path.StartsWithSegments("/health") || path.StartsWithSegments("/_blazor")
        || (path.StartsWithSegments("/indicators", out var file)
            && file.Value is { } name
            && (name.EndsWith(".csv", StringComparison.OrdinalIgnoreCase) || name.EndsWith(".json", StringComparison.OrdinalIgnoreCase)));

    private static Task AnswerAsync(HttpContext context)
    {
        var status = context.Features.Get<IExceptionHandlerFeature>()?.Error switch
        {
            BadHttpRequestException bad => bad.StatusCode,
            NpgsqlException or TimeoutException => StatusCodes.Status503ServiceUnavailable,
            _ => StatusCodes.Status500InternalServerError,
        };
        if (status == StatusCodes.Status503ServiceUnavailable)
        {
            context.Response.Headers.RetryAfter = FormattableString.Invariant($"{Problems.RetryAfterSeconds}");
        }

        return WriteAsync(context, status);
    }

    private static Task WriteAsync(HttpContext context, int status)
    {
        context.Response.StatusCode = status;
        context.Response.Headers.CacheControl = "no-store";
        return context.Response.WriteAsJsonAsync(Problems.Plain(status), (JsonSerializerOptions?)null, Problems.MediaType, context.RequestAborted);
    }
}
