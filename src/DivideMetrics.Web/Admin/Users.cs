using DivideMetrics.Storage.Accounts;
using DivideMetrics.Web.Admin.Identity;
using DivideMetrics.Web.Admin.Pages;
using Microsoft.AspNetCore.Identity;

namespace DivideMetrics.Web.Admin;

/// <summary>What the page of users shows.</summary>
/// <param name="Frame">What every page shows.</param>
/// <param name="Accounts">All accounts by name.</param>
/// <param name="Invitations">Invitations that can still be used.</param>
/// <param name="NewLink">Address of an invitation that was just made, shown this once.</param>
public sealed record UsersView(DeskFrame Frame, IReadOnlyList<Account> Accounts, IReadOnlyList<AccountLink> Invitations, string? NewLink);

/// <summary>Who may enter the desk, and as what. Each change ends the sessions of the account.</summary>
internal static class Users
{
    /// <summary>Address of the page.</summary>
    public const string Path = "/admin/users";

    public static void Map(RouteGroupBuilder desk)
    {
        desk.MapGet("/users", (Delegate)((HttpContext http) => PageAsync(http))).RequireAuthorization(AccountRole.Administrator);
        desk.MapPost("/users/invite", InviteAsync).RequireAuthorization(AccountRole.Administrator);
        desk.MapPost("/users/revoke", RevokeAsync).RequireAuthorization(AccountRole.Administrator);
        desk.MapPost("/users/role", (HttpContext http, UserManager<Account> accounts) => ChangeAsync(http, accounts, SetRoleAsync)).RequireAuthorization(AccountRole.Administrator);
        desk.MapPost("/users/lock", (HttpContext http, UserManager<Account> accounts) => ChangeAsync(http, accounts, SetLockAsync)).RequireAuthorization(AccountRole.Administrator);
        desk.MapPost("/users/remove", RemoveAsync).RequireAuthorization(AccountRole.Administrator);
    }

    private static async Task<IResult> InviteAsync(HttpContext http, UserManager<Account> accounts, AccountLinkStore links, Person person)
    {
        var role = await http.FieldAsync("role");
        if (NewAccounts.NameOf(await http.FieldAsync("name")) is not { } name || !AccountRole.All.Contains(role))
        {
            return await PageAsync(http, problem: "Please choose a role and a name of at most 100 letters that can be seen.");
        }

        if (await accounts.FindByNameAsync(name) is not null)
        {
            return await PageAsync(http, problem: "Another account has this name.");
        }

        var secret = await links.InviteAsync(name, role, person.Actor, http.RequestAborted);
        var link = SetUp.AddressOf($"{http.Request.Scheme}://{http.Request.Host}", secret);
        return await PageAsync(http, said: $"{name} is invited as {role}. Send the link below; it is shown this once and makes one account.", link: link);
    }

    private static async Task<IResult> RevokeAsync(HttpContext http, AccountLinkStore links, Person person)
    {
        var name = await http.FieldAsync("name");
        return await links.RevokeAsync(name, person.Actor, http.RequestAborted)
            ? await PageAsync(http, said: $"The invitation of {name} is taken back.")
            : await PageAsync(http, problem: "There is no such invitation.");
    }

    private static async Task<string?> SetRoleAsync(HttpContext http, Account account)
    {
        var role = await http.FieldAsync("role");
        if (!AccountRole.All.Contains(role))
        {
            return null;
        }

        account.Role = role;
        return $"{account.Name} is {role} now.";
    }

    private static async Task<string?> SetLockAsync(HttpContext http, Account account)
    {
        var isLocked = await http.FieldAsync("lock") == "true";
        account.LockedUntil = isLocked ? Account.ForEver : null;
        account.FailedCount = 0;
        return isLocked ? $"{account.Name} is locked." : $"{account.Name} is open again.";
    }

    /// <summary>A new security stamp, which ends the sessions, is written together with the change.</summary>
    private static async Task<IResult> ChangeAsync(HttpContext http, UserManager<Account> accounts, Func<HttpContext, Account, Task<string?>> change)
    {
        if (await accounts.FindByIdAsync(await http.FieldAsync("id")) is not { } account || await change(http, account) is not { } said)
        {
            return await PageAsync(http, problem: "There is no such account or role. Nothing was done.");
        }

        var changed = await accounts.UpdateSecurityStampAsync(account);
        if (!changed.Succeeded)
        {
            return await PageAsync(http, problem: SetUp.Words(changed));
        }

        return IsOwn(accounts, http, account) ? TypedResults.LocalRedirect(AdminArea.SignInPath) : await PageAsync(http, said: said);
    }

    private static async Task<IResult> RemoveAsync(HttpContext http, UserManager<Account> accounts)
    {
        if (await accounts.FindByIdAsync(await http.FieldAsync("id")) is not { } account)
        {
            return await PageAsync(http, problem: "There is no such account. Nothing was done.");
        }

        var removed = await accounts.DeleteAsync(account);
        if (!removed.Succeeded)
        {
            return await PageAsync(http, problem: SetUp.Words(removed));
        }

        return IsOwn(accounts, http, account) ? TypedResults.LocalRedirect(AdminArea.SignInPath) : await PageAsync(http, said: $"{account.Name} is removed.");
    }

    private static bool IsOwn(UserManager<Account> accounts, HttpContext http, Account account) => accounts.GetUserId(http.User) == account.Id.ToString();

    private static async Task<IResult> PageAsync(HttpContext http, string? problem = null, string? said = null, string? link = null)
    {
        var accounts = await http.RequestServices.GetRequiredService<AccountQueries>().AllAsync(http.RequestAborted);
        var invitations = await http.RequestServices.GetRequiredService<AccountLinkStore>().InvitationsAsync(http.RequestAborted);
        return DeskResults.Page<UsersPage>(
            new UsersView(DeskResults.Frame(http, problem, said), accounts, invitations, link), problem is null ? StatusCodes.Status200OK : StatusCodes.Status400BadRequest);
    }
}
