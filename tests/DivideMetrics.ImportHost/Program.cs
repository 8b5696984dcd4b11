using DivideMetrics.ImportHost;
using DivideMetrics.Jobs;
using DivideMetrics.Jobs.Ingest;
using DivideMetrics.Sources;
using DivideMetrics.Storage;
using Microsoft.Extensions.DependencyInjection;

// Starts an import into the database of the first argument. In the phase of the fourth, "fetching" or "parsing", it says so and stays there
// until it is killed; in any other phase the database holds it.
var services = new ServiceCollection();
services.AddDivideMetricsStorage(args[0], args[1]);
services.AddSingleton(HeldSource.Catalog);
services.AddDivideMetricsJobs(new() { ConnectionString = args[0], DataFolder = args[1], Role = Role.Web });
services.AddSingleton(new SourceAdapter(HeldSource.Key, new HeldSource
{
    Content = args[2],
    AtFetch = args[3] == "fetching" ? SayAndStay : () => { },
    AtHalf = args[3] == "parsing" ? SayAndStay : () => { },
}));
await using var provider = services.BuildServiceProvider();
await provider.GetRequiredService<IngestJob>().RunAsync(HeldSource.Id, "hand", CancellationToken.None);
return 0;

static void SayAndStay()
{
    Console.WriteLine("held");
    Thread.Sleep(Timeout.Infinite);
}
