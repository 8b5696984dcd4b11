using System.Net;
using System.Net.Sockets;

namespace DivideMetrics.Web.Admin;

/// <summary>How an attempt to sign in ended.</summary>
public enum SignInResult
{
    /// <summary>The password was right.</summary>
    Accepted,

    /// <summary>The password was wrong.</summary>
    Refused,

    /// <summary>Too many wrong passwords came from this address; this one was not even looked at.</summary>
    LockedOut,
}

/// <summary>
/// Slows down whoever guesses: five wrong passwords close an address for fifteen minutes, and all addresses together get one
/// attempt after the other, each wrong one with a pause.
/// </summary>
internal sealed class SignInGuard(AdminPassword password, TimeProvider clock) : IDisposable
{
    /// <summary>Wrong passwords until an address is closed.</summary>
    public const int MostFailures = 5;

    /// <summary>How long an address stays closed, and how long failures are remembered.</summary>
    public static readonly TimeSpan LockOut = TimeSpan.FromMinutes(15);

    private const int IPv6NetworkBytes = 8;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(300);

    private readonly SemaphoreSlim _turn = new(1, 1);
    private readonly Dictionary<string, Failures> _failures = [];

    /// <summary>Tries a password from an address; null stands for an address that is not known (a Unix socket).</summary>
    public async Task<SignInResult> TryAsync(string text, IPAddress? address, CancellationToken cancellationToken)
    {
        var from = NetworkOf(address);
        if (IsLockedOut(from))
        {
            return SignInResult.LockedOut;
        }

        await _turn.WaitAsync(cancellationToken);
        try
        {
            if (IsLockedOut(from))
            {
                return SignInResult.LockedOut;
            }

            if (password.Is(text))
            {
                Forget(from);
                return SignInResult.Accepted;
            }

            Remember(from);
            await Task.Delay(Pause, clock, CancellationToken.None);
            return IsLockedOut(from) ? SignInResult.LockedOut : SignInResult.Refused;
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
