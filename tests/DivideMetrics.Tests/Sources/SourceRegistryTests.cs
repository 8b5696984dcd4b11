using DivideMetrics.Sources;

namespace DivideMetrics.Tests.Sources;

public sealed class SourceRegistryTests
{
    [Fact]
    public void Registry_lists_the_known_keys_when_one_is_unknown()
    {
        using var bench = new Workbench();

        var failure = Assert.Throws<SourceException>(() => bench.Registry.For(Workbench.Source("sdmx", "x")));

        Assert.Contains("'sdmx'. Use one of delimited, worldbank-api, worldbank-bulk", failure.Message);
    }
}
