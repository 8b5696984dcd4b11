using System.Text.Json;
using DivideMetrics.Sources.Reading;

namespace DivideMetrics.Sources.Itu;

/// <summary>
/// An answer of the API: one list without pages. The value stands in <c>answer[0].value</c>, a text for a country and a number for a
/// region; the case of the fields' names differs by address.
/// </summary>
internal sealed class ItuJson(ItuTable table)
{
    public IEnumerable<ItuRow> Rows()
    {
        using var stream = table.Open();
        var cursor = new JsonCursor(stream);
        Begin(cursor);
        for (var ordinal = 1; Next(cursor, ordinal) is var (row, more) && more; ordinal++)
        {
            yield return row!;
        }
    }

    /// <summary>Goes into the list; an object in its place is the provider's word about an error.</summary>
    private void Begin(JsonCursor cursor)
    {
        try
        {
            if (!cursor.Read() || cursor.Token != JsonTokenType.StartArray)
            {
                throw new SourceException(
                    $"{table.Name} ({table.File.Uri}): expected a list of figures, found '{Snippet.Of(table.File)}'. " +
                    "Correct the address in seeds/sources: the provider does not know it, or it is not one of figures.");
            }
        }
        catch (JsonException failure)
        {
            throw Damaged(failure);
        }
    }

    private (ItuRow? Row, bool More) Next(JsonCursor cursor, int ordinal)
    {
        try
        {
            using var element = cursor.NextElement();
            return element is null ? End(cursor) : (RowOf(element.RootElement, ordinal), true);
        }
        catch (Exception failure) when (failure is JsonException or InvalidOperationException)
        {
            throw Damaged(failure);
        }
    }

    private static (ItuRow?, bool) End(JsonCursor cursor) =>
        cursor.Read() ? throw new JsonException("Text stands behind the list.") : (null, false);

    private ItuRow RowOf(JsonElement item, int ordinal)
    {
        if (JsonText.Property(item, "answer") is not { } answer)
        {
            throw new SourceException(
                table.Name,
                ordinal,
                $"Expected figures with 'answer' and 'dataYear', found '{Start(item)}'. The file is another list of the API.");
        }

        var (code, year) = (JsonText.PropertyText(item, "code"), JsonText.PropertyText(item, "dataYear"));
        var iso = JsonText.PropertyText(item, "isoCode") ?? "";
        var region = JsonText.PropertyText(item, "regionName");
        return new ItuRow(code ?? "", "", ValueOf(answer), year ?? "", new Place(table.File.Name, ordinal))
        {
            Iso = iso,
            Area = JsonText.PropertyText(item, "shortName", "longName") ?? region ?? "",
            IsRegion = iso.Length == 0 && region is not null,
            Note = JsonText.PropertyText(item, "dataNote") ?? "",
            Source = JsonText.PropertyText(item, "dataSource") ?? "",
        };
    }

    private static string ValueOf(JsonElement answer)
    {
        var first = answer.ValueKind == JsonValueKind.Array ? answer.EnumerateArray().FirstOrDefault() : answer;
        return (first.ValueKind == JsonValueKind.Object ? JsonText.PropertyText(first, "value") : JsonText.Of(first))?.Trim() ?? "";
    }

    private static string Start(JsonElement item) => item.ToString() is { Length: > 80 } text ? text[..80] + "…" : item.ToString();

    private SourceException Damaged(Exception inner) =>
        new($"{table.Name} ({table.File.Uri}): expected whole JSON, the body begins '{Snippet.Of(table.File)}'. {inner.Message}", inner)
        {
            Transient = true,
        };
}
