using DivideMetrics.Storage.Accounts;
using Microsoft.AspNetCore.Identity;

namespace DivideMetrics.Web.Admin.Identity;

/// <content>Lock-outs, and logins at OpenID Connect providers.</content>
internal sealed partial class AccountUserStore : IUserLockoutStore<Account>, IUserLoginStore<Account>
{
    public Task<DateTimeOffset?> GetLockoutEndDateAsync(Account user, CancellationToken cancellationToken) => Task.FromResult(user.LockedUntil);

    public Task SetLockoutEndDateAsync(Account user, DateTimeOffset? lockoutEnd, CancellationToken cancellationToken)
    {
        user.LockedUntil = lockoutEnd;
        return Task.CompletedTask;
    }

    public Task<int> IncrementAccessFailedCountAsync(Account user, CancellationToken cancellationToken) => Task.FromResult(++user.FailedCount);

    public Task ResetAccessFailedCountAsync(Account user, CancellationToken cancellationToken)
    {
        user.FailedCount = 0;
        return Task.CompletedTask;
    }

    public Task<int> GetAccessFailedCountAsync(Account user, CancellationToken cancellationToken) => Task.FromResult(user.FailedCount);

    public Task<bool> GetLockoutEnabledAsync(Account user, CancellationToken cancellationToken) => Task.FromResult(true);

    public Task SetLockoutEnabledAsync(Account user, bool enabled, CancellationToken cancellationToken) =>
        enabled ? Task.CompletedTask : throw new NotSupportedException("Every account can be locked.");

    public Task AddLoginAsync(Account user, UserLoginInfo login, CancellationToken cancellationToken) =>
        accounts.AddLoginAsync(user, new(login.LoginProvider, login.ProviderKey), person.Actor, cancellationToken);

    public Task RemoveLoginAsync(Account user, string loginProvider, string providerKey, CancellationToken cancellationToken) =>
        throw new NotSupportedException("A login goes with its account.");

    public async Task<IList<UserLoginInfo>> GetLoginsAsync(Account user, CancellationToken cancellationToken) =>
        (await queries.LoginsAsync(user.Id, cancellationToken)).Select(login => new UserLoginInfo(login.Issuer, login.Subject, login.Issuer)).ToList();

    public Task<Account?> FindByLoginAsync(string loginProvider, string providerKey, CancellationToken cancellationToken) =>
        queries.FindAsync(new AccountLogin(loginProvider, providerKey), cancellationToken);
}
