using DivideMetrics.Storage.Accounts;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;

namespace DivideMetrics.Web.Admin.Identity;

/// <summary>
/// What Identity asks of a store, over our own tables: users, passwords and stamps here, lock-outs, second factors and logins in the other files.
/// Passkeys are one interface more (<c>IUserPasskeyStore</c>), in a file and a table of their own.
/// </summary>
internal sealed partial class AccountUserStore(AccountStore accounts, AccountQueries queries, Person person, IDataProtectionProvider protection)
    : IUserPasswordStore<Account>, IUserSecurityStampStore<Account>
{
    public Task<string> GetUserIdAsync(Account user, CancellationToken cancellationToken) => Task.FromResult(user.Id.ToString());

    public Task<string?> GetUserNameAsync(Account user, CancellationToken cancellationToken) => Task.FromResult<string?>(user.Name);

    public Task SetUserNameAsync(Account user, string? userName, CancellationToken cancellationToken)
    {
        user.Name = userName ?? "";
        return Task.CompletedTask;
    }

    public Task<string?> GetNormalizedUserNameAsync(Account user, CancellationToken cancellationToken) => Task.FromResult<string?>(user.NormalizedName);

    public Task SetNormalizedUserNameAsync(Account user, string? normalizedName, CancellationToken cancellationToken)
    {
        user.NormalizedName = normalizedName ?? "";
        return Task.CompletedTask;
    }

    /// <summary>Accounts are made through links, by <see cref="NewAccounts"/>.</summary>
    public Task<IdentityResult> CreateAsync(Account user, CancellationToken cancellationToken) =>
        throw new NotSupportedException("An account is made through a link: use NewAccounts.");

    public async Task<IdentityResult> UpdateAsync(Account user, CancellationToken cancellationToken) =>
        ResultOf(await accounts.UpdateAsync(user, person.Actor, cancellationToken));

    public async Task<IdentityResult> DeleteAsync(Account user, CancellationToken cancellationToken) =>
        ResultOf(await accounts.RemoveAsync(user, person.Actor, cancellationToken));

    public async Task<Account?> FindByIdAsync(string userId, CancellationToken cancellationToken) =>
        Guid.TryParse(userId, out var id) ? await queries.FindAsync(id, cancellationToken) : null;

    public Task<Account?> FindByNameAsync(string normalizedUserName, CancellationToken cancellationToken) =>
        queries.FindAsync(normalizedUserName, cancellationToken);

    public Task SetPasswordHashAsync(Account user, string? passwordHash, CancellationToken cancellationToken)
    {
        user.PasswordHash = passwordHash;
        return Task.CompletedTask;
    }

    public Task<string?> GetPasswordHashAsync(Account user, CancellationToken cancellationToken) => Task.FromResult(user.PasswordHash);

    public Task<bool> HasPasswordAsync(Account user, CancellationToken cancellationToken) => Task.FromResult(user.PasswordHash is not null);

    public Task SetSecurityStampAsync(Account user, string stamp, CancellationToken cancellationToken)
    {
        user.SecurityStamp = stamp;
        return Task.CompletedTask;
    }

    public Task<string?> GetSecurityStampAsync(Account user, CancellationToken cancellationToken) => Task.FromResult<string?>(user.SecurityStamp);

    public void Dispose()
    {
        // Holds nothing: the database's connections are the stores' own.
    }

    /// <summary>What Identity is told about a write.</summary>
    public static IdentityResult ResultOf(AccountWrite write) => write switch
    {
        AccountWrite.Done => IdentityResult.Success,
        AccountWrite.Taken => Failed(write, "Another account has this name."),
        AccountWrite.LinkGone => Failed(write, "This link was used already, replaced by a newer one, or is out of date."),
        AccountWrite.LastAdministrator => Failed(write, "This is the last administrator whose account is open. Make another one first."),
        _ => Failed(write, "The account was changed meanwhile. Nothing was done; please try again."),
    };

    private static IdentityResult Failed(AccountWrite write, string words) => IdentityResult.Failed(new IdentityError { Code = write.ToString(), Description = words });
}
