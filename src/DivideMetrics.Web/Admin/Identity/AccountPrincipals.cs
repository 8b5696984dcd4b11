using System.Security.Claims;
using DivideMetrics.Storage.Accounts;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace DivideMetrics.Web.Admin.Identity;

/// <summary>What a session knows about its account: id, name, security stamp and the one role.</summary>
internal sealed class AccountPrincipals(UserManager<Account> accounts, IOptions<IdentityOptions> options)
    : UserClaimsPrincipalFactory<Account>(accounts, options)
{
    protected override async Task<ClaimsIdentity> GenerateClaimsAsync(Account user)
    {
        var identity = await base.GenerateClaimsAsync(user);
        identity.AddClaim(new(Options.ClaimsIdentity.RoleClaimType, user.Role));
        return identity;
    }
}
