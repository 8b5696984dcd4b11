using DivideMetrics.Quality;
using DivideMetrics.Seeds;
using DivideMetrics.Sources;

namespace DivideMetrics.Web.Commands;

/// <summary>Looks at the declared sources: is there an adapter, and does it understand its options.</summary>
internal static class SourceChecks
{
    /// <summary>One line for all that are well, one for each that is not.</summary>
    public static IEnumerable<Check> Examine(IServiceProvider services)
    {
        var catalog = services.GetRequiredService<Catalog>();
        var wrong = catalog.Sources.Select(source => Problem(source, services)).OfType<Check>().ToList();
        return wrong.Count > 0
            ? wrong
            : [Check.Ok(
                "sources",
                FormattableString.Invariant($"the adapters of all {catalog.Sources.Count} are known and understand their options"))];
    }

    /// <summary>Reading no files at all still reads the options.</summary>
    private static Check? Problem(SourceDefinition source, IServiceProvider services)
    {
        try
        {
            var request = new ParseRequest(source, [], services.GetRequiredService<Catalog>().Areas, new FindingSink());
            _ = services.GetRequiredService<SourceRegistry>().For(source).Parse(request).Count();
            return null;
        }
        catch (SourceException failure)
        {
            return Check.Fail($"source {source.Id}", failure.Message);
        }
    }
}
