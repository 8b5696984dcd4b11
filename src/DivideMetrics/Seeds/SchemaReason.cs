using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using NJsonSchema.Validation;

namespace DivideMetrics.Seeds;

/// <summary>Words for what a schema refuses.</summary>
internal static class SchemaReason
{
    public static string Of(ValidationError error) => error.Kind switch
    {
        ValidationErrorKind.PropertyRequired => $"'{error.Property}' is missing",
        ValidationErrorKind.NoAdditionalPropertiesAllowed or ValidationErrorKind.AdditionalPropertiesNotValid when error.Schema.AllowAdditionalProperties is false
            => $"'{error.Property}' is not known here; expected one of {string.Join(", ", error.Schema.Properties.Keys)}",
        ValidationErrorKind.NotInEnumeration => $"'{Place(error)}' must be one of {string.Join(", ", error.Schema.Enumeration)}; found {Found(error)}",
        ValidationErrorKind.PatternMismatch => $"'{Place(error)}' must match {error.Schema.Pattern}; found {Found(error)}",
        ValidationErrorKind.StringExpected => $"'{Place(error)}' must be text (in quotes if it looks like a number); found {Found(error)}",
        ValidationErrorKind.NumberExpected => $"'{Place(error)}' must be a number; found {Found(error)}",
        ValidationErrorKind.IntegerExpected => $"'{Place(error)}' must be a whole number; found {Found(error)}",
        ValidationErrorKind.BooleanExpected => $"'{Place(error)}' must be true or false; found {Found(error)}",
        ValidationErrorKind.ArrayExpected => $"'{Place(error)}' must be a list; found {Found(error)}",
        ValidationErrorKind.ObjectExpected => $"'{Place(error)}' must have keys; found {Found(error)}",
        ValidationErrorKind.NumberTooSmall => $"'{Place(error)}' must be at least {error.Schema.Minimum}; found {Found(error)}",
        ValidationErrorKind.NumberTooBig => $"'{Place(error)}' must be at most {error.Schema.Maximum}; found {Found(error)}",
        ValidationErrorKind.TooFewItems when error.Schema.MinItems > 1 => $"'{Place(error)}' needs at least {error.Schema.MinItems} items",
        ValidationErrorKind.StringTooShort or ValidationErrorKind.TooFewItems or ValidationErrorKind.TooFewProperties => $"'{Place(error)}' must not be empty",
        ValidationErrorKind.ItemsNotUnique => $"'{Place(error)}' holds an item twice",
        _ => $"'{Place(error)}' is not as the schema wants it ({error.Kind}); found {Found(error)}",
    };

    private static string Place(ValidationError error) => error.Path?.TrimStart('#', '/') is { Length: > 0 } path ? path : "the file";

    private static string Found(ValidationError error) => error.Token is not JToken token ? "nothing" : token.Type switch
    {
        JTokenType.Null => "nothing",
        JTokenType.Object => "keys",
        JTokenType.Array => "a list",
        _ => $"'{token.ToString(Formatting.None).Trim('"')}'",
    };
}
