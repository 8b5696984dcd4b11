namespace DivideMetrics.Storage.Tests.Embedded;

public sealed class EmbeddedPostgresTests
{
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
