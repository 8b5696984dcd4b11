using DivideMetrics.Storage.Migrations;
using DivideMetrics.Web.Commands;
using DivideMetrics.Web.Hosting;

if (CommandLine.IsCommand(args))
{
    return await CommandLine.RunAsync(args);
}

var options = StartOptions.Parse(args);
if (options.Value is not { Help: false } start)
{
    return ExitCode.OfUsage(options);
}

return await ExitCode.OfAsync(async stop =>
{
    var builder = WebHost.CreateBuilder(start);
    var settings = Settings.Read(builder.Configuration);
    var catalog = Declarations.Load(settings.Seeds);

    using var startLog = WebHost.CreateStartLog(builder.Configuration);
    await using var database = await Database.OpenAsync(settings, startLog, stop);
    await using var app = WebHost.Build(builder, new(start.Role, settings, catalog, database.ConnectionString));
    await database.MigrateAsync(app.Services.GetRequiredService<Migrator>(), stop);

    await app.StartAsync(stop);
    Announcement.Say(app, settings.Home, database.Title);
    await SetupAnnouncement.SayAsync(app, stop);
    await app.WaitForShutdownAsync(stop);
    JobsFailedException.ThrowIfAny(app.Services);
});
