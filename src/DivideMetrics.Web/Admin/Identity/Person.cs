using DivideMetrics.Storage.Accounts;

namespace DivideMetrics.Web.Admin.Identity;

/// <summary>Who stands behind a request, for the audit log.</summary>
internal sealed class Person(IHttpContextAccessor requests)
{
    private const string Nobody = "(not signed in)";

    /// <summary>The account that is signed in, and the address that the request came from.</summary>
    public Actor Actor => requests.HttpContext is not { } request
        ? Actor.Program
        : new(request.User.Identity is { IsAuthenticated: true, Name: { } name } ? name : Nobody, request.Connection.RemoteIpAddress?.ToString());
}
