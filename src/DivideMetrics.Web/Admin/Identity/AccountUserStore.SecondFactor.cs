using System.Security.Cryptography;
using System.Text;
using DivideMetrics.Storage.Accounts;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;

namespace DivideMetrics.Web.Admin.Identity;

/// <content>The second factor: an authenticator whose key is encrypted, and recovery codes of which digests are kept.</content>
internal sealed partial class AccountUserStore : IUserTwoFactorStore<Account>, IUserAuthenticatorKeyStore<Account>, IUserTwoFactorRecoveryCodeStore<Account>
{
    private readonly IDataProtector _keys = protection.CreateProtector("authenticator key");

    public Task SetTwoFactorEnabledAsync(Account user, bool enabled, CancellationToken cancellationToken)
    {
        user.TwoFactor = enabled;
        return Task.CompletedTask;
    }

    public Task<bool> GetTwoFactorEnabledAsync(Account user, CancellationToken cancellationToken) => Task.FromResult(user.TwoFactor);

    public Task SetAuthenticatorKeyAsync(Account user, string key, CancellationToken cancellationToken)
    {
        user.AuthenticatorKey = _keys.Protect(key);
        return Task.CompletedTask;
    }

    /// <summary>A key that cannot be read any more counts as one that no code fits: the second factor stays on, a recovery code opens.</summary>
    public Task<string?> GetAuthenticatorKeyAsync(Account user, CancellationToken cancellationToken)
    {
        if (user.AuthenticatorKey is not { } key)
        {
            return Task.FromResult<string?>(null);
        }

        try
        {
            return Task.FromResult<string?>(_keys.Unprotect(key));
        }
        catch (CryptographicException)
        {
            return Task.FromResult<string?>(NewKey());
        }
    }

    public Task ReplaceCodesAsync(Account user, IEnumerable<string> recoveryCodes, CancellationToken cancellationToken)
    {
        user.RecoveryCodes = recoveryCodes.Select(code => DigestOf(user, code)).ToList();
        return Task.CompletedTask;
    }

    public Task<bool> RedeemCodeAsync(Account user, string code, CancellationToken cancellationToken)
    {
        var digest = DigestOf(user, code);
        var left = user.RecoveryCodes.Where(kept => kept != digest).ToList();
        var isOne = left.Count < user.RecoveryCodes.Count;
        user.RecoveryCodes = left;
        return Task.FromResult(isOne);
    }

    public Task<int> CountCodesAsync(Account user, CancellationToken cancellationToken) => Task.FromResult(user.RecoveryCodes.Count);

    private static string NewKey() => Convert.ToHexString(RandomNumberGenerator.GetBytes(20)).Replace('0', 'G').Replace('1', 'H').Replace('8', 'I').Replace('9', 'J');

    /// <summary>Ten random letters need no slow digest; the account's id keeps equal codes of two accounts apart.</summary>
    private static string DigestOf(Account user, string code) =>
        Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes($"{user.Id:n}:{code.Trim().ToUpperInvariant()}")));
}
