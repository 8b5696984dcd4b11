namespace DivideMetrics.Browser.Tests;

/// <summary>Where things are in the working copy.</summary>
internal static class Repository
{
    /// <summary>The folder of the solution.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>The program, built in the same configuration as this test.</summary>
    public static string Program { get; } = Path.Combine(
        Root, "src", "DivideMetrics.Web", "bin", Configuration, "net10.0", "DivideMetrics.Web.dll");

    private static string Configuration => new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name;

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "DivideMetrics.sln")))
            {
                return folder.FullName;
            }
        }

        throw new InvalidOperationException($"Expected DivideMetrics.sln in a folder above {AppContext.BaseDirectory}, found none.");
    }
}
