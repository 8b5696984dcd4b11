using System.Buffers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace DivideMetrics.Sources.WorldBank;

/// <summary>First element of a body: paging, or the provider's error messages.</summary>
internal sealed record WorldBankHeader(
    string? Page,
    string? Pages,
    string? Total,
    [property: JsonPropertyName("lastupdated")] string? LastUpdated,
    IReadOnlyList<WorldBankMessage>? Message);

/// <summary>One of the provider's error messages.</summary>
internal sealed record WorldBankMessage(string? Id, string? Key, string? Value);

/// <summary>A code and its title.</summary>
internal sealed record WorldBankItem(string? Id, string? Value);

/// <summary>
/// One row. Texts and numbers are both kept as text: the provider writes either, depending on the field and the database.
/// </summary>
internal sealed record WorldBankRow(
    WorldBankItem? Indicator,
    WorldBankItem? Country,
    [property: JsonPropertyName("countryiso3code")] string? Iso3,
    string? Date,
    string? Value,
    [property: JsonPropertyName("obs_status")] string? Status);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, Converters = [typeof(ScalarTextConverter)])]
[JsonSerializable(typeof(WorldBankHeader))]
[JsonSerializable(typeof(WorldBankRow))]
internal sealed partial class WorldBankJson : JsonSerializerContext;

/// <summary>Reads a string, a number or a boolean as its text, so that <c>"50"</c> and <c>50</c> are the same.</summary>
internal sealed class ScalarTextConverter : JsonConverter<string>
{
    public override string? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.TokenType switch
    {
        JsonTokenType.String => reader.GetString(),
        JsonTokenType.Number or JsonTokenType.True or JsonTokenType.False =>
            Encoding.UTF8.GetString(reader.HasValueSequence ? reader.ValueSequence.ToArray() : reader.ValueSpan),
        _ => throw new JsonException($"Expected a text or a number, found {reader.TokenType}."),
    };

    public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options) => writer.WriteStringValue(value);
}
