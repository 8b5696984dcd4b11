using System.Runtime.CompilerServices;
using DivideMetrics.Seeds;
using DivideMetrics.Storage.Embedded;
using DivideMetrics.Web.Hosting;

namespace DivideMetrics.Web.Commands;

/// <summary>The checks in their order: what a later one needs, an earlier one has found well.</summary>
internal static class Doctor
{
    /// <summary>Looks at everything; each finding comes as soon as it is known.</summary>
    public static async IAsyncEnumerable<Check> ExamineAsync(bool network, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var (parts, broken) = Load();
        using var loaded = parts;
        if (parts is null)
        {
            yield return broken!;
            yield break;
        }

        await using var services = CommandHost.WithoutDatabase(parts);
        foreach (var check in WithoutDatabase(parts, services))
        {
            yield return check;
        }

        await foreach (var check in DatabaseChecks.ExamineAsync(parts, cancellationToken))
        {
            yield return check;
        }

        if (network)
        {
            await foreach (var check in NetworkChecks.ExamineAsync(parts.Catalog.Sources, cancellationToken))
            {
                yield return check;
            }
        }
    }

    private static IEnumerable<Check> WithoutDatabase(CommandParts parts, IServiceProvider services) =>
    [
        Check.Ok("seeds", Declared(parts.Catalog)), .. HomeCheck.Examine(parts.Settings.Home), .. SourceChecks.Examine(services),
    ];

    private static string Declared(Catalog catalog) => FormattableString.Invariant(
        $"{catalog.Indicators.Count} indicators, {catalog.Sources.Count} sources, {catalog.Bundles.Known.Count} maps of bundles");

    private static (CommandParts? Parts, Check? Broken) Load()
    {
        try
        {
            return (CommandParts.Load(), null);
        }
        catch (SeedException broken)
        {
            return (null, Check.Fail("seeds", $"{broken.Message.ReplaceLineEndings("; ")}. Correct the declarations."));
        }
        catch (Exception wrong) when (wrong is StartException or EmbeddedPostgresException)
        {
            return (null, Check.Fail("settings", wrong.Message));
        }
    }
}
