using System.Net;
using System.Net.Sockets;

namespace DivideMetrics.Web.Admin;

/// <summary>How an attempt to sign in ended.</summary>
public enum Attempt
{
    /// <summary>The password or code was right.</summary>
    Accepted,

    /// <summary>It was wrong.</summary>
    Refused,

    /// <summary>Too many wrong ones came from this address; this one was not even looked at.</summary>
    LockedOut,
}

/// <summary>
/// Slows down whoever guesses, beside the lock-out of each account: five wrong passwords close an address for fifteen minutes, and all addresses together get one
/// attempt after the other, each wrong one with a pause.
/// </summary>
internal sealed class SignInGuard(TimeProvider clock) : IDisposable
{
    /// <summary>Wrong passwords until an address is closed.</summary>
    public const int MostFailures = 5;

    /// <summary>How long an address stays closed, and how long failures are remembered.</summary>
    public static readonly TimeSpan LockOut = TimeSpan.FromMinutes(15);

    private const int IPv6NetworkBytes = 8;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(300);

    private readonly SemaphoreSlim _turn = new(1, 1);
    private readonly Dictionary<string, Failures> _failures = [];

    /// <summary>Tries a password or a code from an address; null stands for an address that is not known (a Unix socket).</summary>
    public async Task<Attempt> TryAsync(Func<Task<bool>> isRight, IPAddress? address, CancellationToken cancellationToken)
    {
        var from = NetworkOf(address);
        if (IsLockedOut(from))
        {
            return Attempt.LockedOut;
        }

        await _turn.WaitAsync(cancellationToken);
        try
        {
            if (IsLockedOut(from))
            {
                return Attempt.LockedOut;
            }

            if (await isRight())
            {
                Forget(from);
                return Attempt.Accepted;
            }

            Remember(from);
            await Task.Delay(Pause, clock, CancellationToken.None);
            return IsLockedOut(from) ? Attempt.LockedOut : Attempt.Refused;
        }
        finally
        {
            _turn.Release();
        }
    }

    public void Dispose() => _turn.Dispose();

    private bool IsLockedOut(string from)
    {
        lock (_failures)
        {
            return _failures.TryGetValue(from, out var known) && known.Count >= MostFailures && !IsPast(known);
        }
    }

    private void Remember(string from)
    {
        lock (_failures)
        {
            foreach (var past in _failures.Where(pair => IsPast(pair.Value)).Select(pair => pair.Key).ToList())
            {
                _failures.Remove(past);
            }

            var count = _failures.TryGetValue(from, out var known) ? known.Count : 0;
            _failures[from] = new(count + 1, clock.GetUtcNow());
        }
    }

    private void Forget(string from)
    {
        lock (_failures)
        {
            _failures.Remove(from);
        }
    }

    private bool IsPast(Failures known) => clock.GetUtcNow() - known.Last >= LockOut;

    /// <summary>An IPv6 network is one address: its holder has more of them than anyone could count.</summary>
    private static string NetworkOf(IPAddress? address)
    {
        if (address is { IsIPv4MappedToIPv6: true })
        {
            return address.MapToIPv4().ToString();
        }

        return address is { AddressFamily: AddressFamily.InterNetworkV6 }
            ? Convert.ToHexString(address.GetAddressBytes().AsSpan(0, IPv6NetworkBytes))
            : address?.ToString() ?? "";
    }

    private readonly record struct Failures(int Count, DateTimeOffset Last);
}
