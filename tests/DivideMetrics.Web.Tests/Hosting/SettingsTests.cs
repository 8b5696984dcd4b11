using DivideMetrics.Web.Hosting;
using Microsoft.Extensions.Configuration;

namespace DivideMetrics.Web.Tests.Hosting;

public sealed class SettingsTests
{
    [Fact]
    public void Folders_are_those_beside_the_program()
    {
        var settings = Settings.Read(With([]));

        Assert.Equal((Path.Combine(AppContext.BaseDirectory, "seeds"), Path.Combine(AppContext.BaseDirectory, "data")), (settings.Seeds, settings.Data));
    }

    [Theory]
    [InlineData("DIVIDEMETRICS_SEEDS")]
    [InlineData("DIVIDEMETRICS_DATA")]
    [InlineData("DIVIDEMETRICS_BUNDLE")]
    public void Folder_that_is_missing_stops_the_start(string variable)
    {
        var failure = Assert.Throws<StartException>(() => Settings.Read(With(new() { [variable] = "/no/such/folder" })));

        Assert.Contains(variable, failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_a_bundle_the_network_is_asked() => Assert.Null(Settings.Read(With(new() { ["DIVIDEMETRICS_BUNDLE"] = " " })).Bundle);

    [Theory]
    [InlineData(null, null, null)]
    [InlineData(" ", null, null)]
    [InlineData(" divide@example.org ", "divide@example.org", "mailto:divide@example.org")]
    [InlineData("https://example.org/contact", "https://example.org/contact", "https://example.org/contact")]
    public void Contact_is_an_address_or_none(string? given, string? taken, string? link)
    {
        var found = Settings.Read(With(new() { ["DIVIDEMETRICS_CONTACT"] = given })).Operator;

        Assert.Equal((taken, link), (found.Contact, found.ContactLink));
    }

    [Theory]
    [InlineData("the secretariat")]
    [InlineData("javascript:alert(1)")]
    [InlineData("javascript:a@b")]
    [InlineData("@example.org")]
    [InlineData("a@b@c")]
    public void Contact_that_is_none_stops_the_start(string given)
    {
        var failure = Assert.Throws<StartException>(() => Settings.Read(With(new() { ["DIVIDEMETRICS_CONTACT"] = given })));

        Assert.Contains("DIVIDEMETRICS_CONTACT", failure.Message, StringComparison.Ordinal);
    }

    private static IConfiguration With(Dictionary<string, string?> values) => new ConfigurationBuilder().AddInMemoryCollection(values).Build();
}
