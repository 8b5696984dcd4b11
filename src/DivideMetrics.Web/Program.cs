using DivideMetrics.Jobs;
using DivideMetrics.Seeds;
using DivideMetrics.Storage;
using DivideMetrics.Storage.Embedded;
using DivideMetrics.Storage.Migrations;
using DivideMetrics.Web.Components;
using DivideMetrics.Web.Reading;

var builder = WebApplication.CreateBuilder(args);
builder.WebHost.UseStaticWebAssets();
var home = builder.Configuration["DIVIDEMETRICS_HOME"] ?? Path.Combine(Path.GetTempPath(), "divide-metrics");
using var log = LoggerFactory.Create(logging => logging.AddConsole());
await using var postgres = await EmbeddedPostgres.StartAsync(new EmbeddedPostgresOptions(home), log.CreateLogger("PostgreSQL"), CancellationToken.None);
builder.Services.AddSingleton(SeedLoader.Load(Path.Combine(AppContext.BaseDirectory, "seeds")));
builder.Services.AddDivideMetricsStorage(postgres.ConnectionString, Path.Combine(home, "snapshots"));
builder.Services.AddDivideMetricsJobs(new JobsOptions { ConnectionString = postgres.ConnectionString + ";Enlist=true", DataFolder = Path.Combine(AppContext.BaseDirectory, "data") });
builder.Services.AddSingleton<Published>();
builder.Services.AddRazorComponents().AddInteractiveServerComponents();
var app = builder.Build();
await app.Services.GetRequiredService<Migrator>().MigrateAsync(CancellationToken.None);
app.UseStatusCodePagesWithReExecute("/not-found", createScopeForStatusCodePages: true);
app.UseAntiforgery();
app.MapStaticAssets();
app.MapRazorComponents<App>().AddInteractiveServerRenderMode();
await app.RunAsync();

public partial class Program;
