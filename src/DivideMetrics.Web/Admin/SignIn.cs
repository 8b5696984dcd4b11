using System.Security.Claims;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Mvc;

namespace DivideMetrics.Web.Admin;

/// <summary>Signing in and out: plain forms that work without script.</summary>
internal static partial class SignIn
{
    private const string PasswordField = "password";

    public static void Map(IEndpointRouteBuilder app)
    {
        // The forms' tokens are checked by hand: a stale form gets the page again with a word on it, not a bare 400. The token keeps its page out of caches.
        var admin = app.MapGroup("/admin").ExcludeFromDescription().DisableAntiforgery();
        admin.MapGet("/sign-in", (HttpContext http, IAntiforgery forms, [FromQuery(Name = AdminArea.ReturnField)] string? address) =>
            Page(http, forms, address, null, StatusCodes.Status200OK));
        admin.MapPost("/sign-in", PostAsync);
        admin.MapPost("/sign-out", SignOutAsync);
        AdminImports.Map(admin);
    }

    private static async Task<IResult> PostAsync(HttpContext http, IAntiforgery forms, SignInGuard guard, ILogger<SignInGuard> logger)
    {
        if (!await forms.IsRequestValidAsync(http))
        {
            return Page(http, forms, null, "The form was out of date. Please try again.", StatusCodes.Status400BadRequest);
        }

        var form = await http.Request.ReadFormAsync(http.RequestAborted);
        var address = ReturnAddress.Of(form[AdminArea.ReturnField]);
        var result = await guard.TryAsync(form[PasswordField].ToString(), http.Connection.RemoteIpAddress, http.RequestAborted);
        if (result == SignInResult.Accepted)
        {
            await http.SignInAsync(AdminArea.Scheme, PrincipalOf(http.RequestServices.GetRequiredService<AdminPassword>()));
            return TypedResults.LocalRedirect(address);
        }

        Refused(logger, result, http.Connection.RemoteIpAddress?.ToString());
        return result == SignInResult.LockedOut
            ? TooMany(http, forms, address)
            : Page(http, forms, address, "The password is wrong.", StatusCodes.Status401Unauthorized);
    }

    private static async Task<IResult> SignOutAsync(HttpContext http, IAntiforgery forms)
    {
        if (!await forms.IsRequestValidAsync(http))
        {
            return Page(http, forms, null, "The form was out of date. Please try again.", StatusCodes.Status400BadRequest);
        }

        await http.SignOutAsync(AdminArea.Scheme);
        return TypedResults.LocalRedirect(AdminArea.SignInPath);
    }

    private static IResult TooMany(HttpContext http, IAntiforgery forms, string address)
    {
        http.Response.Headers.RetryAfter = FormattableString.Invariant($"{SignInGuard.LockOut.TotalSeconds:0}");
        return Page(
            http, forms, address, $"Too many wrong passwords. Try again in {SignInGuard.LockOut.TotalMinutes:0} minutes.", StatusCodes.Status429TooManyRequests);
    }

    private static IResult Page(HttpContext http, IAntiforgery forms, string? address, string? problem, int status) =>
        Results.Extensions.AdminPage(new(forms.GetAndStoreTokens(http), ReturnAddress.Of(address), problem, IsSignedIn: false), status);

    private static ClaimsPrincipal PrincipalOf(AdminPassword password) => new(new ClaimsIdentity(
        [new(ClaimTypes.Name, "admin"), new(AdminArea.FingerprintClaim, password.Fingerprint)], AdminArea.Scheme));

    [LoggerMessage(LogLevel.Warning, "Sign-in to the admin area: {Result} for {Address}")]
    private static partial void Refused(ILogger logger, SignInResult result, string? address);
}
