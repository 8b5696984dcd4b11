using System.Globalization;
using DivideMetrics.Storage.Accounts;
using Microsoft.AspNetCore.Identity;

namespace DivideMetrics.Web.Admin.Identity;

/// <summary>Makes accounts through links, with Identity's rules for passwords.</summary>
internal sealed class NewAccounts(UserManager<Account> manager, AccountStore accounts, Person person)
{
    private const int LongestName = 100;

    /// <summary>A name as it is kept; null when it can be none: empty, too long, or with letters that cannot be seen.</summary>
    public static string? NameOf(string? typed) =>
        typed?.Trim() is { Length: > 0 and <= LongestName } name && !name.Any(IsUnseen) ? name : null;

    /// <summary>Makes the account of a link and uses the link up.</summary>
    public async Task<IdentityResult> CreateAsync(string secret, string name, string password, CancellationToken cancellationToken)
    {
        var account = new Account { Name = name, Role = AccountRole.Viewer, SecurityStamp = Guid.NewGuid().ToString("n") };
        foreach (var rule in manager.PasswordValidators)
        {
            var said = await rule.ValidateAsync(manager, account, password);
            if (!said.Succeeded)
            {
                return said;
            }
        }

        account.NormalizedName = manager.NormalizeName(name);
        account.PasswordHash = manager.PasswordHasher.HashPassword(account, password);
        return AccountUserStore.ResultOf(await accounts.CreateAsync(account, AccountLink.DigestOf(secret), person.Actor, cancellationToken));
    }

    private static bool IsUnseen(char letter) => char.GetUnicodeCategory(letter)
        is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator;
}
