using Npgsql;

namespace DivideMetrics.Storage.Tests.Embedded;

public sealed class EmbeddedPostgresTests
{
    [Fact]
    public async Task First_start_serves_an_empty_database_of_the_product()
    {
        using var home = new TemporaryHome();
        await using var server = await home.StartAsync();

        Assert.Equal("divide_metrics|UTF8|C|on|on", await Ask.ScalarAsync(server.ConnectionString, """
            select concat_ws('|', d.datname, pg_encoding_to_char(d.encoding), d.datcollate, current_setting('fsync'), current_setting('data_checksums'))
            from pg_database d
            where d.datname = current_database()
            """));
    }

    [Fact]
    public async Task Server_listens_on_the_loopback_address_alone()
    {
        using var home = new TemporaryHome();
        await using var server = await home.StartAsync();

        Assert.Equal(
            "127.0.0.1|",
            await Ask.ScalarAsync(server.ConnectionString, "select current_setting('listen_addresses') || '|' || current_setting('unix_socket_directories')"));
    }

    [Theory]
    [InlineData("wrong")]
    [InlineData(null)]
    public async Task Connection_without_the_password_is_refused(string? password)
    {
        using var home = new TemporaryHome();
        await using var server = await home.StartAsync();
        var settings = new NpgsqlConnectionStringBuilder(server.ConnectionString) { Password = password };

        await Assert.ThrowsAnyAsync<NpgsqlException>(() => Ask.ScalarAsync(settings.ConnectionString, "select 1"));
    }

    [Fact]
    public async Task Passwords_are_kept_as_scram_verifiers()
    {
        using var home = new TemporaryHome();
        await using var server = await home.StartAsync();

        Assert.StartsWith("SCRAM-SHA-256$", (string?)await Ask.ScalarAsync(server.ConnectionString, "select rolpassword from pg_authid where rolname = 'divide_metrics'"));
    }

    [Fact]
    public async Task Every_way_in_asks_for_scram()
    {
        using var home = new TemporaryHome();
        await using var server = await home.StartAsync();

        Assert.Equal("scram-sha-256", await Ask.ScalarAsync(server.ConnectionString, "select string_agg(distinct auth_method, ',') from pg_hba_file_rules"));
    }

    [Fact]
    public async Task Restart_keeps_the_data()
    {
        using var home = new TemporaryHome();
        await using (var first = await home.StartAsync())
        {
            await Ask.ExecuteAsync(first.ConnectionString, "create table kept as select 42 as answer");
        }

        await using var second = await home.StartAsync();

        Assert.Equal(42, await Ask.ScalarAsync(second.ConnectionString, "select answer from kept"));
    }

    [Fact]
    public async Task Stopped_server_leaves_no_process()
    {
        using var home = new TemporaryHome();
        await home.InitialiseAsync();

        Assert.False(File.Exists(Path.Combine(home.Data, "postmaster.pid")));
    }

    [Fact]
    public async Task Lost_password_file_is_replaced_and_the_data_kept()
    {
        using var home = new TemporaryHome();
        await using (var first = await home.StartAsync())
        {
            await Ask.ExecuteAsync(first.ConnectionString, "create table kept as select 42 as answer");
        }

        File.Delete(Path.Combine(home.Folder, "postgres.password"));
        await using var second = await home.StartAsync();

        Assert.Equal(42, await Ask.ScalarAsync(second.ConnectionString, "select answer from kept"));
    }
}
