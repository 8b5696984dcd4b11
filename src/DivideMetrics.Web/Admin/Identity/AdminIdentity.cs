using DivideMetrics.Storage.Accounts;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;

namespace DivideMetrics.Web.Admin.Identity;

/// <summary>Registers accounts, their sessions and the rules of roles. No scheme is the usual one: readers are not asked who they are.</summary>
internal static class AdminIdentity
{
    /// <summary>Shorter passwords are refused.</summary>
    public const int LeastPasswordLength = 12;

    private const int LeastDifferentLetters = 5;
    private static readonly TimeSpan Session = TimeSpan.FromHours(8);
    private static readonly TimeSpan BetweenFactors = TimeSpan.FromMinutes(5);

    /// <summary>Adds them.</summary>
    public static void AddAdminIdentity(this IServiceCollection services)
    {
        services.AddScoped<Person>();
        services.AddScoped<NewAccounts>();
        services.AddIdentityCore<Account>(Configure)
            .AddUserStore<AccountUserStore>()
            .AddClaimsPrincipalFactory<AccountPrincipals>()
            .AddSignInManager()
            .AddTokenProvider<AuthenticatorTokenProvider<Account>>(TokenOptions.DefaultAuthenticatorProvider);
        services.AddAuthentication()
            .AddCookie(IdentityConstants.ApplicationScheme, OfSession)
            .AddCookie(IdentityConstants.TwoFactorUserIdScheme, OfFirstFactor);
        var rules = services.AddAuthorizationBuilder();
        for (var least = 0; least < AccountRole.All.Count; least++)
        {
            var enough = AccountRole.All.Skip(least).ToArray();
            rules.AddPolicy(AccountRole.All[least], rule => rule.AddAuthenticationSchemes(IdentityConstants.ApplicationScheme).RequireRole(enough));
        }
    }

    /// <summary>Long rather than colourful passwords; five wrong ones lock an account, whatever addresses they come from.</summary>
    private static void Configure(IdentityOptions options)
    {
        options.Password = new()
        {
            RequiredLength = LeastPasswordLength,
            RequiredUniqueChars = LeastDifferentLetters,
            RequireDigit = false,
            RequireLowercase = false,
            RequireNonAlphanumeric = false,
            RequireUppercase = false,
        };
        options.Lockout.MaxFailedAccessAttempts = SignInGuard.MostFailures;
        options.Lockout.DefaultLockoutTimeSpan = SignInGuard.LockOut;

        // Names are checked where accounts are made.
        options.User.AllowedUserNameCharacters = "";
    }

    private static void OfSession(CookieAuthenticationOptions options)
    {
        Guard(options.Cookie, "divide-metrics-admin");
        options.ExpireTimeSpan = Session;
        options.SlidingExpiration = true;
        options.LoginPath = AdminArea.SignInPath;
        options.ReturnUrlParameter = AdminArea.ReturnField;
        options.Events.OnValidatePrincipal = EndWithItsStampAsync;
        options.Events.OnRedirectToAccessDenied = denied => DeskResults.DeniedAsync(denied.HttpContext);
    }

    private static void OfFirstFactor(CookieAuthenticationOptions options)
    {
        Guard(options.Cookie, "divide-metrics-first-factor");
        options.ExpireTimeSpan = BetweenFactors;
    }

    private static void Guard(CookieBuilder cookie, string name)
    {
        cookie.Name = name;
        cookie.Path = AdminArea.Path;
        cookie.HttpOnly = true;
        cookie.SameSite = SameSiteMode.Strict;
        cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
    }

    /// <summary>At every request: a session ends with its account, its password, its second factor and its role.</summary>
    private static async Task EndWithItsStampAsync(CookieValidatePrincipalContext context)
    {
        var sessions = context.HttpContext.RequestServices.GetRequiredService<SignInManager<Account>>();
        if (await sessions.ValidateSecurityStampAsync(context.Principal) is not { IsClosed: false })
        {
            context.RejectPrincipal();
        }
    }
}
