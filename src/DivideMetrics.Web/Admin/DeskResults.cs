using DivideMetrics.Storage.Accounts;
using DivideMetrics.Web.Admin.Pages;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http.HttpResults;

namespace DivideMetrics.Web.Admin;

/// <summary>What every page of the desk shows.</summary>
/// <param name="Token">Ties the page's forms to this browser.</param>
/// <param name="Name">Who is signed in; null when nobody is.</param>
/// <param name="Role">Role of who is signed in.</param>
public sealed record DeskFrame(AntiforgeryTokenSet Token, string? Name, string? Role)
{
    /// <summary>What went wrong, in words.</summary>
    public string? Problem { get; init; }

    /// <summary>What was done, in words.</summary>
    public string? Said { get; init; }

    /// <summary>True when the role may do what another may.</summary>
    public bool May(string least) => Role is not null && AccountRole.Includes(Role, least);
}

/// <summary>What a page shows that only says something.</summary>
/// <param name="Frame">What every page shows.</param>
/// <param name="Title">Its heading.</param>
public sealed record MessageView(DeskFrame Frame, string Title);

/// <summary>Answers of the desk.</summary>
internal static class DeskResults
{
    /// <summary>The frame of a page for who is signed in. Its token keeps the page out of caches.</summary>
    public static DeskFrame Frame(HttpContext http, string? problem = null, string? said = null) => new(
        http.RequestServices.GetRequiredService<IAntiforgery>().GetAndStoreTokens(http),
        http.User.Identity is { IsAuthenticated: true, Name: { } name } ? name : null,
        AccountRole.All.LastOrDefault(http.User.IsInRole))
    {
        Problem = problem,
        Said = said,
    };

    /// <summary>A page whose parameter <c>View</c> is the given one.</summary>
    public static IResult Page<TPage>(object view, int status = StatusCodes.Status200OK)
        where TPage : IComponent => new RazorComponentResult<TPage>(new { View = view }) { StatusCode = status };

    /// <summary>The answer to somebody whose role is not enough.</summary>
    public static Task DeniedAsync(HttpContext http) => Page<MessagePage>(
        new MessageView(Frame(http, "Your role does not allow this. An administrator can change it."), "Not allowed"), StatusCodes.Status403Forbidden).ExecuteAsync(http);

    /// <summary>Answers a form without the token that belongs to this browser; nothing was done.</summary>
    public static IResult Stale(HttpContext http) => Page<MessagePage>(
        new MessageView(Frame(http, "The form was out of date. Nothing was done; please go back and try again."), "Please try again"), StatusCodes.Status400BadRequest);

    /// <summary>A field of the form that was sent.</summary>
    public static async Task<string> FieldAsync(this HttpContext http, string name) => (await http.Request.ReadFormAsync(http.RequestAborted))[name].ToString();
}
