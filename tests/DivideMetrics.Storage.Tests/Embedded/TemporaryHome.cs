using System.Globalization;
using DivideMetrics.Storage.Embedded;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;

namespace DivideMetrics.Storage.Tests.Embedded;

/// <summary>A home folder of one test, gone afterwards.</summary>
internal sealed class TemporaryHome : IDisposable
{
    public string Folder { get; } = Path.Combine(Path.GetTempPath(), $"divide-metrics-home-{Guid.NewGuid():n}");

    public string Data => Path.Combine(Folder, "postgres");

    public Task<EmbeddedPostgres> StartAsync() =>
        EmbeddedPostgres.StartAsync(new EmbeddedPostgresOptions(Folder), NullLogger.Instance, TestContext.Current.CancellationToken);

    /// <summary>Makes the cluster and stops the server again.</summary>
    public async Task InitialiseAsync()
    {
        await using var server = await StartAsync();
    }

    /// <summary>The process number of the running server.</summary>
    public int Postmaster() =>
        int.Parse(File.ReadLines(Path.Combine(Data, "postmaster.pid")).First(), CultureInfo.InvariantCulture);

    public void Dispose()
    {
        if (Directory.Exists(Folder))
        {
            Directory.Delete(Folder, recursive: true);
        }
    }
}

/// <summary>Small questions to a server.</summary>
internal static class Ask
{
    public static async Task ExecuteAsync(string connectionString, string sql) => await ScalarAsync(connectionString, sql);

    public static async Task<object?> ScalarAsync(string connectionString, string sql)
    {
        await using var source = NpgsqlDataSource.Create(connectionString);
        await using var command = source.CreateCommand(sql);
        return await command.ExecuteScalarAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>Waits, at the most a minute, until <paramref name="isTrue"/>.</summary>
    public static async Task UntilAsync(Func<Task<bool>> isTrue)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        while (!await isTrue())
        {
            await Task.Delay(50, limit.Token);
        }
    }

    /// <summary>Waits until the server answers, and gives its first answer.</summary>
    public static async Task<object?> EventuallyAsync(string connectionString, string sql)
    {
        object? answer = null;
        await UntilAsync(async () =>
        {
            try
            {
                answer = await ScalarAsync(connectionString, sql);
                return true;
            }
            catch (NpgsqlException)
            {
                return false;
            }
        });
        return answer;
    }
}
