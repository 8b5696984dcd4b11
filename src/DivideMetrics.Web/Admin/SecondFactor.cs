using DivideMetrics.Storage.Accounts;
using DivideMetrics.Web.Admin.Identity;
using DivideMetrics.Web.Admin.Pages;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;

namespace DivideMetrics.Web.Admin;

/// <summary>The second step of signing in: a code of the authenticator, or a recovery code.</summary>
internal static class SecondFactor
{
    /// <summary>Address of the page that asks for a code.</summary>
    public const string Path = "/admin/sign-in/second";

    public static void Map(RouteGroupBuilder desk)
    {
        desk.MapGet("/sign-in/second", GetAsync).AllowAnonymous();
        desk.MapPost("/sign-in/second", PostAsync).AllowAnonymous();
    }

    /// <summary>The page, which goes on to an address.</summary>
    public static string AddressOf(string address) => $"{Path}?{AdminArea.ReturnField}={Uri.EscapeDataString(address)}";

    private static async Task<IResult> GetAsync(HttpContext http, SignInManager<Account> sessions, [FromQuery(Name = AdminArea.ReturnField)] string? address) =>
        await sessions.GetTwoFactorAuthenticationUserAsync() is null
            ? TypedResults.LocalRedirect(AdminArea.SignInPath)
            : Page(http, ReturnAddress.Of(address));

    private static async Task<IResult> PostAsync(HttpContext http, SignInGuard guard, SignInManager<Account> sessions, AuditStore audit, Person person)
    {
        if (await sessions.GetTwoFactorAuthenticationUserAsync() is not { } account)
        {
            return TypedResults.LocalRedirect(AdminArea.SignInPath);
        }

        var address = ReturnAddress.Of(await http.FieldAsync(AdminArea.ReturnField));
        var code = (await http.FieldAsync("code")).Replace(" ", "", StringComparison.Ordinal);
        var isRecovery = code.Contains('-', StringComparison.Ordinal);
        var attempt = await guard.TryAsync(() => IsRightAsync(sessions, code, isRecovery), http.Connection.RemoteIpAddress, http.RequestAborted);
        if (attempt != Attempt.Accepted)
        {
            return attempt == Attempt.LockedOut
                ? Page(http, address, SignIn.TooMany(http), StatusCodes.Status429TooManyRequests)
                : Page(http, address, "The code is wrong or was used already.", StatusCodes.Status401Unauthorized);
        }

        var how = isRecovery ? "password and recovery code" : "password and authenticator";
        await audit.AddAsync(new("sign-in", account.Name, After: how), person.Actor, http.RequestAborted);
        return TypedResults.LocalRedirect(address);
    }

    private static async Task<bool> IsRightAsync(SignInManager<Account> sessions, string code, bool isRecovery) => (isRecovery
        ? await sessions.TwoFactorRecoveryCodeSignInAsync(code)
        : await sessions.TwoFactorAuthenticatorSignInAsync(code, isPersistent: false, rememberClient: false)).Succeeded;

    private static IResult Page(HttpContext http, string address, string? problem = null, int status = StatusCodes.Status200OK) =>
        DeskResults.Page<SecondFactorPage>(new SignInView(DeskResults.Frame(http, problem), address), status);
}
