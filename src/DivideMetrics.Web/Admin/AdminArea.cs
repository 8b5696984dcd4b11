using DivideMetrics.Storage.Accounts;
using DivideMetrics.Web.Admin.Identity;
using Hangfire;
using Hangfire.Dashboard;
using Microsoft.AspNetCore.Antiforgery;

namespace DivideMetrics.Web.Admin;

/// <summary>The administrators' desk: pages of our own and Hangfire's dashboard, for accounts whose role allows them.</summary>
internal static class AdminArea
{
    /// <summary>Where the area begins.</summary>
    public const string Path = "/admin";

    /// <summary>Address of the page that asks who comes.</summary>
    public const string SignInPath = "/admin/sign-in";

    /// <summary>Address that ends the session.</summary>
    public const string SignOutPath = "/admin/sign-out";

    /// <summary>Query and form field with the address to go to after signing in.</summary>
    public const string ReturnField = "return";

    /// <summary>Registers accounts, sessions and the guard.</summary>
    public static void AddAdmin(this IServiceCollection services)
    {
        services.AddSingleton<SignInGuard>();
        services.AddAdminIdentity();
    }

    /// <summary>Maps the area. Each route says which role it asks for, or that it is open.</summary>
    public static void MapAdmin(this IEndpointRouteBuilder app)
    {
        // The filter checks the forms' tokens: a stale form gets a page with a word on it, not a bare 400.
        var desk = app.MapGroup(Path).ExcludeFromDescription().DisableAntiforgery().AddEndpointFilter(RefuseStaleForms);
        SignIn.Map(desk);
        SecondFactor.Map(desk);
        SetUp.Map(desk);
        AdminImports.Map(desk);
        OwnAccount.Map(desk);
        Users.Map(desk);
        AuditLog.Map(desk);
        app.MapHangfireDashboard(ReturnAddress.Default, new DashboardOptions
        {
            Authorization = [],
            AppPath = Path,
            DashboardTitle = "DivideMetrics: jobs",
            DisplayStorageConnectionString = false,
            IsReadOnlyFunc = context => !context.GetHttpContext().User.IsInRole(AccountRole.Administrator),
        }).RequireAuthorization(AccountRole.Viewer);
    }

    private static async ValueTask<object?> RefuseStaleForms(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        return HttpMethods.IsGet(http.Request.Method) || await http.RequestServices.GetRequiredService<IAntiforgery>().IsRequestValidAsync(http)
            ? await next(context)
            : DeskResults.Stale(http);
    }
}
