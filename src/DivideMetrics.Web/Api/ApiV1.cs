using DivideMetrics.Seeds;

namespace DivideMetrics.Web.Api;

/// <summary>The public API and the downloads.</summary>
internal static class ApiV1
{
    /// <summary>Name of the CORS policy: anyone may read.</summary>
    public const string Open = "open";

    /// <summary>Registers what the API needs.</summary>
    public static IServiceCollection AddApi(this IServiceCollection services)
    {
        services.ConfigureHttpJsonOptions(options => ApiJson.Configure(options.SerializerOptions));
        services.AddCors(cors => cors.AddPolicy(Open, policy => policy
            .AllowAnyOrigin()
            .WithMethods(HttpMethods.Get, HttpMethods.Head)
            .AllowAnyHeader()
            .WithExposedHeaders("ETag", "Link", "Content-Disposition", "Retry-After", StateHeader.Name)));
        services.AddApiDescription();
        return services;
    }

    /// <summary>A resource that is only read, or asked for its headers.</summary>
    public static RouteHandlerBuilder MapRead(this IEndpointRouteBuilder app, string pattern, Delegate handler) =>
        app.MapMethods(pattern, [HttpMethods.Get, HttpMethods.Head], handler);

    /// <summary>Maps <c>/api/v1</c>, its description and the downloads.</summary>
    public static void MapApi(this IEndpointRouteBuilder app)
    {
        var declarations = app.ServiceProvider.GetRequiredService<Catalog>().Fingerprint;
        var api = app.MapGroup("/api/v1").RequireCors(Open).RefuseUnknownQuery();
        SourcesApi.Map(api);
        VintagesApi.Map(api);

        var figures = api.MapGroup("").AddEndpointFilter(new FiguresFilter(declarations));
        IndicatorsApi.Map(figures);
        AreasApi.Map(figures);
        MethodsApi.Map(figures);
        ExplainApi.Map(figures);

        var downloads = app.MapGroup("/indicators").RequireCors(Open).RefuseUnknownQuery().AddEndpointFilter(new FiguresFilter(declarations));
        DownloadsApi.Map(downloads);
        CitationsApi.Map(downloads);
        DividesApi.Map(app.MapGroup("").RequireCors(Open).RefuseUnknownQuery().AddEndpointFilter(new FiguresFilter(declarations)));
        ExploreApi.Map(app.MapGroup(AppUrls.ExploreStart).RequireCors(Open).RefuseUnknownQuery().AddEndpointFilter(new FiguresFilter(declarations)));
        ProgressApi.Map(app.MapGroup("").RequireCors(Open).RefuseUnknownQuery().AddEndpointFilter(new FiguresFilter(declarations)));
        CompareApi.Map(app.MapGroup("").RequireCors(Open).RefuseUnknownQuery().AddEndpointFilter(new FiguresFilter(declarations)));
        ChangesApi.Map(app.MapGroup(AppUrls.Sources).RequireCors(Open).RefuseUnknownQuery());
        SearchApi.Map(app.MapGroup("").RequireCors(Open).RefuseUnknownQuery());
        FeedsApi.Map(app.MapGroup("").RequireCors(Open).RefuseUnknownQuery());
        app.MapApiDescription();
    }
}
