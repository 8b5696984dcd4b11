using System.ComponentModel;
using System.Diagnostics;

namespace DivideMetrics.Storage.Tests.Embedded;

/// <summary>Programs of the system which a test needs.</summary>
internal static class Programs
{
    public static bool Succeeds(IReadOnlyList<string> line)
    {
        try
        {
            var start = new ProcessStartInfo(line[0], line.Skip(1)) { RedirectStandardOutput = true, RedirectStandardError = true };
            using var process = Process.Start(start)!;
            process.WaitForExit();
            return process.ExitCode == 0;
        }
        catch (Win32Exception)
        {
            return false;
        }
    }
}
