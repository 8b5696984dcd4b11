using System.Diagnostics;
using System.Globalization;

namespace DivideMetrics.Storage.Tests.Embedded;

public sealed class EmbeddedRecoveryTests
{
    [Fact]
    public async Task Killed_server_is_started_again_with_its_data()
    {
        using var home = new TemporaryHome();
        await using var server = await home.StartAsync();
        await Ask.ExecuteAsync(server.ConnectionString, "create table kept as select 42 as answer");

        Kill(home.Postmaster());

        Assert.Equal(42, await Ask.EventuallyAsync(server.ConnectionString, "select answer from kept"));
    }

    [Fact]
    public async Task Server_killed_twice_is_started_again_twice()
    {
        using var home = new TemporaryHome();
        await using var server = await home.StartAsync();
        Kill(home.Postmaster());
        await Ask.EventuallyAsync(server.ConnectionString, "select 1");

        Kill(home.Postmaster());

        Assert.Equal(1, await Ask.EventuallyAsync(server.ConnectionString, "select 1"));
    }

    [Fact]
    public async Task Server_ends_with_a_killed_program()
    {
        using var home = new TemporaryHome();
        await using var program = await HostProgram.StartAsync(home.Folder);
        var server = home.Postmaster();

        await program.KillAsync();

        await Ask.UntilAsync(() => Task.FromResult(!IsAlive(server)));
        Assert.False(File.Exists(Path.Combine(home.Data, "postmaster.pid")));
    }

    [Fact]
    public async Task Start_right_after_a_killed_program_finds_the_committed_data()
    {
        using var home = new TemporaryHome();
        await using var program = await HostProgram.StartAsync(home.Folder);
        await Ask.ExecuteAsync(program.Said, "create table kept as select 42 as answer");
        await program.KillAsync();

        await using var next = await home.StartAsync();

        Assert.Equal(42, await Ask.ScalarAsync(next.ConnectionString, "select answer from kept"));
    }

    [Fact]
    public async Task Start_after_program_and_server_were_killed_together_finds_the_committed_data()
    {
        using var home = new TemporaryHome();
        await using var program = await HostProgram.StartAsync(home.Folder);
        await Ask.ExecuteAsync(program.Said, "create table kept as select 42 as answer");
        Kill(home.Postmaster());
        await program.KillAsync();

        await using var next = await home.StartAsync();

        Assert.Equal(42, await Ask.ScalarAsync(next.ConnectionString, "select answer from kept"));
    }

    [Fact]
    public async Task Stale_process_file_of_a_dead_process_is_no_obstacle()
    {
        using var home = new TemporaryHome();
        await home.InitialiseAsync();
        WriteProcessFile(home, DeadProcess());

        await using var server = await home.StartAsync();

        Assert.Equal(1, await Ask.ScalarAsync(server.ConnectionString, "select 1"));
    }

    [Fact]
    public async Task Stale_process_file_with_the_number_of_another_program_is_no_obstacle()
    {
        using var home = new TemporaryHome();
        await home.InitialiseAsync();
        WriteProcessFile(home, Environment.ProcessId);

        await using var server = await home.StartAsync();

        Assert.Equal(1, await Ask.ScalarAsync(server.ConnectionString, "select 1"));
    }

    [Fact]
    public async Task Remains_of_an_interrupted_first_start_are_replaced()
    {
        using var home = new TemporaryHome();
        var unfinished = Path.Combine(home.Folder, "postgres.new-1", "data");
        Directory.CreateDirectory(unfinished);
        await File.WriteAllTextAsync(Path.Combine(unfinished, "PG_VERSION"), "15\n", TestContext.Current.CancellationToken);

        await using var server = await home.StartAsync();

        Assert.Empty(Directory.GetDirectories(home.Folder, "postgres.new*"));
    }

    private static void Kill(int number)
    {
        using var process = Process.GetProcessById(number);
        process.Kill();
    }

    private static bool IsAlive(int number)
    {
        try
        {
            using var process = Process.GetProcessById(number);
            return !process.HasExited;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }

    private static int DeadProcess()
    {
        using var process = Process.Start(new ProcessStartInfo("dotnet", "--version") { RedirectStandardOutput = true })!;
        process.WaitForExit();
        return process.Id;
    }

    private static void WriteProcessFile(TemporaryHome home, int number) => File.WriteAllLines(
        Path.Combine(home.Data, "postmaster.pid"),
        [number.ToString(CultureInfo.InvariantCulture), home.Data, "1700000000", "5432", "", "127.0.0.1", "  5432001         0", "ready   "]);
}
