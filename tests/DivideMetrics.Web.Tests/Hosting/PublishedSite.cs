using DivideMetrics.Jobs;
using DivideMetrics.Testing;

namespace DivideMetrics.Web.Tests.Hosting;

/// <summary>One site for the tests of a run, with the delivered figures imported by the real jobs.</summary>
public sealed class PublishedSite(PostgresFixture postgres) : IAsyncLifetime
{
    private string _database = "";
    private TestSite? _site;

    /// <summary>Asks the site.</summary>
    internal HttpClient Client => _site!.Client;

    /// <summary>The site's parts.</summary>
    internal IServiceProvider Services => _site!.Services;

    public async ValueTask InitializeAsync()
    {
        _database = await postgres.CreateDatabaseAsync();
        _site = await TestSite.StartAsync(_database, Role.All);
        await _site.WhenReadyAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (_site is not null)
        {
            await _site.DisposeAsync();
        }

        await postgres.DropDatabaseAsync(_database);
    }
}

/// <summary>The tests that share <see cref="PublishedSite"/>.</summary>
[CollectionDefinition(Name)]
public sealed class PublishedSiteTests : ICollectionFixture<PublishedSite>
{
    public const string Name = "published site";
}
