using System.Security.Cryptography;

namespace DivideMetrics.Storage.Embedded;

/// <summary>The random password of the private server, in a file that only its owner reads.</summary>
/// <param name="Text">64 hexadecimal digits.</param>
/// <param name="IsNew">True when the file was missing, so that an existing cluster does not know the password yet.</param>
internal sealed record ServerPassword(string Text, bool IsNew)
{
    public static string FileIn(string home) => Path.Combine(home, "postgres.password");

    /// <summary>The password of this home folder, made when there is none.</summary>
    public static ServerPassword In(string home)
    {
        var path = FileIn(home);
        var kept = File.Exists(path) ? File.ReadAllText(path).Trim() : "";
        return kept.Length > 0
            ? new ServerPassword(kept, IsNew: false)
            : new ServerPassword(RandomNumberGenerator.GetHexString(64, lowercase: true), IsNew: true);
    }

    /// <summary>Keeps the password for the next start: complete or not at all.</summary>
    public void Keep(string home)
    {
        var path = FileIn(home);
        WriteTo(path + ".new");
        File.Move(path + ".new", path, overwrite: true);
    }

    /// <summary>Writes the password into a new file of mode 0600.</summary>
    public void WriteTo(string path)
    {
        File.Delete(path);
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        using var writer = new StreamWriter(path, options);
        writer.WriteLine(Text);
    }
}
