using DivideMetrics.Sources;

namespace DivideMetrics.Tests.Sources;

public sealed class SourceRegistryTests
{
    [Fact]
    public void Registry_lists_the_known_keys_when_one_is_unknown()
    {
        using var bench = new Workbench();

        var failure = Assert.Throws<SourceException>(() => bench.Registry.For(Workbench.Source("telepathy", "x")));

        Assert.Contains($"'telepathy'. Use one of {string.Join(", ", bench.Registry.Keys)}", failure.Message);
        Assert.Superset(new HashSet<string> { "delimited", "sheet", "worldbank-api", "worldbank-bulk" }, bench.Registry.Keys.ToHashSet());
    }

    [Fact]
    public void Adapter_has_the_version_that_it_is_registered_with()
    {
        var registry = new SourceRegistry([new("new", null!), new("mended", null!, 3)]);

        Assert.Equal((1, 3), (registry.VersionFor(Workbench.Source("new", "x")), registry.VersionFor(Workbench.Source("mended", "x"))));
    }
}
