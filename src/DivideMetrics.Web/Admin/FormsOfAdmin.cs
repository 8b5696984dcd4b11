using Microsoft.AspNetCore.Antiforgery;

namespace DivideMetrics.Web.Admin;

/// <summary>
/// Protects the forms of the admin area, and leaves readers without a cookie: no page of theirs posts a form, but the framework prepares every page
/// for one. What is posted all the same is refused, for it bears no token.
/// </summary>
internal sealed class FormsOfAdmin(IAntiforgery framework) : IAntiforgery
{
    private static readonly AntiforgeryTokenSet None = new(requestToken: null, cookieToken: null, "none", headerName: null);

    public AntiforgeryTokenSet GetAndStoreTokens(HttpContext httpContext) => IsAdmin(httpContext) ? framework.GetAndStoreTokens(httpContext) : None;

    public AntiforgeryTokenSet GetTokens(HttpContext httpContext) => IsAdmin(httpContext) ? framework.GetTokens(httpContext) : None;

    public Task<bool> IsRequestValidAsync(HttpContext httpContext) => framework.IsRequestValidAsync(httpContext);

    public void SetCookieTokenAndHeader(HttpContext httpContext)
    {
        if (IsAdmin(httpContext))
        {
            framework.SetCookieTokenAndHeader(httpContext);
        }
    }

    public Task ValidateRequestAsync(HttpContext httpContext) => framework.ValidateRequestAsync(httpContext);

    // Hangfire's dashboard takes its own address for the base of its paths.
    private static bool IsAdmin(HttpContext context) =>
        context.Request.Path.StartsWithSegments(AdminArea.Path)
        || context.Request.PathBase.Value?.EndsWith(ReturnAddress.Default, StringComparison.OrdinalIgnoreCase) is true;
}

/// <summary>Registers <see cref="FormsOfAdmin"/>.</summary>
internal static class FormsOfAdminServices
{
    /// <summary>Puts it before the framework's own protection, which must be registered already.</summary>
    public static void AddFormsOfAdminOnly(this IServiceCollection services)
    {
        services.AddAntiforgery(options => options.Cookie.Path = AdminArea.Path);
        var framework = services.Last(service => service.ServiceType == typeof(IAntiforgery)).ImplementationType
            ?? throw new InvalidOperationException("Expected the framework to register a type that protects forms; found none.");
        services.AddSingleton<IAntiforgery>(provider => new FormsOfAdmin((IAntiforgery)ActivatorUtilities.CreateInstance(provider, framework)));
    }
}
