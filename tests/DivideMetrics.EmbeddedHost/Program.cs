using DivideMetrics.Storage.Embedded;
using Microsoft.Extensions.Logging.Abstractions;

// Starts the private PostgreSQL of the resolved home folder, says how to connect, and serves until its input ends.
try
{
    await using var server = await EmbeddedPostgres.StartAsync(
        new EmbeddedPostgresOptions(HomeFolder.Resolve(), args.FirstOrDefault()), NullLogger.Instance, CancellationToken.None);
    Console.WriteLine(server.ConnectionString);
    await Console.In.ReadToEndAsync();
    return 0;
}
catch (EmbeddedPostgresException failure)
{
    Console.WriteLine(failure.Message);
    return 1;
}
