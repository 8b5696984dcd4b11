using DivideMetrics.Seeds;
using DivideMetrics.Storage.Embedded;
using DivideMetrics.Web.Commands;
using DivideMetrics.Web.Reading;
using Microsoft.AspNetCore.Connections;

namespace DivideMetrics.Web.Hosting;

/// <summary>How the program ends, and what it says to the operator when it could not start.</summary>
internal static class ExitCode
{
    /// <summary>Ended as asked.</summary>
    public const int Done = 0;

    /// <summary>Ended by a failure of its jobs.</summary>
    public const int Failed = 1;

    /// <summary>The command line was wrong.</summary>
    public const int Usage = 2;

    /// <summary>The start failed (seeds, database, settings or address), or a command did.</summary>
    public const int NotStarted = 3;

    /// <summary>A command's vintage is held in quarantine.</summary>
    public const int Held = 4;

    /// <summary>Tells how the program is called: because someone asked, or because the command line was wrong.</summary>
    public static int OfUsage(Parsed<StartOptions> options)
    {
        if (options.Problem is not { } problem)
        {
            Console.WriteLine(StartOptions.Usage);
            return Done;
        }

        Console.Error.WriteLine($"{problem.Parameter}: expected {problem.Expected}, found '{problem.Value}'.");
        Console.Error.WriteLine(StartOptions.Usage);
        return Usage;
    }

    /// <summary>Runs the program; a failed start becomes one message on the error stream, without a stack trace.</summary>
    public static async Task<int> OfAsync(Func<CancellationToken, Task> program)
    {
        using var signals = new StopSignals();
        try
        {
            await program(signals.Token);
            return Done;
        }
        catch (OperationCanceledException) when (signals.Token.IsCancellationRequested)
        {
            return Done;
        }
        catch (JobsFailedException failure)
        {
            await Console.Error.WriteLineAsync(failure.Message);
            return Failed;
        }
        catch (Exception failure) when (Explain(failure) is { } message)
        {
            await Console.Error.WriteLineAsync($"DivideMetrics cannot start. {message}");
            return NotStarted;
        }
    }

    /// <summary>Runs a command; what it cannot do becomes one message on the error stream, without a stack trace.</summary>
    public static async Task<int> OfCommandAsync(Func<CancellationToken, Task<int>> command)
    {
        using var signals = new StopSignals();
        try
        {
            return await command(signals.Token);
        }
        catch (OperationCanceledException) when (signals.Token.IsCancellationRequested)
        {
            await Console.Error.WriteLineAsync("Stopped. Nothing half-done was published.");
            return NotStarted;
        }
        catch (UsageException wrong)
        {
            await Console.Error.WriteLineAsync($"{wrong.Message} --help tells how the command is called.");
            return Usage;
        }
        catch (Exception failure) when (ExplainCommand(failure) is { } message)
        {
            await Console.Error.WriteLineAsync(message);
            return NotStarted;
        }
    }

    private static string? ExplainCommand(Exception failure) => failure switch
    {
        Sources.SourceException => failure.Message,
        Npgsql.NpgsqlException => $"The database does not answer as it should: {failure.Message}",
        IOException or UnauthorizedAccessException => failure.Message,
        _ => Explain(failure),
    };

    /// <summary>A start failure in words; null for a bug, which keeps its stack trace.</summary>
    public static string? Explain(Exception failure) => failure switch
    {
        StartException or EmbeddedPostgresException => failure.Message,
        SeedException seeds => $"Its declarations are broken:{Environment.NewLine}{seeds.Message}",
        IOException { InnerException: AddressInUseException } inUse =>
            $"{inUse.Message.TrimEnd('.')}. End the program that answers there, or choose another address with --urls http://localhost:8090.",
        IOException { InnerException: System.Net.Sockets.SocketException } address => address.Message,
        System.Net.Sockets.SocketException { SocketErrorCode: System.Net.Sockets.SocketError.AccessDenied } denied =>
            $"The address may not be used ({denied.Message}). Ports below 1024 need rights; choose another with --urls http://localhost:8090.",
        _ => null,
    };
}
