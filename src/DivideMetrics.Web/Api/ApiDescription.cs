using Scalar.AspNetCore;

namespace DivideMetrics.Web.Api;

/// <summary>The OpenAPI document and the page that shows it.</summary>
internal static class ApiDescription
{
    private const string Address = "/api/v1/openapi.json";

    /// <summary>The parameters that choose a state of the figures, in words.</summary>
    public const string StateWords =
        "asof=2025-03-01: the figures as released until that day, of each source its last release, with measures by the methods of today; "
        + "seen=2025-03-01: the figures as this site showed them at the end of that day (UTC), with the methods of that day; both: of what "
        + "was published here until the one, the releases until the other. A day in the future is now; a day before everything answers 404.";

    public static void AddApiDescription(this IServiceCollection services) =>
        services.AddOpenApi("v1", options =>
        {
            options.ShouldInclude = api => api.HttpMethod == HttpMethods.Get;
            options.AddDocumentTransformer((document, _, _) =>
            {
                document.Info = new()
                {
                    Title = "DivideMetrics",
                    Version = "v1",
                    Description =
                        "Figures of the digital divide and measures of its gaps. Names are those of SDMX in camel case (refArea, timePeriod, obsValue, "
                        + "obsStatus, unitMeasure); CSV files use SDMX's own (REF_AREA …). Missing is null with a status, never 0. Answers carry a weak "
                        + "ETag; ask again with If-None-Match. An unknown or malformed query parameter answers 400, an unknown id 404 with suggestions, "
                        + "both as problem details (RFC 9457). The header DivideMetrics-State says which "
                        + "state of the figures an answer shows (RFC 8941: asof, seen, computation, method, vintages). "
                        + "Before the first publication data answer 503 with Retry-After.",
                };
                document.Servers?.Clear();
                return Task.CompletedTask;
            });
        });

    public static void MapApiDescription(this IEndpointRouteBuilder app)
    {
        app.MapOpenApi(Address).RequireCors(ApiV1.Open);
        app.MapScalarApiReference("/api", options =>
        {
            options.Title = "DivideMetrics API";
            options.OpenApiRoutePattern = Address;
            options.DefaultFonts = false;
        });
    }
}
