using System.Runtime.Versioning;
using DivideMetrics.Storage.Embedded;
using Npgsql;

namespace DivideMetrics.Storage.Tests.Embedded;

/// <summary>What is true of a server after its first start.</summary>
public sealed class RunningServerTests(RunningServer running) : IClassFixture<RunningServer>
{
    [Fact]
    public async Task First_start_serves_an_empty_database_of_the_product()
    {
        Assert.Equal("divide_metrics|UTF8|C|on|on", await Ask.ScalarAsync(running.ConnectionString, """
            select concat_ws('|', d.datname, pg_encoding_to_char(d.encoding), d.datcollate, current_setting('fsync'), current_setting('data_checksums'))
            from pg_database d
            where d.datname = current_database()
            """));
    }

    [Fact]
    public async Task Server_listens_on_the_loopback_address_alone()
    {
        Assert.Equal(
            "127.0.0.1|",
            await Ask.ScalarAsync(running.ConnectionString, "select current_setting('listen_addresses') || '|' || current_setting('unix_socket_directories')"));
    }

    [Theory]
    [InlineData("wrong")]
    [InlineData(null)]
    public async Task Connection_without_the_password_is_refused(string? password)
    {
        var settings = new NpgsqlConnectionStringBuilder(running.ConnectionString) { Password = password };

        await Assert.ThrowsAnyAsync<NpgsqlException>(() => Ask.ScalarAsync(settings.ConnectionString, "select 1"));
    }

    [Fact]
    public async Task Passwords_are_kept_as_scram_verifiers()
    {
        Assert.StartsWith("SCRAM-SHA-256$", (string?)await Ask.ScalarAsync(running.ConnectionString, "select rolpassword from pg_authid where rolname = 'divide_metrics'"));
    }

    [Fact]
    public async Task Every_way_in_asks_for_scram()
    {
        Assert.Equal("scram-sha-256", await Ask.ScalarAsync(running.ConnectionString, "select string_agg(distinct auth_method, ',') from pg_hba_file_rules"));
    }

    [Fact, UnsupportedOSPlatform("windows")]
    public async Task Password_file_is_readable_by_its_owner_alone()
    {
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(Path.Combine(running.Home.Folder, "postgres.password")));
    }

    [Fact]
    public async Task Another_process_of_the_owner_finds_the_way_to_the_server()
    {
        var found = await RunningInstance.FindAsync(running.Home.Folder, TimeSpan.FromSeconds(10), TestContext.Current.CancellationToken);

        Assert.Equal("divide_metrics", await Ask.ScalarAsync(found!, "select current_database()::text"));
    }

    [Fact]
    public async Task Home_without_a_server_has_no_way_to_one()
    {
        using var home = new TemporaryHome();

        Assert.Null(await RunningInstance.FindAsync(home.Folder, TimeSpan.Zero, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Root_runs_the_server_under_an_unprivileged_account()
    {
        Assert.SkipUnless(Environment.IsPrivilegedProcess && OperatingSystem.IsLinux(), "The tests do not run as root.");

        Assert.DoesNotContain("Uid:\t0", await File.ReadAllTextAsync($"/proc/{running.Home.Postmaster()}/status", TestContext.Current.CancellationToken));
    }
}

/// <summary>A server that several tests look at and none changes.</summary>
public sealed class RunningServer : IAsyncLifetime
{
    private EmbeddedPostgres? _server;

    internal TemporaryHome Home { get; } = new();

    public string ConnectionString => _server!.ConnectionString;

    public async ValueTask InitializeAsync() => _server = await Home.StartAsync();

    public async ValueTask DisposeAsync()
    {
        await _server!.DisposeAsync();
        Home.Dispose();
    }
}
