using Hangfire;
using Hangfire.PostgreSql;
using Hangfire.PostgreSql.Factories;

namespace DivideMetrics.Jobs.Scheduling;

/// <summary>Hangfire's tables in the product's database.</summary>
internal static class HangfireStorage
{
    /// <summary>Opens the storage and installs its schema where it is missing. Connects to the database.</summary>
    public static JobStorage Open(string connectionString)
    {
        var options = new PostgreSqlStorageOptions
        {
            SchemaName = "hangfire",
            PrepareSchemaIfNecessary = true,
            EnableTransactionScopeEnlistment = true,

            // a job in hand is renewed every minute; one whose program was killed is taken up again after five
            UseSlidingInvisibilityTimeout = true,
            InvisibilityTimeout = TimeSpan.FromMinutes(5),

            // Hangfire's own locks are rows, and a killed program leaves them; they are held for milliseconds and count for a minute
            DistributedLockTimeout = TimeSpan.FromMinutes(1),

            // a job put into the queue by this process is seen at once, one by another node after two seconds
            QueuePollInterval = TimeSpan.FromSeconds(2),
        };
        return new PostgreSqlStorage(new NpgsqlConnectionFactory(connectionString, options), options);
    }
}
