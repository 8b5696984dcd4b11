using System.Globalization;

namespace DivideMetrics.Storage.Embedded;

/// <summary>
/// The right to use a home folder, held as an exclusive lock on a file. The operating system ends it with the process,
/// however that ends, so that no lock is ever stale.
/// </summary>
internal sealed class InstanceLock : IDisposable
{
    private readonly FileStream _file;

    private InstanceLock(FileStream file) => _file = file;

    /// <summary>Takes the lock of <paramref name="folder"/> at once or not at all.</summary>
    /// <exception cref="EmbeddedPostgresException">Another instance holds it, or the folder cannot be written.</exception>
    public static InstanceLock Take(string folder)
    {
        var path = Path.Combine(folder, "instance.lock");
        try
        {
            var held = new InstanceLock(new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
            File.WriteAllText(HolderFile(folder), Environment.ProcessId.ToString(CultureInfo.InvariantCulture));
            return held;
        }
        catch (IOException failure) when (IsHeldByAnother(failure))
        {
            throw new EmbeddedPostgresException(
                $"Another instance of DivideMetrics (process {Holder(folder)}) uses the data folder {folder}. Stop it first, "
                + $"or give this one a folder of its own with {HomeFolder.Variable}=/path/of/a/folder.",
                failure)
            { IsInUse = true };
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw HomeFolder.Unwritable(folder, failure);
        }
    }

    public void Dispose() => _file.Dispose();

    // A locked file reports "would block" (EWOULDBLOCK, 11 or 35) on Unix and a sharing violation on Windows;
    // a full disk or a missing folder report something else.
    private static bool IsHeldByAnother(IOException failure) =>
        failure is not (DirectoryNotFoundException or FileNotFoundException or PathTooLongException)
        && (failure.HResult is 11 or 35 || (OperatingSystem.IsWindows() && (failure.HResult & 0xFFFF) == 32));

    // The holder writes its number into a second file, because the locked one cannot be read.
    private static string HolderFile(string folder) => Path.Combine(folder, "instance.pid");

    private static string Holder(string folder)
    {
        try
        {
            return File.ReadAllText(HolderFile(folder)).Trim();
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return "unknown";
        }
    }
}
