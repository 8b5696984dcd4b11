using Hangfire;
using Microsoft.Extensions.DependencyInjection;

namespace DivideMetrics.Jobs.Scheduling;

/// <summary>Makes each job in a scope of its own.</summary>
internal sealed class ScopedActivator(IServiceScopeFactory scopes) : JobActivator
{
    public override JobActivatorScope BeginScope(JobActivatorContext context) => new Scope(scopes.CreateScope());

    private sealed class Scope(IServiceScope scope) : JobActivatorScope
    {
        public override object Resolve(Type type) => ActivatorUtilities.GetServiceOrCreateInstance(scope.ServiceProvider, type);

        public override void DisposeScope() => scope.Dispose();
    }
}
