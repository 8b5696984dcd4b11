using DivideMetrics.Jobs;
using DivideMetrics.Sources;
using DivideMetrics.Sources.Origins;
using Microsoft.Extensions.DependencyInjection;

namespace DivideMetrics.Storage.Tests.Jobs;

public sealed class OriginWiringTests
{
    [Fact]
    public void Jobs_ask_the_network_unless_a_bundle_is_named()
    {
        Assert.IsType<NetworkOrigin>(OriginWith(bundle: null));
        Assert.IsType<BundleOrigin>(OriginWith(bundle: "bundle.zip"));
    }

    private static IByteOrigin OriginWith(string? bundle)
    {
        var services = new ServiceCollection().AddSingleton(Declared.Catalog());
        services.AddDivideMetricsJobs(new() { ConnectionString = "", DataFolder = "data", Bundle = bundle, Role = Role.Web });
        using var provider = services.BuildServiceProvider();
        return provider.GetRequiredService<IByteOrigin>();
    }
}
