namespace DivideMetrics.Jobs
{
    public enum Role { All, Web, Worker }
    public sealed record JobsOptions { public required string ConnectionString; public Role Role = Role.All; public required string DataFolder; public string? ContactUrl; }
    public static class X { public static void AddDivideMetricsJobs(this IServiceCollection s, JobsOptions o) { } }
}
namespace DivideMetrics.Web.Components { public sealed class App : Microsoft.AspNetCore.Components.ComponentBase { } }
