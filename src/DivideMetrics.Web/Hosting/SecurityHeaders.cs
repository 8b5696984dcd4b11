namespace DivideMetrics.Web.Hosting;

/// <summary>What browsers may do with our pages: everything comes from this server, and only charts that ask for it may be framed.</summary>
internal static class SecurityHeaders
{
    private const string Policy =
        "default-src 'self'; script-src {0}; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; font-src 'self' data:; "
        + "connect-src 'self'; object-src 'none'; base-uri 'self'; form-action 'self'; frame-ancestors {1}";

    private static readonly string Usual = With("'self'", "'none'");

    /// <summary>The page of the API and Hangfire's dashboard set themselves up with a script inside the page.</summary>
    private static readonly string WithInlineScripts = With("'self' 'unsafe-inline'", "'none'");

    /// <summary>A chart that asks to be framed may be framed by anyone: it has no form that changes anything, and nobody is signed in there.</summary>
    private static readonly string Framed = With("'self'", "*");

    /// <summary>Adds the headers to every answer.</summary>
    public static void UseSecurityHeaders(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        var headers = context.Response.Headers;
        headers.ContentSecurityPolicy = NeedsInlineScripts(context.Request.Path) ? WithInlineScripts : IsFramed(context.Request) ? Framed : Usual;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "strict-origin-when-cross-origin";
        headers["Permissions-Policy"] = "camera=(), geolocation=(), microphone=()";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        return next(context);
    });

    private static bool NeedsInlineScripts(PathString path) =>
        path.StartsWithSegments("/admin/jobs") || path.Value?.TrimEnd('/') is "/api" or "/api/v1";

    private static bool IsFramed(HttpRequest request) => request.Path.StartsWithSegments(AppUrls.ExploreStart) && request.Query["embed"] == "1";

    private static string With(string scripts, string frames) => string.Format(System.Globalization.CultureInfo.InvariantCulture, Policy, scripts, frames);
}
