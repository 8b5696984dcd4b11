using DivideMetrics.Storage.Embedded;

namespace DivideMetrics.Web.Hosting;

/// <summary>What the environment says.</summary>
/// <param name="Home">Folder of the private database, snapshots and keys.</param>
/// <param name="ConnectionString">PostgreSQL to use; null for a private one.</param>
/// <param name="Seeds">Folder of the declarations.</param>
/// <param name="Data">Folder of the delivered figures.</param>
internal sealed record Settings(string Home, string? ConnectionString, string Seeds, string Data)
{
    /// <summary>Folder or zip archive that sources are read from in place of the network; null for the network.</summary>
    public string? Bundle { get; init; }

    /// <summary>How readers reach the operator; without a contact the pages say that none is configured.</summary>
    public Operator Operator { get; init; } = new(Contact: null);

    /// <summary>Where fetched bytes are kept.</summary>
    public string Snapshots => Path.Combine(Home, "snapshots");

    /// <summary>Where the keys are kept that protect cookies and forms.</summary>
    public string Keys => Path.Combine(Home, "keys");

    /// <summary>Reads the settings.</summary>
    /// <exception cref="StartException">A folder or the bundle is missing, or the contact is none.</exception>
    public static Settings Read(IConfiguration configuration) => new(
        HomeFolder.Resolve(),
        Text(configuration.GetConnectionString("DivideMetrics")),
        Folder(configuration, "DIVIDEMETRICS_SEEDS", "seeds"),
        Folder(configuration, "DIVIDEMETRICS_DATA", "data"))
    {
        Bundle = BundleIn(configuration),
        Operator = new(Contact(configuration)),
    };

    private static string Folder(IConfiguration configuration, string variable, string delivered)
    {
        var folder = Text(configuration[variable]) is { } named ? Path.GetFullPath(named) : Path.Combine(AppContext.BaseDirectory, delivered);
        return Directory.Exists(folder)
            ? folder
            : throw new StartException($"Expected the folder {folder}, found nothing there. Name another with {variable}=/path/of/a/folder.");
    }

    private static string? BundleIn(IConfiguration configuration) =>
        Text(configuration["DIVIDEMETRICS_BUNDLE"]) is not { } named ? null
        : Path.Exists(named) ? Path.GetFullPath(named)
        : throw new StartException(
            $"DIVIDEMETRICS_BUNDLE: expected a folder or a zip archive at {Path.GetFullPath(named)}, found nothing there. Bring it, or leave the variable out.");

    private static string? Contact(IConfiguration configuration) =>
        Text(configuration["DIVIDEMETRICS_CONTACT"])?.Trim() is not { } contact ? null
        : Operator.IsContact(contact) ? contact
        : throw new StartException(
            $"DIVIDEMETRICS_CONTACT: expected an e-mail address or an address such as https://example.org/contact, found '{contact}'. Correct it, or leave the variable out.");

    private static string? Text(string? value) => string.IsNullOrWhiteSpace(value) ? null : value;
}
