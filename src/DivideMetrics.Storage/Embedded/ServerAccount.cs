namespace DivideMetrics.Storage.Embedded;

/// <summary>
/// The account that PostgreSQL's programs run under. They refuse root, so root drops to an unprivileged account: the owner
/// of the cluster, else <c>postgres</c>, else <c>nobody</c>. Everybody else uses their own.
/// </summary>
internal sealed class ServerAccount
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(20);

    private readonly IReadOnlyList<string> _prefix;

    private ServerAccount(IReadOnlyList<string> prefix, (string User, string Group)? owner)
    {
        _prefix = prefix;
        Owner = owner;
    }

    /// <summary>The numbers of the user and group that root drops to; null for everybody else.</summary>
    public (string User, string Group)? Owner { get; }

    /// <summary>Chooses the account that can enter <paramref name="home"/> and run <paramref name="binaries"/>.</summary>
    /// <exception cref="EmbeddedPostgresException">Root has no way to drop to such an account.</exception>
    public static async Task<ServerAccount> ChooseAsync(
        string home, string dataFolder, PostgresBinaries binaries, CancellationToken ct)
    {
        if (OperatingSystem.IsWindows() || !Environment.IsPrivilegedProcess)
        {
            return new ServerAccount([], null);
        }

        var (user, group) = await OwnerOfAsync(dataFolder, ct) ?? await UnprivilegedAsync(ct);
        foreach (var prefix in WaysToDrop(user, group))
        {
            if (await CanUseAsync(prefix, home, binaries, ct))
            {
                return new ServerAccount(prefix, (user, group));
            }
        }

        throw new EmbeddedPostgresException(
            $"PostgreSQL refuses to run as root, and user {user} can neither be switched to with `setpriv` or `runuser` (package util-linux) "
            + $"or cannot enter {home} and run {binaries.Folder}. Start DivideMetrics as an ordinary user, or name a data folder which user {user} "
            + $"can enter with {HomeFolder.Variable}=/path/of/a/folder.");
    }

    /// <summary>The command line that runs a program under this account.</summary>
    public IReadOnlyList<string> Line(string program, params IReadOnlyList<string> arguments) => [.. _prefix, program, .. arguments];

    /// <summary>Makes this account the owner of a folder and all in it; nothing to do unless root drops to it.</summary>
    public async Task GiveAsync(string folder, CancellationToken ct)
    {
        if (Owner is not var (user, group))
        {
            return;
        }

        var answer = await Command.RunAsync(["chown", "-R", $"{user}:{group}", folder], Limit, ct);
        if (!answer.Succeeded)
        {
            throw new EmbeddedPostgresException($"The folder {folder} cannot be given to user {user}, under which PostgreSQL runs: {answer.Output}");
        }
    }

    private static async Task<(string User, string Group)?> OwnerOfAsync(string folder, CancellationToken ct)
    {
        if (!Directory.Exists(folder))
        {
            return null;
        }

        var answer = await Command.RunAsync(["stat", "-c", "%u %g", folder], Limit, ct);
        return answer.Succeeded && answer.Output.Split(' ') is [var user, var group] && user != "0" ? (user, group) : null;
    }

    private static async Task<(string User, string Group)> UnprivilegedAsync(CancellationToken ct)
    {
        foreach (var name in (string[])["postgres", "nobody"])
        {
            var user = await Command.RunAsync(["id", "-u", name], Limit, ct);
            var group = await Command.RunAsync(["id", "-g", name], Limit, ct);
            if (user.Succeeded && group.Succeeded)
            {
                return (user.Output, group.Output);
            }
        }

        throw new EmbeddedPostgresException(
            "PostgreSQL refuses to run as root, and this machine has neither a user `postgres` nor a user `nobody` to run it. "
            + "Start DivideMetrics as an ordinary user, or set ConnectionStrings__DivideMetrics to a PostgreSQL server.");
    }

    /// <summary>
    /// From the least to the most privileged. A folder that the account cannot enter (below /root, or a private temporary
    /// one) is not opened up: the account gets the capability to pass through instead. Without
    /// <c>no_setuid_fixup</c> the kernel ignores that capability in access(2), which PostgreSQL asks.
    /// </summary>
    private static IEnumerable<IReadOnlyList<string>> WaysToDrop(string user, string group)
    {
        string[] drop = ["setpriv", $"--reuid={user}", $"--regid={group}", "--clear-groups"];
        yield return drop;
        foreach (var capability in (string[])["dac_read_search", "dac_override"])
        {
            yield return [.. drop, "--securebits=+no_setuid_fixup", $"--inh-caps=+{capability}", $"--ambient-caps=+{capability}"];
        }

        yield return ["runuser", "-u", "postgres", "--"];
        yield return ["runuser", "-u", "nobody", "--"];
    }

    private static async Task<bool> CanUseAsync(
        IReadOnlyList<string> prefix, string home, PostgresBinaries binaries, CancellationToken ct)
    {
        const string Script = """cd "$1" && test -x "$2" && test -x "$3" && "$3" --version""";
        var answer = await Command.RunAsync(
            [.. prefix, "sh", "-c", Script, "sh", home, binaries.Program("initdb"), binaries.Program("postgres")], Limit, ct);
        return answer.Succeeded;
    }
}
