using DivideMetrics.Jobs;

namespace DivideMetrics.Web.Hosting;

/// <summary>The first lines that the operator reads.</summary>
internal static partial class Announcement
{
    /// <summary>Says where the program answers, where its folder is and which database it uses.</summary>
    public static void Say(WebApplication app, string home, string database)
    {
        var logger = app.Logger;
        if (app.Services.GetRequiredService<JobsOptions>().Role == Role.Worker)
        {
            Works(logger, app.Urls.First());
        }
        else
        {
            IsAt(logger, string.Join(" and ", app.Urls));
        }

        Uses(logger, home, database);
    }

    [LoggerMessage(LogLevel.Information, "DivideMetrics is at {Addresses}")]
    private static partial void IsAt(ILogger logger, string addresses);

    [LoggerMessage(LogLevel.Information, "DivideMetrics works on its jobs; its health is at {Address}/health/ready")]
    private static partial void Works(ILogger logger, string address);

    [LoggerMessage(LogLevel.Information, "Home folder: {Home}; database: {Database}. Ctrl-C ends the program.")]
    private static partial void Uses(ILogger logger, string home, string database);
}
