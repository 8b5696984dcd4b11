using System.Security.Cryptography;
using System.Text;

namespace DivideMetrics.Seeds;

/// <summary>A seed file as read.</summary>
/// <param name="Name">Name for messages: <c>seeds/</c> and the path below the seeds folder.</param>
/// <param name="Bytes">Its bytes.</param>
internal sealed record SeedFile(string Name, byte[] Bytes)
{
    public TextReader OpenText() => new StreamReader(new MemoryStream(Bytes, writable: false), Encoding.UTF8);

    /// <summary>File name without folder and extension.</summary>
    public string Stem => Path.GetFileNameWithoutExtension(Name);
}

/// <summary>The seeds folder, read once: YAML, CSV and JSON files, ordered by name.</summary>
internal sealed class SeedFolder
{
    private static readonly string[] Extensions = [".csv", ".json", ".yml"];
    private readonly SortedDictionary<string, SeedFile> _files = new(StringComparer.Ordinal);

    private SeedFolder()
    {
    }

    /// <exception cref="SeedException">The folder does not exist.</exception>
    public static SeedFolder Read(string path)
    {
        if (!Directory.Exists(path))
        {
            throw new SeedException(path, 1, "expected the folder with the seeds (areas.csv, indicators/, sources/ …), found none; check the installation");
        }

        var folder = new SeedFolder();
        foreach (var file in Directory.EnumerateFiles(path, "*", SearchOption.AllDirectories).Where(IsSeed))
        {
            var name = "seeds/" + Path.GetRelativePath(path, file).Replace('\\', '/');
            folder._files.Add(name, new SeedFile(name, File.ReadAllBytes(file)));
        }

        return folder;
    }

    /// <summary>The file with this path below the seeds folder.</summary>
    /// <exception cref="SeedException">There is no such file.</exception>
    public SeedFile Get(string path) => _files.GetValueOrDefault("seeds/" + path)
        ?? throw new SeedException("seeds/" + path, 1, "the file is missing");

    /// <summary>The YAML files of a subfolder, by name.</summary>
    public IEnumerable<SeedFile> YamlIn(string subfolder) => _files.Values.Where(file =>
        file.Name.StartsWith($"seeds/{subfolder}/", StringComparison.Ordinal) && file.Name.EndsWith(".yml", StringComparison.Ordinal));

    /// <summary>
    /// Lower-case hexadecimal SHA-256 over names and bytes of all files. Maps of bundles are left out: where bytes come from changes no figure.
    /// </summary>
    public string Fingerprint()
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var file in _files.Values.Where(file => !file.Name.StartsWith("seeds/bundles/", StringComparison.Ordinal)))
        {
            hash.AppendData(Encoding.UTF8.GetBytes(FormattableString.Invariant($"{file.Name}\n{file.Bytes.Length}\n")));
            hash.AppendData(file.Bytes);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private static bool IsSeed(string path) => Extensions.Contains(Path.GetExtension(path), StringComparer.Ordinal);
}
