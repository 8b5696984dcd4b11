using DivideMetrics.Storage.Runs;
using DivideMetrics.Tests.Sources;
using Microsoft.AspNetCore.Http;

namespace DivideMetrics.Storage.Tests.Faults;

/// <summary>How the run of a cell must end.</summary>
/// <param name="Status">The run's status: only <see cref="RunStatus.Published"/> changes what readers see.</param>
/// <param name="Says">Part of its message; null when it needs none.</param>
/// <param name="Finding">Code of a finding that it must have; null when none is asked.</param>
public sealed record Ending(RunStatus Status, string? Says = null, string? Finding = null)
{
    /// <summary>Another status that is as right: where it depends on the place at which a file is cut.</summary>
    public RunStatus? Or { get; init; }

    /// <summary>True for a status with which the run may end.</summary>
    public bool Allows(RunStatus status) => status == Status || status == Or;

    public static Ending Published { get; } = new(RunStatus.Published);

    public static Ending PublishedWith(string finding) => new(RunStatus.Published, null, finding);

    public static Ending Failed(string says) => new(RunStatus.Failed, says);

    public static Ending Held(string says, string? finding = null) => new(RunStatus.Quarantined, says, finding);
}

/// <summary>Something that goes wrong at a provider, on the way or on this machine.</summary>
/// <param name="Name">Its name in the matrix.</param>
/// <param name="Ending">How a run that meets it ends.</param>
public sealed record Fault(string Name, Ending Ending)
{
    /// <summary>What it makes of an edition.</summary>
    public Func<Edition, Edition> Table { get; init; } = edition => edition;

    /// <summary>What it makes of the provider's answers.</summary>
    public Func<RequestDelegate, ManualClock, RequestDelegate> Wire { get; init; } = (healthy, _) => healthy;

    /// <summary>What it makes of the bytes of an answer.</summary>
    public Func<byte[], byte[]> Bytes { get; init; } = bytes => bytes;

    /// <summary>What it does to this machine until it is disposed.</summary>
    public Func<FaultBench, IDisposable?> Machine { get; init; } = _ => null;

    /// <summary>True when only providers that send zip archives can have it.</summary>
    public bool ZipOnly { get; init; }

    public override string ToString() => Name;

    /// <summary>The first answers are not the data, then the provider is well again.</summary>
    public static Func<RequestDelegate, ManualClock, RequestDelegate> First(int times, RequestDelegate answer)
    {
        var left = times;
        return (healthy, _) => context => Interlocked.Decrement(ref left) >= 0 ? answer(context) : healthy(context);
    }

    /// <summary>Every answer is this one.</summary>
    public static Func<RequestDelegate, ManualClock, RequestDelegate> Always(RequestDelegate answer) => (_, _) => answer;

    /// <summary>An answer with a status and a few words.</summary>
    public static RequestDelegate Status(int status, Action<IHeaderDictionary>? headers = null) =>
        ScriptedServer.Text(status, "<html><title>No</title></html>", "text/html", headers);
}
