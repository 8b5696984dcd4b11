using DivideMetrics.Storage.Embedded;

namespace DivideMetrics.Storage.Tests.Embedded;

public sealed class EmbeddedRefusalTests
{
    [Fact]
    public async Task Second_instance_on_a_folder_is_told_who_holds_it()
    {
        using var home = new TemporaryHome();
        await using var first = await home.StartAsync();

        var refusal = await Assert.ThrowsAsync<EmbeddedPostgresException>(home.StartAsync);

        Assert.Contains($"(process {Environment.ProcessId}) uses the data folder {home.Folder}", refusal.Message);
    }

    [Fact]
    public async Task Second_program_on_a_folder_is_refused()
    {
        using var home = new TemporaryHome();
        await using var first = await home.StartAsync();

        await using var second = await HostProgram.StartAsync(home.Folder);

        Assert.StartsWith("Another instance of DivideMetrics", second.Said);
    }

    [Fact]
    public async Task Folder_is_free_again_after_a_refused_start()
    {
        using var home = new TemporaryHome();
        WriteVersion(home, "99");
        await Assert.ThrowsAsync<EmbeddedPostgresException>(home.StartAsync);
        Directory.Delete(home.Data, recursive: true);

        await using var server = await home.StartAsync();

        Assert.Equal(1, await Ask.ScalarAsync(server.ConnectionString, "select 1"));
    }

    [Fact]
    public async Task Cluster_of_an_older_major_is_refused_with_the_upgrade_commands()
    {
        using var home = new TemporaryHome();
        WriteVersion(home, "11");

        var refusal = await Assert.ThrowsAsync<EmbeddedPostgresException>(home.StartAsync);

        Assert.Matches($"pg_upgrade .*--old-bindir=\\S*11\\S* .*--old-datadir={home.Data} --new-datadir={home.Folder}/upgrade/data", refusal.Message);
    }

    [Fact]
    public async Task Cluster_of_a_newer_major_is_refused_without_an_upgrade()
    {
        using var home = new TemporaryHome();
        WriteVersion(home, "99");

        var refusal = await Assert.ThrowsAsync<EmbeddedPostgresException>(home.StartAsync);

        Assert.Contains("was made by PostgreSQL 99", refusal.Message);
        Assert.DoesNotContain("pg_upgrade", refusal.Message);
    }

    [Fact]
    public async Task Folder_of_other_files_is_not_taken_for_a_cluster()
    {
        using var home = new TemporaryHome();
        Directory.CreateDirectory(home.Data);
        await File.WriteAllTextAsync(Path.Combine(home.Data, "thesis.txt"), "mine", TestContext.Current.CancellationToken);

        var refusal = await Assert.ThrowsAsync<EmbeddedPostgresException>(home.StartAsync);

        Assert.Contains("no PG_VERSION", refusal.Message);
        Assert.True(File.Exists(Path.Combine(home.Data, "thesis.txt")));
    }

    [Fact]
    public async Task Home_that_is_a_file_is_named_with_the_way_out()
    {
        using var home = new TemporaryHome();
        Directory.CreateDirectory(home.Folder);
        var file = Path.Combine(home.Folder, "file");
        await File.WriteAllTextAsync(file, "", TestContext.Current.CancellationToken);
        var options = new EmbeddedPostgresOptions(file);

        var refusal = await Assert.ThrowsAsync<EmbeddedPostgresException>(
            () => EmbeddedPostgres.StartAsync(options, Microsoft.Extensions.Logging.Abstractions.NullLogger.Instance, TestContext.Current.CancellationToken));

        Assert.Contains($"{file} cannot be created or written", refusal.Message);
        Assert.Contains("DIVIDEMETRICS_HOME=", refusal.Message);
    }

    [Fact]
    public async Task Broken_cluster_is_reported_with_the_end_of_the_log()
    {
        using var home = new TemporaryHome();
        await home.InitialiseAsync();
        await File.AppendAllTextAsync(Path.Combine(home.Data, "postgresql.conf"), "\nno_such_setting = on\n", TestContext.Current.CancellationToken);

        var refusal = await Assert.ThrowsAsync<EmbeddedPostgresException>(home.StartAsync);

        Assert.Contains("no_such_setting", refusal.Message);
    }

    private static void WriteVersion(TemporaryHome home, string major)
    {
        Directory.CreateDirectory(home.Data);
        File.WriteAllText(Path.Combine(home.Data, "PG_VERSION"), major + "\n");
    }
}
