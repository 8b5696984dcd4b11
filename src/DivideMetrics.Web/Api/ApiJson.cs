using System.Text.Json;

namespace DivideMetrics.Web.Api;

/// <summary>How the API writes JSON.</summary>
internal static class ApiJson
{
    /// <summary>An enumeration's member as a word in kebab case: <c>IncomeGroup</c> → <c>income-group</c>.</summary>
    public static string Word<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.KebabCaseLower.ConvertName(value.ToString());

    /// <summary>Camel case, text as it is (no needless escapes), nulls written so that rows keep their shape.</summary>
    public static void Configure(JsonSerializerOptions options)
    {
        options.PropertyNamingPolicy = JsonNamingPolicy.CamelCase;
        options.Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping;
    }
}
