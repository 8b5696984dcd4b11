using System.Globalization;
using System.Text.Json;
using DivideMetrics.Sources.Dimensions;

namespace DivideMetrics.Sources.JsonStat;

/// <summary>
/// What Eurostat says instead of data: <c>{"error":[{"status":404,"id":100,"label":"ERR_NOT_FOUND_4: …"}]}</c> when there is nothing,
/// with 413 when too much was asked; <c>{"warning":{"status":413,"label":"ASYNCHRONOUS_RESPONSE …"}}</c>, with HTTP 200, when it will be
/// ready later.
/// </summary>
internal sealed class ProviderMessage
{
    private const int Longest = 500;

    private readonly List<string> _labels = [];
    private int _status;

    /// <summary>Reads the value of the member; the cursor stands on its first token.</summary>
    public ProviderMessage(JsonWalk json)
    {
        if (json.Token != JsonTokenType.StartArray)
        {
            One(json);
            return;
        }

        while (json.NextItem())
        {
            One(json);
        }
    }

    /// <summary>The failure that it says.</summary>
    public SourceException Failure(RawFile file)
    {
        var label = string.Join("; ", _labels);
        var shown = label.Length > Longest ? label[..Longest] + "…" : label;
        var said = $"{_status.ToString(CultureInfo.InvariantCulture)} {shown}";
        var later = label.Contains("ASYNCHRONOUS", StringComparison.OrdinalIgnoreCase);
        var what = later
            ? $"the provider prepares the answer and did not send it ({said}). It is asked again later. If this stays, ask for less."
            : $"the provider answered an error: {said}. {Advice}";
        return new SourceException($"{file.Name} ({file.Uri}): expected a JSON-stat dataset, {what}")
        {
            Transient = later,
            Refused = _status == 404,
        };
    }

    private string Advice => _status switch
    {
        404 => "Check the dataset's code.",
        413 => "Ask for a smaller part of the dataset.",
        _ => "Check the request with the provider's documentation.",
    };

    private void One(JsonWalk json)
    {
        if (json.Token != JsonTokenType.StartObject)
        {
            _labels.Add(json.Scalar() ?? "");
            return;
        }

        while (json.NextProperty(out var name))
        {
            var text = json.Scalar();
            if (name is "status" && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var status))
            {
                _status = status;
            }
            else if (name is "label" or "message" && text is not null)
            {
                _labels.Add(text);
            }
        }
    }
}
