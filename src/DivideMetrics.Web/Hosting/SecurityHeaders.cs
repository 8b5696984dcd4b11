namespace DivideMetrics.Web.Hosting;

/// <summary>What browsers may do with our pages: everything comes from this server, nothing frames it.</summary>
internal static class SecurityHeaders
{
    private const string Policy =
        "default-src 'self'; script-src {0}; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; font-src 'self' data:; "
        + "connect-src 'self'; object-src 'none'; base-uri 'self'; form-action 'self'; frame-ancestors 'none'";

    private static readonly string Usual = string.Format(System.Globalization.CultureInfo.InvariantCulture, Policy, "'self'");

    /// <summary>The page of the API and Hangfire's dashboard set themselves up with a script inside the page.</summary>
    private static readonly string WithInlineScripts = string.Format(System.Globalization.CultureInfo.InvariantCulture, Policy, "'self' 'unsafe-inline'");

    /// <summary>Adds the headers to every answer.</summary>
    public static void UseSecurityHeaders(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        var headers = context.Response.Headers;
        headers.ContentSecurityPolicy = NeedsInlineScripts(context.Request.Path) ? WithInlineScripts : Usual;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "strict-origin-when-cross-origin";
        headers["Permissions-Policy"] = "camera=(), geolocation=(), microphone=()";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        return next(context);
    });

    private static bool NeedsInlineScripts(PathString path) =>
        path.StartsWithSegments("/admin/jobs") || path.Value?.TrimEnd('/') is "/api" or "/api/v1";
}
