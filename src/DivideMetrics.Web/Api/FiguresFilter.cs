using Microsoft.Net.Http.Headers;

namespace DivideMetrics.Web.Api;

/// <summary>
/// Answers 503 before the first publication, and gives good answers their entity tag: the computation, the declarations and the build
/// that made them, so an unchanged answer costs a caller no bytes.
/// </summary>
internal sealed class FiguresFilter(string declarations) : IEndpointFilter
{
    private static readonly string Build = typeof(FiguresFilter).Module.ModuleVersionId.ToString("N")[..8];

    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var figures = context.Arguments.OfType<CurrentFigures>().FirstOrDefault();
        var http = context.HttpContext;
        if (figures is { ArePublished: false })
        {
            http.Response.Headers.RetryAfter = FormattableString.Invariant($"{Problems.RetryAfterSeconds}");
            http.Response.Headers.CacheControl = "no-store";
            return Problems.NotPublished();
        }

        var result = await next(context);
        return IsGood(result) ? Tagged(http, TagOf(figures), result) : result;
    }

    private EntityTagHeaderValue TagOf(CurrentFigures? figures)
    {
        var computation = figures is null ? "d" : FormattableString.Invariant($"c{figures.View.Computation.Id}");
        return new($"\"{computation}-{declarations[..8]}-{Build}\"", isWeak: true);
    }

    private static object? Tagged(HttpContext http, EntityTagHeaderValue tag, object? result)
    {
        var headers = http.Response.GetTypedHeaders();
        headers.ETag = tag;
        headers.CacheControl = new() { Public = true, MaxAge = TimeSpan.FromMinutes(1) };
        var known = http.Request.GetTypedHeaders().IfNoneMatch;
        return known.Any(one => one.Equals(EntityTagHeaderValue.Any) || one.Compare(tag, useStrongComparison: false))
            ? TypedResults.StatusCode(StatusCodes.Status304NotModified)
            : result;
    }

    private static bool IsGood(object? result) => result switch
    {
        INestedHttpResult nested => IsGood(nested.Result),
        IStatusCodeHttpResult coded => coded.StatusCode is null or StatusCodes.Status200OK,
        _ => false,
    };
}
