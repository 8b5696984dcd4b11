namespace DivideMetrics.Storage.Embedded;

/// <summary>Where the private PostgreSQL keeps its files and where else its programs are looked for.</summary>
/// <param name="HomeFolder">
/// The folder of the installation (<c>DIVIDEMETRICS_HOME</c>); see <see cref="Embedded.HomeFolder.Resolve"/>. Created when missing.
/// </param>
/// <param name="BinariesFolder">
/// A folder with <c>initdb</c> and <c>postgres</c> that is used before all others, or null to search the system and npm's
/// packages. A cluster of another major version is opened with the programs of its own version all the same.
/// </param>
public sealed record EmbeddedPostgresOptions(string HomeFolder, string? BinariesFolder = null);
