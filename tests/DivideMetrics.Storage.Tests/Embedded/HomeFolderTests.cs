using System.Runtime.Versioning;
using DivideMetrics.Storage.Embedded;

namespace DivideMetrics.Storage.Tests.Embedded;

[UnsupportedOSPlatform("windows")]
public sealed class HomeFolderTests
{
    [Fact]
    public void Folder_made_by_an_ordinary_user_is_closed_to_others()
    {
        Assert.SkipWhen(Environment.IsPrivilegedProcess, "Root's folder lets the server's account pass through.");
        using var home = new TemporaryHome();

        HomeFolder.Create(home.Folder);

        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, File.GetUnixFileMode(home.Folder));
    }

    [Fact]
    public void Folder_made_by_root_cannot_be_listed_by_others()
    {
        Assert.SkipUnless(Environment.IsPrivilegedProcess, "The tests do not run as root.");
        using var home = new TemporaryHome();

        HomeFolder.Create(home.Folder);

        Assert.False(File.GetUnixFileMode(home.Folder).HasFlag(UnixFileMode.OtherRead));
    }
}
