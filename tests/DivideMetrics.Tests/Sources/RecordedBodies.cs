namespace DivideMetrics.Tests.Sources;

/// <summary>Bodies out of the recorded cassettes beside the repository (YAML, one <c>body:</c> in each response).</summary>
internal static class RecordedBodies
{
    public static IReadOnlyList<string> Read(string cassette)
    {
        var text = File.ReadAllText(Workbench.Shared("api-samples/worldbank-v2-recorded-2021/" + cassette));
        return text.Split("\n  response:\n    body: ").Skip(1).Select(Unquote).ToList();
    }

    /// <summary>A YAML scalar in quotes, folded over lines.</summary>
    private static string Unquote(string scalar)
    {
        var quote = scalar[0];
        var end = 1;
        while (scalar[end] != quote || (quote == '\'' && scalar[end + 1] == '\''))
        {
            end += scalar[end] == '\\' || (quote == '\'' && scalar[end] == '\'') ? 2 : 1;
        }

        var folded = string.Join(' ', scalar[1..end].Split('\n').Select(line => line.Trim()));
        return quote == '\'' ? folded.Replace("''", "'") : System.Text.RegularExpressions.Regex.Unescape(folded);
    }
}
