using Microsoft.Extensions.Logging;

namespace DivideMetrics.Storage.Embedded;

internal static partial class EmbeddedLog
{
    [LoggerMessage(1, LogLevel.Information, "Private PostgreSQL {Version} ({Binaries}) serves {Folder}")]
    public static partial void Started(this ILogger logger, Version version, string binaries, string folder);

    [LoggerMessage(2, LogLevel.Information, "Making the private database in {Folder} with PostgreSQL {Version}")]
    public static partial void Initialising(this ILogger logger, string folder, Version version);

    [LoggerMessage(3, LogLevel.Error, "The private PostgreSQL ended unexpectedly (exit code {ExitCode}) and is started again. The end of its log: {Log}")]
    public static partial void Died(this ILogger logger, int exitCode, string log);

    [LoggerMessage(4, LogLevel.Warning, "The private PostgreSQL runs again after {Attempts} attempt(s)")]
    public static partial void Recovered(this ILogger logger, int attempts);

    [LoggerMessage(5, LogLevel.Error, "The private PostgreSQL could not be started again; next attempt in {Seconds} seconds")]
    public static partial void StillDown(this ILogger logger, Exception failure, double seconds);

    [LoggerMessage(6, LogLevel.Information, "Private PostgreSQL stopped")]
    public static partial void Stopped(this ILogger logger);

    [LoggerMessage(7, LogLevel.Error, "The watch over the private PostgreSQL failed")]
    public static partial void WatchFailed(this ILogger logger, Exception failure);
}
