using DivideMetrics.Web.Reading;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace DivideMetrics.Web.Api;

/// <summary>The problem details (RFC 9457) that the API and the downloads answer with.</summary>
internal static class Problems
{
    /// <summary>Media type of every problem.</summary>
    public const string MediaType = "application/problem+json";

    /// <summary>After how many seconds to ask again.</summary>
    public const int RetryAfterSeconds = 5;

    private const int LongestEcho = 100;

    /// <summary>400: a query parameter has a value that cannot be read or is not known.</summary>
    public static ProblemHttpResult Parameter(QueryProblem problem) => Of(
        StatusCodes.Status400BadRequest,
        "invalid-parameter",
        "A query parameter has a wrong value.",
        $"{problem.Parameter}: expected {problem.Expected}, found '{Short(problem.Value)}'.",
        new() { ["parameter"] = problem.Parameter, ["expected"] = problem.Expected, ["found"] = Short(problem.Value) });

    /// <summary>400: this address has no query parameter of that name.</summary>
    public static ProblemHttpResult UnknownParameter(string name, IReadOnlyList<string> known)
    {
        var expected = known.Count == 0 ? "no query parameter" : string.Join(", ", known);
        return Of(
            StatusCodes.Status400BadRequest,
            "unknown-parameter",
            "A query parameter is not known.",
            $"Expected {expected}, found '{Short(name)}'.",
            new() { ["parameter"] = Short(name), ["expected"] = expected, ["found"] = Short(name) });
    }

    /// <summary>404: the path names something that does not exist.</summary>
    /// <param name="kind">What was looked for, in words: <c>indicator</c>.</param>
    /// <param name="found">What the path says.</param>
    /// <param name="suggestions">What may have been meant.</param>
    public static ProblemHttpResult NotFound(string kind, string found, IReadOnlyList<string> suggestions) =>
        Unknown(kind, found, suggestions, suggestions.Count == 0 ? "" : $" Did you mean {string.Join(" or ", suggestions)}?");

    /// <summary>404 as <see cref="NotFound"/>, where nothing known is like what the path says.</summary>
    /// <param name="kind">What was looked for, in words.</param>
    /// <param name="found">What the path says.</param>
    /// <param name="examples">A few that exist.</param>
    public static ProblemHttpResult NotNear(string kind, string found, IReadOnlyList<string> examples) =>
        Unknown(kind, found, examples, $" There are, for example, {string.Join(", ", examples)}.");

    /// <summary>What a caller wrote, cut: an answer must not grow with a wrong question.</summary>
    private static string Short(string text) => text.Length <= LongestEcho ? text : $"{text[..LongestEcho]}…";

    /// <summary>404: the state that was asked for lies before everything that is known.</summary>
    public static ProblemHttpResult NothingKnown(NothingKnown nothing)
    {
        var (found, first) = (QueryReading.Written(nothing.Day), QueryReading.Written(nothing.First));
        var reason = nothing.Parameter == StateQuery.Seen
            ? $"This site had published nothing until {found}: it begins on {first}."
            : $"No release until {found} is known: the first is of {first}.";
        return Of(
            StatusCodes.Status404NotFound,
            "nothing-known",
            "Nothing was known on that day.",
            reason,
            new() { ["parameter"] = nothing.Parameter, ["found"] = found, ["first"] = first });
    }

    /// <summary>503: nothing was published yet. The filter that answers it adds Retry-After.</summary>
    public static ProblemHttpResult NotPublished() => Of(
        StatusCodes.Status503ServiceUnavailable,
        "not-published",
        "No figures are published yet.",
        $"The first import is at work or has failed; /api/v1/runs says which. Ask again in {RetryAfterSeconds} seconds.",
        []);

    /// <summary>A status code without more words, for what the framework answers itself.</summary>
    public static ProblemDetails Plain(int status) => new()
    {
        Type = "about:blank",
        Status = status,
        Title = Microsoft.AspNetCore.WebUtilities.ReasonPhrases.GetReasonPhrase(status),
        Detail = status switch
        {
            StatusCodes.Status404NotFound => "Nothing is at this address. /api/v1/openapi.json lists what there is.",
            StatusCodes.Status405MethodNotAllowed => "This address is only read: use GET or HEAD.",
            StatusCodes.Status503ServiceUnavailable => "The database does not answer. Ask again later; the operator finds the reason in the log.",
            StatusCodes.Status500InternalServerError => "The program failed to answer; the operator finds the reason in the log.",
            _ => null,
        },
    };

    private static ProblemHttpResult Unknown(string kind, string found, IReadOnlyList<string> suggestions, string hint) => Of(
        StatusCodes.Status404NotFound,
        $"unknown-{kind}",
        $"There is no such {kind}.",
        $"No {kind} has the id '{found}'.{hint}",
        new() { ["found"] = found, ["suggestions"] = suggestions });

    private static ProblemHttpResult Of(int status, string type, string title, string detail, Dictionary<string, object?> extensions) =>
        TypedResults.Problem(detail, null, status, title, $"urn:divide-metrics:problem:{type}", extensions);
}
