using System.Net;
using DivideMetrics.Testing;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace DivideMetrics.Web.Tests.Hosting;

/// <summary>What readers get when the program itself fails: words, a way on, and no inner workings.</summary>
public sealed class FailingPageTests(PostgresFixture postgres)
{
    private const string Secret = "a message that only the log may hold";

    [Fact]
    public async Task Page_whose_reading_fails_answers_500_with_words()
    {
        var database = await postgres.CreateDatabaseAsync();
        await using (var broken = await TestSite.StartAsync(database, change: new(services => services.AddSingleton<TimeProvider>(new BrokenClock()))))
        {
            await AssertCalmAsync(broken, "/indicators/internet-users");
        }

        await postgres.DropDatabaseAsync(database);
    }

    [Fact]
    public async Task Failure_outside_of_a_page_answers_500_with_words()
    {
        await using var broken = await TestSite.StartAsync(
            connectionString: null, change: new(Endpoints: app => app.MapGet("/broken", IResult () => throw new InvalidOperationException(Secret))));

        await AssertCalmAsync(broken, "/broken");
    }

    [Fact]
    public async Task Page_without_a_database_answers_503_with_words()
    {
        await using var alone = await TestSite.StartAsync(connectionString: null);

        using var answer = await alone.Client.GetAsync("/");

        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
        Assert.Contains("The figures cannot be read just now", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Failure_is_said_in_the_readers_language()
    {
        await using var broken = await TestSite.StartAsync(
            connectionString: null, change: new(Endpoints: app => app.MapGet("/broken", IResult () => throw new InvalidOperationException(Secret))));

        var html = await (await broken.Client.GetAsync("/broken?lang=qps")).Content.ReadAsStringAsync();

        Assert.Contains("<html lang=\"qps\" dir=\"ltr\">", html, StringComparison.Ordinal);
        Assert.Contains("<h1>⟦This page could not be drawn⟧</h1>", html, StringComparison.Ordinal);
        Assert.Contains("<a href=\"/?lang=qps\">", html, StringComparison.Ordinal);
    }

    private static async Task AssertCalmAsync(TestSite site, string address)
    {
        using var answer = await site.Client.GetAsync(address);
        var html = await answer.Content.ReadAsStringAsync();

        Assert.Equal((HttpStatusCode.InternalServerError, "text/html"), (answer.StatusCode, answer.Content.Headers.ContentType?.MediaType));
        Assert.Contains("This page could not be drawn", html, StringComparison.Ordinal);
        Assert.DoesNotContain(Secret, html, StringComparison.Ordinal);
    }

    /// <summary>A part that breaks in a way that nobody expects.</summary>
    private sealed class BrokenClock : TimeProvider
    {
        public override long GetTimestamp() => throw new InvalidOperationException(Secret);
    }
}
