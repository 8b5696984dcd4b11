using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Logging.Console;

namespace DivideMetrics.Web.Hosting;

/// <summary>Log lines for people: the time, the word for what is grave, the message; an exception below it.</summary>
internal sealed class CalmConsole(TimeProvider clock) : ConsoleFormatter(FormatterName)
{
    private const string FormatterName = "calm";

    /// <summary>Replaces the usual console log.</summary>
    public static void Use(ILoggingBuilder logging)
    {
        logging.ClearProviders();
        logging.Services.AddSingleton(TimeProvider.System);
        logging.AddConsoleFormatter<CalmConsole, ConsoleFormatterOptions>();
        logging.AddConsole(options =>
        {
            options.FormatterName = FormatterName;
            options.LogToStandardErrorThreshold = LogLevel.Warning;
        });
    }

    public override void Write<TState>(in LogEntry<TState> logEntry, IExternalScopeProvider? scopeProvider, TextWriter textWriter)
    {
        if (IsFailedStart(logEntry.Category, logEntry.EventId))
        {
            return;
        }

        var message = logEntry.Formatter(logEntry.State, logEntry.Exception);
        textWriter.WriteLine(FormattableString.Invariant($"{clock.GetLocalNow():HH:mm:ss} {Word(logEntry.LogLevel)}{message}"));
        if (logEntry.Exception is { } exception)
        {
            textWriter.WriteLine(exception);
        }
    }

    /// <summary>The host logs a failed start with its stack trace; <see cref="ExitCode"/> says it in words.</summary>
    private static bool IsFailedStart(string category, EventId eventId) =>
        category == "Microsoft.Extensions.Hosting.Internal.Host" && eventId.Name == "HostedServiceStartupFaulted";

    private static string Word(LogLevel level) => level switch
    {
        LogLevel.Warning => "warning: ",
        LogLevel.Error => "error: ",
        LogLevel.Critical => "failure: ",
        _ => "",
    };
}
