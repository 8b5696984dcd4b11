using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using NJsonSchema;
using NJsonSchema.Validation;
using YamlDotNet.Core;

namespace DivideMetrics.Seeds;

/// <summary>A JSON Schema of <c>seeds/schema</c>, and the reading of YAML files against it.</summary>
internal sealed class SeedSchema
{
    private static readonly JsonLoadSettings KeepLines = new() { LineInfoHandling = LineInfoHandling.Load };
    private readonly JsonSchema _schema;

    private SeedSchema(JsonSchema schema) => _schema = schema;

    /// <exception cref="SeedException">The schema is missing or is no JSON Schema.</exception>
    public static SeedSchema Load(SeedFolder folder, string name)
    {
        var file = folder.Get($"schema/{name}.schema.json");
        try
        {
            return new SeedSchema(JsonSchema.FromJsonAsync(file.OpenText().ReadToEnd()).GetAwaiter().GetResult());
        }
        catch (JsonException exception)
        {
            var line = (exception as JsonReaderException)?.LineNumber ?? 1;
            throw new SeedException(file.Name, Math.Max(1, line), $"expected a JSON Schema: {exception.Message}");
        }
    }

    /// <summary>The file's document; null, with the problems told, when it is not YAML or not as the schema wants it.</summary>
    public JObject? Read(SeedFile file, SeedProblems problems)
    {
        var root = Parse(file, problems);
        if (root is null)
        {
            return null;
        }

        var errors = _schema.Validate(root).SelectMany(Innermost).ToList();
        foreach (var error in errors)
        {
            problems.Add(file.Name, Math.Max(1, error.LineNumber), SchemaReason.Of(error));
        }

        return errors.Count == 0 ? root : null;
    }

    /// <summary>What is wrong inside a value, instead of that the value is wrong.</summary>
    private static IEnumerable<ValidationError> Innermost(ValidationError error) => error is ChildSchemaValidationError outer
        ? outer.Errors.Values.SelectMany(errors => errors).SelectMany(Innermost)
        : [error];

    private static JObject? Parse(SeedFile file, SeedProblems problems)
    {
        using var text = file.OpenText();
        var scanner = new Scanner(text);
        using var reader = new YamlTokenReader(new Parser(scanner));
        try
        {
            if (!reader.Read() || reader.TokenType != JsonToken.StartObject)
            {
                problems.Add(file.Name, 1, "expected keys with values, found none");
                return null;
            }

            var root = JObject.Load(reader, KeepLines);
            if (reader.Read())
            {
                problems.Add(file.Name, reader.LineNumber, "expected one document, found a second one");
                return null;
            }

            return root;
        }
        catch (YamlException exception)
        {
            problems.Add(file.Name, LineOf(exception, reader.LineNumber, scanner.CurrentPosition.Line), $"not readable as YAML: {exception.Message}");
            return null;
        }
    }

    /// <summary>Some errors carry the start of the document as their place; then it is where the scanner stopped.</summary>
    private static long LineOf(YamlException exception, long lastRead, long scanned) =>
        Math.Max(1, exception.Start.Line >= lastRead ? exception.Start.Line : scanned);
}
