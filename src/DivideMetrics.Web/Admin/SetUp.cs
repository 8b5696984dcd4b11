using DivideMetrics.Storage.Accounts;
using DivideMetrics.Web.Admin.Identity;
using DivideMetrics.Web.Admin.Pages;
using Microsoft.AspNetCore.Identity;

namespace DivideMetrics.Web.Admin;

/// <summary>What the page shows that makes an account.</summary>
/// <param name="Frame">What every page shows.</param>
/// <param name="Link">Secret of the link; null when it is worth nothing.</param>
/// <param name="IsSetup">True for the first administrator, who chooses a name.</param>
/// <param name="Name">Name that was invited or typed.</param>
/// <param name="Role">Role of the account.</param>
public sealed record SetUpView(DeskFrame Frame, string? Link, bool IsSetup, string Name, string Role);

/// <summary>Makes an account through a one-time link: the first administrator's, or an invitation's.</summary>
internal static class SetUp
{
    /// <summary>Address of the page.</summary>
    public const string Path = "/admin/set-up";

    private const string LinkField = "link";
    private const string Gone = "This link was used already, replaced by a newer one, or is out of date.";

    public static void Map(RouteGroupBuilder desk)
    {
        desk.MapGet("/set-up", GetAsync).AllowAnonymous();
        desk.MapPost("/set-up", PostAsync).AllowAnonymous();
    }

    /// <summary>The address that a link's holder opens.</summary>
    public static string AddressOf(string site, string secret) => $"{site.TrimEnd('/')}{Path}?{LinkField}={secret}";

    private static async Task<IResult> GetAsync(HttpContext http, AccountLinkStore links)
    {
        var secret = http.Request.Query[LinkField].ToString();
        return await links.FindAsync(secret, http.RequestAborted) is { } link ? Page(http, secret, link, link.Name) : NoPage(http);
    }

    private static async Task<IResult> PostAsync(HttpContext http, AccountLinkStore links, NewAccounts accounts)
    {
        var secret = await http.FieldAsync(LinkField);
        if (await links.FindAsync(secret, http.RequestAborted) is not { } link)
        {
            return NoPage(http);
        }

        var typed = await http.FieldAsync("name");
        if ((link.IsSetup ? NewAccounts.NameOf(typed) : link.Name) is not { } name)
        {
            return Page(http, secret, link, typed, "Please choose a name of at most 100 letters that can be seen.");
        }

        var password = await http.FieldAsync("password");
        if (password != await http.FieldAsync("again"))
        {
            return Page(http, secret, link, name, "The two passwords differ.");
        }

        var made = await accounts.CreateAsync(secret, name, password, http.RequestAborted);
        return made.Succeeded ? TypedResults.LocalRedirect(AdminArea.SignInPath)
            : made.Errors.Any(error => error.Code == nameof(AccountWrite.LinkGone)) ? NoPage(http)
            : Page(http, secret, link, name, Words(made));
    }

    /// <summary>What Identity found wrong.</summary>
    public static string Words(IdentityResult result) => string.Join(" ", result.Errors.Select(error => error.Description));

    private static IResult Page(HttpContext http, string secret, AccountLink link, string name, string? problem = null) => DeskResults.Page<SetUpPage>(
        new SetUpView(DeskResults.Frame(http, problem), secret, link.IsSetup, name, link.Role),
        problem is null ? StatusCodes.Status200OK : StatusCodes.Status400BadRequest);

    private static IResult NoPage(HttpContext http) => DeskResults.Page<MessagePage>(
        new MessageView(DeskResults.Frame(http, Gone), "This link opens nothing"), StatusCodes.Status410Gone);
}
