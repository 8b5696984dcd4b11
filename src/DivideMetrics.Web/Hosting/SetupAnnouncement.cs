using DivideMetrics.Jobs;
using DivideMetrics.Storage.Accounts;
using DivideMetrics.Web.Admin;

namespace DivideMetrics.Web.Hosting;

/// <summary>The link of the first administrator: printed for whoever started the program, and not logged, since logs travel.</summary>
internal static class SetupAnnouncement
{
    /// <summary>Prints a new link while there is no administrator; every earlier one is worth nothing from then on.</summary>
    public static async Task SayAsync(WebApplication app, CancellationToken cancellationToken)
    {
        if (app.Services.GetRequiredService<JobsOptions>().Role == Role.Worker
            || await app.Services.GetRequiredService<AccountLinkStore>().RenewSetupAsync(cancellationToken) is not { } secret)
        {
            return;
        }

        Console.WriteLine("There is no administrator yet. This link makes the first one, once, until the next start:");
        Console.WriteLine(SetUp.AddressOf(Reachable(app.Urls.First()), secret));
    }

    /// <summary>An address that stands for all of this machine's is none that a browser can open.</summary>
    private static string Reachable(string address) =>
        address.Replace("//[::]", "//localhost", StringComparison.Ordinal).Replace("//0.0.0.0", "//localhost", StringComparison.Ordinal);
}
