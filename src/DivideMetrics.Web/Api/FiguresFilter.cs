using DivideMetrics.Web.Reading;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Net.Http.Headers;

namespace DivideMetrics.Web.Api;

/// <summary>
/// Answers 503 before the first publication and 404 for a day before everything. Good answers get their entity tag (the state, the
/// declarations and the build that made them, so an unchanged answer costs a caller no bytes) and say which state they show.
/// </summary>
internal sealed class FiguresFilter(string declarations) : IEndpointFilter
{
    private static readonly string Build = typeof(FiguresFilter).Module.ModuleVersionId.ToString("N")[..8];

    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var figures = context.Arguments.OfType<CurrentFigures>().FirstOrDefault();
        var http = context.HttpContext;
        if (figures is not null && Refusal(figures, http.Response) is { } refusal)
        {
            return refusal;
        }

        var result = await next(context);
        if (!IsGood(result))
        {
            return result;
        }

        if (figures is not null)
        {
            http.Response.Headers[StateHeader.Name] = StateHeader.Of(figures.View.State);
        }

        return Tagged(http, TagOf(figures, http), result);
    }

    private static ProblemHttpResult? Refusal(CurrentFigures figures, HttpResponse response)
    {
        if (figures.Problem is { } problem)
        {
            return Problems.Parameter(problem);
        }

        if (figures.Nothing is { } nothing)
        {
            return Problems.NothingKnown(nothing);
        }

        if (figures.ArePublished)
        {
            return null;
        }

        return TooEarly(response);
    }

    /// <summary>The answer before the first publication, with when to ask again.</summary>
    internal static ProblemHttpResult TooEarly(HttpResponse response)
    {
        response.Headers.RetryAfter = FormattableString.Invariant($"{Problems.RetryAfterSeconds}");
        response.Headers.CacheControl = "no-store";
        return Problems.NotPublished();
    }

    private EntityTagHeaderValue TagOf(CurrentFigures? figures, HttpContext http)
    {
        var day = http.GetEndpoint()?.Metadata.GetMetadata<SaysTheDay>() is null
            ? ""
            : "-d" + QueryReading.Written(StateQuery.Today(http.RequestServices.GetRequiredService<TimeProvider>()));
        return new($"\"{(figures is null ? "d" : TagOf(figures.View.State))}-{declarations[..8]}-{Build}{day}\"", isWeak: true);
    }

    // Answers name the days that were asked for, so equal rows of two days are two answers.
    private static string TagOf(ViewState state) => string.Join('-', new[]
    {
        state.Tag,
        state.Asked.AsOf is { } released ? "r" + QueryReading.Written(released) : null,
        state.Asked.Seen is { } seen ? "s" + QueryReading.Written(seen) : null,
    }.OfType<string>());

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

/// <summary>Marks an endpoint whose answer names the day on which it was given, in a citation.</summary>
internal sealed record SaysTheDay;
