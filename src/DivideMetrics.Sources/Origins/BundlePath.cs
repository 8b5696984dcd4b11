namespace DivideMetrics.Sources.Origins;

/// <summary>Names of files inside a bundle: relative, with slashes, never leading out of it.</summary>
internal static class BundlePath
{
    /// <summary>True for a path that stays below the folder that it is put in, on every system.</summary>
    public static bool IsSafe(string path) =>
        path.Length is > 0 and <= 1024
        && path.IndexOfAny(['\\', ':', '\0']) < 0
        && Array.TrueForAll(path.Split('/'), part => part.Length > 0 && part is not ("." or ".."));

    /// <summary>The last part.</summary>
    public static string NameOf(string path) => path[(path.LastIndexOf('/') + 1)..];
}
