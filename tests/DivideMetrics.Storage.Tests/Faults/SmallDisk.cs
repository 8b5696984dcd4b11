using System.Diagnostics;

namespace DivideMetrics.Storage.Tests.Faults;

/// <summary>A real file system of a few pages, mounted below a folder, which the snapshots are put on while it is full.</summary>
internal sealed class SmallDisk(string folder) : IDisposable
{
    private readonly string _mount = Path.Combine(folder, "disk");
    private readonly string _snapshots = Path.Combine(folder, "snapshots");
    private bool _mounted;

    /// <summary>Leads the snapshots' folder to the full disk until disposed.</summary>
    public IDisposable Fill()
    {
        Mount();
        var away = _snapshots + ".away";
        Directory.CreateDirectory(_snapshots);
        Directory.Move(_snapshots, away);
        File.CreateSymbolicLink(_snapshots, _mount);
        return new Afterwards(() =>
        {
            Left = Directory.EnumerateFiles(_mount).Select(Path.GetFileName).Where(name => name != "filler").ToList()!;
            File.Delete(_snapshots);
            Directory.Move(away, _snapshots);
        });
    }

    /// <summary>Files that lay on the disk when it was last taken away.</summary>
    public IReadOnlyList<string> Left { get; private set; } = [];

    public void Dispose()
    {
        if (_mounted)
        {
            Run("umount", "-l", _mount);
        }
    }

    private void Mount()
    {
        if (_mounted)
        {
            return;
        }

        Assert.SkipUnless(
            OperatingSystem.IsLinux() && Environment.IsPrivilegedProcess, "Only root may mount the small disk that this test fills.");
        Directory.CreateDirectory(_mount);
        Assert.SkipUnless(
            Run("mount", "-t", "tmpfs", "-o", "size=16k", "small", _mount), "This machine does not let a test mount a small disk.");
        _mounted = true;
        try
        {
            File.WriteAllBytes(Path.Combine(_mount, "filler"), new byte[1 << 16]);
        }
        catch (IOException)
        {
            // it is full, as it is meant to be
        }
    }

    internal static bool Run(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardError = true })!;
        process.WaitForExit();
        return process.ExitCode == 0;
    }
}
