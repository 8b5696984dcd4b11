using System.Security.Claims;
using Hangfire;
using Microsoft.AspNetCore.Authentication.Cookies;

namespace DivideMetrics.Web.Admin;

/// <summary>The closed area: Hangfire's dashboard behind one password. Without a password it does not exist.</summary>
internal static class AdminArea
{
    /// <summary>Authentication scheme and authorization policy.</summary>
    public const string Scheme = "admin";

    /// <summary>Where the area begins.</summary>
    public const string Path = "/admin";

    /// <summary>Address of the page that asks for the password.</summary>
    public const string SignInPath = "/admin/sign-in";

    /// <summary>Address that ends the session.</summary>
    public const string SignOutPath = "/admin/sign-out";

    /// <summary>Claim that ties a session to the password it was opened with.</summary>
    public const string FingerprintClaim = "password";

    /// <summary>Query and form field with the address to go to after signing in.</summary>
    public const string ReturnField = "return";

    private static readonly TimeSpan Session = TimeSpan.FromHours(8);

    /// <summary>Registers the session cookie and the guard.</summary>
    public static void AddAdmin(this IServiceCollection services, string? password)
    {
        services.AddAuthorizationBuilder()
            .AddPolicy(Scheme, policy => policy.AddAuthenticationSchemes(Scheme).RequireAuthenticatedUser());
        var authentication = services.AddAuthentication();
        if (password is null)
        {
            return;
        }

        services.AddSingleton(new AdminPassword(password));
        services.AddSingleton<SignInGuard>();
        authentication.AddCookie(Scheme, Configure);
    }

    /// <summary>Maps the area; without a password every address in it answers 404, whatever the method.</summary>
    public static void MapAdmin(this IEndpointRouteBuilder app, string? password)
    {
        if (password is null)
        {
            app.Map("/admin/{**rest}", TypedResults.NotFound).ExcludeFromDescription();
            return;
        }

        SignIn.Map(app);
        app.MapHangfireDashboard(ReturnAddress.Default, new DashboardOptions
        {
            Authorization = [],
            AppPath = "/admin",
            DashboardTitle = "DivideMetrics: jobs",
            DisplayStorageConnectionString = false,
        }).RequireAuthorization(Scheme);
    }

    private static void Configure(CookieAuthenticationOptions options)
    {
        options.Cookie.Name = "divide-metrics-admin";
        options.Cookie.Path = Path;
        options.Cookie.HttpOnly = true;
        options.Cookie.SameSite = SameSiteMode.Strict;
        options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        options.ExpireTimeSpan = Session;
        options.SlidingExpiration = true;
        options.LoginPath = SignInPath;
        options.ReturnUrlParameter = ReturnField;
        options.Events.OnValidatePrincipal = RejectOtherPasswordsAsync;
    }

    private static Task RejectOtherPasswordsAsync(CookieValidatePrincipalContext context)
    {
        var password = context.HttpContext.RequestServices.GetRequiredService<AdminPassword>();
        if (context.Principal?.FindFirstValue(FingerprintClaim) != password.Fingerprint)
        {
            context.RejectPrincipal();
        }

        return Task.CompletedTask;
    }
}
