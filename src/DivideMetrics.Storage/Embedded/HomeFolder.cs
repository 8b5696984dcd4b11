namespace DivideMetrics.Storage.Embedded;

/// <summary>The folder of one installation: the database, its password, snapshots and logs.</summary>
public static class HomeFolder
{
    /// <summary>The environment variable that names the folder.</summary>
    public const string Variable = "DIVIDEMETRICS_HOME";

    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    /// <summary>
    /// The folder named by <c>DIVIDEMETRICS_HOME</c>, else <c>~/.local/share/divide-metrics</c>
    /// (<c>%LOCALAPPDATA%\divide-metrics</c> on Windows), as a full path. Nothing is created.
    /// </summary>
    /// <exception cref="EmbeddedPostgresException">Neither the variable nor a home folder of the user is set.</exception>
    public static string Resolve()
    {
        var named = Environment.GetEnvironmentVariable(Variable);
        if (!string.IsNullOrWhiteSpace(named))
        {
            return Path.GetFullPath(named);
        }

        if (OperatingSystem.IsWindows())
        {
            return Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData), "divide-metrics");
        }

        var user = Environment.GetFolderPath(Environment.SpecialFolder.UserProfile, Environment.SpecialFolderOption.DoNotVerify);
        return user.Length > 0
            ? Path.Combine(user, ".local", "share", "divide-metrics")
            : throw new EmbeddedPostgresException($"This user has no home folder. Name a folder for the data with {Variable}=/path/of/a/folder.");
    }

    /// <summary>
    /// Creates the folder where it is missing: open to its owner only. Root's lets others pass through (not list), because
    /// PostgreSQL runs under another account there; every file with a secret has its own mode.
    /// </summary>
    /// <exception cref="EmbeddedPostgresException">The folder cannot be created or written.</exception>
    internal static void Create(string folder)
    {
        try
        {
            if (OperatingSystem.IsWindows())
            {
                Directory.CreateDirectory(folder);
                return;
            }

            var mode = Environment.IsPrivilegedProcess ? OwnerOnly | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute : OwnerOnly;
            Directory.CreateDirectory(folder, mode);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw Unwritable(folder, failure);
        }
    }

    internal static EmbeddedPostgresException Unwritable(string folder, Exception failure) => new(
        $"The data folder {folder} cannot be created or written by user {Environment.UserName}: {failure.Message} "
        + $"Make it writable, free some space, or name another folder with {Variable}=/path/of/a/folder.",
        failure);
}
