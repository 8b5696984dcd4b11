using DivideMetrics.Sources;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http.HttpResults;

namespace DivideMetrics.Web.Admin;

/// <summary>What a page of the admin area shows.</summary>
/// <param name="Token">Ties the form to this browser.</param>
/// <param name="Return">Where to go after signing in.</param>
/// <param name="Problem">What went wrong, in words.</param>
/// <param name="IsSignedIn">True once the password was right.</param>
public sealed record AdminView(AntiforgeryTokenSet Token, string? Return, string? Problem, bool IsSignedIn)
{
    /// <summary>What was done, in words.</summary>
    public string? Said { get; init; }

    /// <summary>The sources that can be imported.</summary>
    public IReadOnlyList<SourceDefinition> Sources { get; init; } = [];
}

/// <summary>Answers with a page of the admin area.</summary>
internal static class AdminResults
{
    public static IResult AdminPage(this IResultExtensions results, AdminView view, int status = StatusCodes.Status200OK) =>
        new RazorComponentResult<AdminPage>(new { View = view }) { StatusCode = status };
}
