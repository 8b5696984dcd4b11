using DivideMetrics.Jobs;
using DivideMetrics.Storage.Accounts;
using DivideMetrics.Web.Admin;
using DivideMetrics.Web.Admin.Identity;

namespace DivideMetrics.Web.Hosting;

/// <summary>The link that makes an administrator: printed for whoever started the program, and not logged, since logs travel.</summary>
internal static class SetupAnnouncement
{
    /// <summary>Setting that asks for a link to one more administrator, by the name to give: the way back when nobody can sign in any more.</summary>
    public const string NewAdministrator = "Desk:NewAdministrator";

    /// <summary>Prints the link of this start, if there is one.</summary>
    /// <exception cref="StartException">The name that was given can be none.</exception>
    public static async Task SayAsync(WebApplication app, CancellationToken cancellationToken)
    {
        if (app.Services.GetRequiredService<JobsOptions>().Role != Role.Worker
            && await LinkAsync(app.Services, app.Configuration[NewAdministrator], cancellationToken) is { } link)
        {
            Console.WriteLine(link.Words);
            Console.WriteLine(SetUp.AddressOf(Reachable(app.Urls.First()), link.Secret));
        }
    }

    /// <summary>A new link while there is no administrator, every earlier one being worth nothing from then on; else a link for the name that is asked for.</summary>
    /// <param name="services">The program's services.</param>
    /// <param name="asked">Name of one more administrator; null when none is asked for.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <returns>What is said of it, and its secret; null when there is nothing to make.</returns>
    /// <exception cref="StartException">The name that was given can be none.</exception>
    internal static async Task<(string Words, string Secret)?> LinkAsync(IServiceProvider services, string? asked, CancellationToken cancellationToken)
    {
        var links = services.GetRequiredService<AccountLinkStore>();
        if (await links.RenewSetupAsync(cancellationToken) is { } first)
        {
            return ("There is no administrator yet. This link makes the first one, once, until the next start:", first);
        }

        if (asked is null)
        {
            return null;
        }

        var name = NewAccounts.NameOf(asked)
            ?? throw new StartException($"--{NewAdministrator} expects a name of at most 100 letters that can be seen, and found “{asked}”.");
        return ($"This link makes {name} an administrator, once, within {AccountLinkStore.InvitationLasts.TotalDays:0} days:",
            await links.InviteAsync(name, AccountRole.Administrator, Actor.Program, cancellationToken));
    }

    /// <summary>An address that stands for all of this machine's is none that a browser can open.</summary>
    private static string Reachable(string address) =>
        address.Replace("//[::]", "//localhost", StringComparison.Ordinal).Replace("//0.0.0.0", "//localhost", StringComparison.Ordinal);
}
