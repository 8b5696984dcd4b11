namespace DivideMetrics.Web.Hosting;

/// <summary>A service in the background failed and the host stopped for it; the log has the stack trace.</summary>
internal sealed class JobsFailedException(Exception inner) : Exception($"DivideMetrics ended because its jobs failed: {inner.Message}", inner)
{
    /// <summary>A host that stops by itself must not look as if it had been asked to.</summary>
    /// <exception cref="JobsFailedException">A background service ended by an exception.</exception>
    public static void ThrowIfAny(IServiceProvider services)
    {
        var faulted = services.GetServices<IHostedService>().OfType<BackgroundService>().Select(service => service.ExecuteTask)
            .FirstOrDefault(task => task is { IsFaulted: true });
        if (faulted?.Exception is { } failure)
        {
            throw new JobsFailedException(failure.GetBaseException());
        }
    }
}
