using System.Net;
using System.Text.RegularExpressions;

namespace DivideMetrics.Web.Tests.Admin;

/// <summary>Fills in forms as a browser does: keeps cookies and sends a form's hidden fields back.</summary>
internal sealed partial class FormBrowser(HttpClient client)
{
    private readonly CookieContainer _cookies = new();

    public Task<HttpResponseMessage> GetAsync(string address) => SendAsync(new(HttpMethod.Get, address));

    public Task<HttpResponseMessage> PostAsync(string address, IEnumerable<KeyValuePair<string, string>> fields) =>
        SendAsync(new(HttpMethod.Post, address) { Content = new FormUrlEncodedContent(fields) });

    public Task<HttpResponseMessage> SignInAsync(string name, string password, string? returnTo = null) => SubmitAsync(
        "/admin/sign-in", "/admin/sign-in", [new("name", name), new("password", password), .. returnTo is null ? Array.Empty<KeyValuePair<string, string>>() : [new("return", returnTo)]]);

    /// <summary>Value of a cookie of the desk; null without one.</summary>
    public string? Cookie(string name) => _cookies.GetCookies(new Uri(client.BaseAddress!, "/admin"))[name]?.Value;

    /// <summary>Puts a cookie into the browser, as somebody who fixes a session would.</summary>
    public void Plant(string name, string value) => _cookies.Add(new Uri(client.BaseAddress!, "/admin"), new Cookie(name, value, "/admin"));

    /// <summary>Opens a page and sends one of its forms, whose hidden fields are the same, with the given fields.</summary>
    public async Task<HttpResponseMessage> SubmitAsync(string page, string action, IReadOnlyList<KeyValuePair<string, string>> fields)
    {
        using var response = await GetAsync(page);
        var html = await response.Content.ReadAsStringAsync();
        var hidden = HiddenFields().Matches(html)
            .Select(match => KeyValuePair.Create(WebUtility.HtmlDecode(match.Groups[1].Value), WebUtility.HtmlDecode(match.Groups[2].Value)))
            .Where(field => fields.All(given => given.Key != field.Key))
            .DistinctBy(field => field.Key);
        return await PostAsync(action, hidden.Concat(fields));
    }

    private async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request)
    {
        var address = new Uri(client.BaseAddress!, request.RequestUri!);
        if (_cookies.GetCookieHeader(address) is { Length: > 0 } cookie)
        {
            request.Headers.Add("Cookie", cookie);
        }

        var response = await client.SendAsync(request);
        foreach (var set in response.Headers.TryGetValues("Set-Cookie", out var cookies) ? cookies : [])
        {
            _cookies.SetCookies(address, set);
        }

        return response;
    }

    [GeneratedRegex("<input type=\"hidden\" name=\"([^\"]*)\" value=\"([^\"]*)\"")]
    private static partial Regex HiddenFields();
}
