using DivideMetrics.ImportHost;
using DivideMetrics.Jobs;
using DivideMetrics.Jobs.Ingest;
using DivideMetrics.Sources;
using DivideMetrics.Storage;
using Microsoft.Extensions.DependencyInjection;

// Starts an import into the database of the first argument, says so in the middle of its rows, and stays there until it is killed.
var services = new ServiceCollection();
services.AddDivideMetricsStorage(args[0], args[1]);
services.AddSingleton(HeldSource.Catalog);
services.AddDivideMetricsJobs(new() { ConnectionString = args[0], DataFolder = args[1], Role = Role.Web });
services.AddSingleton(new SourceAdapter(HeldSource.Key, new HeldSource { Content = args[2], AtHalf = SayAndStay }));
await using var provider = services.BuildServiceProvider();
await provider.GetRequiredService<IngestJob>().RunAsync(HeldSource.Id, "hand", CancellationToken.None);
return 0;

static void SayAndStay()
{
    Console.WriteLine("half");
    Thread.Sleep(Timeout.Infinite);
}
