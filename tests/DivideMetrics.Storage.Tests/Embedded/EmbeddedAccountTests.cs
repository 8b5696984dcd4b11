using System.Runtime.Versioning;

namespace DivideMetrics.Storage.Tests.Embedded;

[UnsupportedOSPlatform("windows")]
public sealed class EmbeddedAccountTests
{
    [Fact]
    public async Task Ordinary_user_runs_the_server_under_its_own_account()
    {
        Assert.SkipUnless(Environment.IsPrivilegedProcess && OperatingSystem.IsLinux(), "Only root can switch to another user; as an ordinary user every other test shows this.");
        using var home = new TemporaryHome();
        Directory.CreateDirectory(home.Folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        string[] nobody = ["setpriv", "--reuid=nobody", "--clear-groups", "--"];
        Assert.SkipUnless(Programs.Succeeds([.. nobody, "ls", AppContext.BaseDirectory]), "The user nobody cannot read the folder of the tests.");
        Assert.True(Programs.Succeeds(["chown", "nobody", home.Folder]));

        await using var program = await HostProgram.StartAsync(home.Folder, nobody);

        Assert.Equal(1, await Ask.ScalarAsync(program.Said, "select 1"));
    }

    [Fact]
    public async Task Root_runs_the_server_below_a_folder_that_is_closed_to_others()
    {
        Assert.SkipUnless(Environment.IsPrivilegedProcess && OperatingSystem.IsLinux(), "The tests do not run as root.");
        using var home = new TemporaryHome();
        Directory.CreateDirectory(home.Folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        await using var server = await home.StartAsync();

        Assert.Equal(1, await Ask.ScalarAsync(server.ConnectionString, "select 1"));
    }
}
