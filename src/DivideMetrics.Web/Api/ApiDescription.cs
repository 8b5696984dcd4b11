using Scalar.AspNetCore;

namespace DivideMetrics.Web.Api;

/// <summary>The OpenAPI document and the page that shows it.</summary>
internal static class ApiDescription
{
    private const string Address = "/api/v1/openapi.json";

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
                        + "both as problem details (RFC 9457). Before the first publication data answer 503 with Retry-After.",
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
