using DivideMetrics.Sources;
using DivideMetrics.Web.Commands;

namespace DivideMetrics.Web.Tests.Commands;

public sealed class PlanRequestTests
{
    private static readonly string[] File = ["a.csv"];

    public static TheoryData<string, int, string[], string?, string?, string?> Wrong => new()
    {
        { "--file:", 0, File, null, null, null },
        { "--file:", 2, File, null, null, null },
        { "--file:", 1, File, "bundle.zip", null, null },
        { "--map:", 0, [], null, "map.yml", null },
        { "--adapter and --option:", 1, [], null, null, "delimited" },
        { "--adapter and --option:", 0, [], "bundle.zip", null, "delimited" },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public void Options_that_do_not_go_together_are_bad_usage(
        string told, int sources, string[] files, string? bundle, string? map, string? adapter)
    {
        var failure = Assert.Throws<UsageException>(() => Request(sources, files, bundle, map, adapter).Check());

        Assert.StartsWith(told, failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0, null, null)]
    [InlineData(2, "bundle.zip", "map.yml")]
    public void Options_that_go_together_pass(int sources, string? bundle, string? map) =>
        Assert.Null(Record.Exception(() => Request(sources, [], bundle, map, null).Check()));

    [Fact]
    public void Options_for_an_adapter_are_names_with_values()
    {
        Assert.Equal("a=b", CommandOptions.AdapterOptionsOf(["where=a=b", "x="])!["where"]);
        Assert.Null(CommandOptions.AdapterOptionsOf([]));
        Assert.Throws<UsageException>(() => CommandOptions.AdapterOptionsOf(["where"]));
        Assert.Throws<UsageException>(() => CommandOptions.AdapterOptionsOf(["=a"]));
        Assert.Throws<UsageException>(() => CommandOptions.AdapterOptionsOf(["a=1", "a=2"]));
    }

    private static PlanRequest Request(int sources, string[] files, string? bundle, string? map, string? adapter) =>
        new(Enumerable.Range(0, sources).Select(Source).ToList(), files, false) { Bundle = bundle, Map = map, Adapter = adapter };

    private static SourceDefinition Source(int number) => new()
    {
        Id = FormattableString.Invariant($"S{number}"), Title = "Test", Provider = "Test", Adapter = "delimited", Location = "none",
        Licence = new("X", "X", null, true), Citation = "Test", Series = [],
    };
}
