using System.Collections.Concurrent;
using System.IO.Compression;
using System.Net;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace DivideMetrics.Tests.Sources;

/// <summary>A real HTTP server on loopback that answers by a script and remembers what it was asked.</summary>
public sealed class ScriptedServer : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly ConcurrentQueue<RequestDelegate> _script = new();
    private readonly ConcurrentQueue<Asked> _asked = new();
    private RequestDelegate _otherwise = context =>
    {
        context.Response.StatusCode = 404;
        return Task.CompletedTask;
    };

    private ScriptedServer(WebApplication app) => _app = app;

    public sealed record Asked(string Path, string Query, string UserAgent);

    public IReadOnlyList<Asked> Requests => [.. _asked];

    public string Address => _app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();

    public static async Task<ScriptedServer> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        var server = new ScriptedServer(builder.Build());
        server._app.Run(server.AnswerAsync);
        await server._app.StartAsync();
        return server;
    }

    /// <summary>Adds the next answer.</summary>
    public ScriptedServer Then(RequestDelegate answer)
    {
        _script.Enqueue(answer);
        return this;
    }

    public ScriptedServer Then(int status, string body = "", string type = "application/json", Action<IHeaderDictionary>? headers = null) =>
        Then(Text(status, body, type, headers));

    /// <summary>The answer after the script's end.</summary>
    public ScriptedServer Otherwise(RequestDelegate answer)
    {
        _otherwise = answer;
        return this;
    }

    public static RequestDelegate Text(int status, string body, string type = "application/json", Action<IHeaderDictionary>? headers = null) =>
        context =>
        {
            context.Response.StatusCode = status;
            context.Response.ContentType = type;
            headers?.Invoke(context.Response.Headers);
            return context.Response.WriteAsync(body);
        };

    public static RequestDelegate Bytes(byte[] body, string type) => context =>
    {
        context.Response.ContentType = type;
        return context.Response.Body.WriteAsync(body).AsTask();
    };

    /// <summary>A gzip body.</summary>
    public static RequestDelegate Compressed(string body) => async context =>
    {
        context.Response.ContentType = "application/json";
        context.Response.Headers.ContentEncoding = "gzip";
        await using var gzip = new GZipStream(context.Response.Body, CompressionLevel.Fastest);
        await gzip.WriteAsync(Encoding.UTF8.GetBytes(body));
    };

    /// <summary>Announces more bytes than it sends, then breaks the connection.</summary>
    public static RequestDelegate BreakingOff(string start, string type = "application/json") => async context =>
    {
        context.Response.ContentType = type;
        context.Response.ContentLength = start.Length + 1000;
        await context.Response.WriteAsync(start);
        await context.Response.Body.FlushAsync();
        context.Abort();
    };

    /// <summary>Sends the start and then nothing until the client gives up.</summary>
    public static RequestDelegate Stalling(string start) => async context =>
    {
        context.Response.ContentType = "application/json";
        await context.Response.WriteAsync(start);
        await context.Response.Body.FlushAsync();
        await Task.Delay(Timeout.Infinite, context.RequestAborted).ContinueWith(_ => { }, TaskScheduler.Default);
    };

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private Task AnswerAsync(HttpContext context)
    {
        var request = context.Request;
        _asked.Enqueue(new Asked(request.Path, request.QueryString.ToString(), request.Headers.UserAgent.ToString()));
        return (_script.TryDequeue(out var answer) ? answer : _otherwise)(context);
    }
}
