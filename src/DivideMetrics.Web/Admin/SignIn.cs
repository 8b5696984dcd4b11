using DivideMetrics.Storage.Accounts;
using DivideMetrics.Web.Admin.Identity;
using DivideMetrics.Web.Admin.Pages;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using SignInResult = Microsoft.AspNetCore.Identity.SignInResult;

namespace DivideMetrics.Web.Admin;

/// <summary>What the page that asks for name and password shows.</summary>
/// <param name="Frame">What every page shows.</param>
/// <param name="Return">Where to go after signing in.</param>
public sealed record SignInView(DeskFrame Frame, string Return);

/// <summary>Signing in and out: plain forms that work without script.</summary>
internal static class SignIn
{
    private const string Wrong = "The name or the password is wrong, or the account is locked after too many attempts.";

    public static void Map(RouteGroupBuilder desk)
    {
        desk.MapGet("/sign-in", (HttpContext http, [FromQuery(Name = AdminArea.ReturnField)] string? address) =>
            Page(http, ReturnAddress.Of(address))).AllowAnonymous();
        desk.MapPost("/sign-in", PostAsync).AllowAnonymous();
        desk.MapPost("/sign-out", SignOutAsync).RequireAuthorization(AccountRole.Viewer);
    }

    /// <summary>The answer to an address that failed too often.</summary>
    public static string TooMany(HttpContext http)
    {
        http.Response.Headers.RetryAfter = FormattableString.Invariant($"{SignInGuard.LockOut.TotalSeconds:0}");
        return $"Too many wrong attempts. Try again in {SignInGuard.LockOut.TotalMinutes:0} minutes.";
    }

    private static async Task<IResult> PostAsync(HttpContext http, SignInGuard guard, SignInManager<Account> sessions, AuditStore audit, Person person)
    {
        var address = ReturnAddress.Of(await http.FieldAsync(AdminArea.ReturnField));
        var name = await http.FieldAsync("name");
        var password = await http.FieldAsync("password");
        var result = SignInResult.Failed;
        var attempt = await guard.TryAsync(
            async () => (result = await CheckAsync(http, name, password)) is { Succeeded: true } or { RequiresTwoFactor: true },
            http.Connection.RemoteIpAddress,
            http.RequestAborted);
        if (attempt == Attempt.LockedOut)
        {
            return Page(http, address, TooMany(http), StatusCodes.Status429TooManyRequests);
        }

        if (attempt == Attempt.Refused)
        {
            return Page(http, address, Wrong, StatusCodes.Status401Unauthorized);
        }

        if (result.RequiresTwoFactor)
        {
            return TypedResults.LocalRedirect(SecondFactor.AddressOf(address));
        }

        await audit.AddAsync(new("sign-in", sessions.Context.User.Identity?.Name ?? name, After: "password"), person.Actor, http.RequestAborted);
        return TypedResults.LocalRedirect(address);
    }

    /// <summary>A name that is nobody's takes as long as one with a wrong password. It is not written down: people type passwords into it.</summary>
    private static async Task<SignInResult> CheckAsync(HttpContext http, string name, string password)
    {
        var sessions = http.RequestServices.GetRequiredService<SignInManager<Account>>();
        var accounts = sessions.UserManager;
        if (await accounts.FindByNameAsync(name.Trim()) is { } account)
        {
            return await sessions.PasswordSignInAsync(account, password, isPersistent: false, lockoutOnFailure: true);
        }

        accounts.PasswordHasher.HashPassword(new() { Name = "", Role = AccountRole.Viewer }, password);
        var person = http.RequestServices.GetRequiredService<Person>();
        await http.RequestServices.GetRequiredService<AuditStore>().AddAsync(new("sign-in.failed", "(unknown name)"), person.Actor, http.RequestAborted);
        return SignInResult.Failed;
    }

    private static async Task<IResult> SignOutAsync(HttpContext http, SignInManager<Account> sessions, AuditStore audit, Person person)
    {
        await audit.AddAsync(new("sign-out", person.Actor.Who), person.Actor, http.RequestAborted);
        await sessions.SignOutAsync();
        return TypedResults.LocalRedirect(AdminArea.SignInPath);
    }

    private static IResult Page(HttpContext http, string address, string? problem = null, int status = StatusCodes.Status200OK) =>
        DeskResults.Page<SignInPage>(new SignInView(DeskResults.Frame(http, problem), address), status);
}
