using DivideMetrics.Seeds;

namespace DivideMetrics.Tests.Seeds;

/// <summary>The repository's own seeds, loaded once for all tests, and where its files are.</summary>
internal static class SeedFiles
{
    public static string Root { get; } = FindRoot();

    public static string Folder { get; } = Path.Combine(Root, "seeds");

    public static Catalog Catalog { get; } = SeedLoader.Load(Folder);

    /// <summary>A file of the provider data beside the repository; skips the test where there is none.</summary>
    public static string Shared(string path)
    {
        var full = Path.GetFullPath(Path.Combine(Root, "..", "shared", "data", path));
        Assert.SkipUnless(Path.Exists(full), $"needs {path} of ../shared/data, which is not on this machine");
        return full;
    }

    /// <summary>A private copy of the seeds that a test may damage.</summary>
    public static TemporarySeeds Copy() => new(Folder);

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "DivideMetrics.sln")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new InvalidOperationException("expected DivideMetrics.sln above the tests' folder, found none");
    }
}

/// <summary>A copy of the seeds in a folder of its own, removed at the end.</summary>
internal sealed class TemporarySeeds : IDisposable
{
    public TemporarySeeds(string original)
    {
        foreach (var file in Directory.EnumerateFiles(original, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(Folder, Path.GetRelativePath(original, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }
    }

    public string Folder { get; } = Directory.CreateTempSubdirectory("seeds-").FullName;

    public string Text(string file) => File.ReadAllText(Path.Combine(Folder, file));

    /// <summary>Deletes the indicators and goals whose file begins with none of these, so that a load takes less time.</summary>
    public void KeepOnly(params string[] stems)
    {
        foreach (var path in new[] { "indicators", "goals" }.SelectMany(folder => Directory.GetFiles(Path.Combine(Folder, folder), "*.yml")))
        {
            if (!stems.Any(stem => Path.GetFileName(path).StartsWith(stem, StringComparison.Ordinal)))
            {
                File.Delete(path);
            }
        }
    }

    public void Write(string file, string text) => File.WriteAllText(Path.Combine(Folder, file), text);

    /// <summary>Replaces the first place of a text that must be there.</summary>
    public void Replace(string file, string old, string replacement)
    {
        var text = Text(file);
        var at = text.IndexOf(old, StringComparison.Ordinal);
        Assert.True(at >= 0, $"the test expects '{old}' in {file}");
        Write(file, string.Concat(text.AsSpan(0, at), replacement, text.AsSpan(at + old.Length)));
    }

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}
