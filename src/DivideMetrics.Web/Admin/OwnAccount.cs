using DivideMetrics.Storage.Accounts;
using DivideMetrics.Web.Admin.Pages;
using Microsoft.AspNetCore.Identity;
using QRCoder;

namespace DivideMetrics.Web.Admin;

/// <summary>What the page of one's own account shows.</summary>
/// <param name="Frame">What every page shows.</param>
/// <param name="TwoFactor">True when a second factor is asked for.</param>
/// <param name="CodesLeft">Recovery codes that were not used.</param>
public sealed record AccountView(DeskFrame Frame, bool TwoFactor, int CodesLeft)
{
    /// <summary>Key of an authenticator that waits for its first code, in groups of four letters.</summary>
    public string? Key { get; init; }

    /// <summary>The key as a picture, for an address of the form <c>data:</c>.</summary>
    public string? QrCode { get; init; }

    /// <summary>New recovery codes, shown this once.</summary>
    public IReadOnlyList<string> NewCodes { get; init; } = [];
}

/// <summary>One's own account: password, authenticator and recovery codes. Each change ends all other sessions.</summary>
internal static class OwnAccount
{
    /// <summary>Address of the page.</summary>
    public const string Path = "/admin/account";

    private const int Codes = 10;

    public static void Map(RouteGroupBuilder desk)
    {
        desk.MapGet("/account", (HttpContext http, SignInManager<Account> sessions) => PageAsync(http, sessions)).RequireAuthorization(AccountRole.Viewer);
        desk.MapPost("/account/password", ChangePasswordAsync).RequireAuthorization(AccountRole.Viewer);
        desk.MapPost("/account/authenticator", NewKeyAsync).RequireAuthorization(AccountRole.Viewer);
        desk.MapPost("/account/authenticator/on", TurnOnAsync).RequireAuthorization(AccountRole.Viewer);
        desk.MapPost("/account/authenticator/off", TurnOffAsync).RequireAuthorization(AccountRole.Viewer);
        desk.MapPost("/account/recovery-codes", NewCodesAsync).RequireAuthorization(AccountRole.Viewer);
    }

    private static async Task<IResult> ChangePasswordAsync(HttpContext http, SignInManager<Account> sessions)
    {
        var account = await OwnAsync(http, sessions);
        var wanted = await http.FieldAsync("new");
        if (wanted != await http.FieldAsync("again"))
        {
            return await PageAsync(http, sessions, problem: "The two new passwords differ.");
        }

        if (!await KnowsPasswordAsync(http, sessions, account))
        {
            return await PageAsync(http, sessions, problem: "The present password is wrong.");
        }

        var changed = await sessions.UserManager.ChangePasswordAsync(account, await http.FieldAsync("password"), wanted);
        return await DoneAsync(http, sessions, account, changed, "The password was changed. All other sessions have ended.");
    }

    private static async Task<IResult> NewKeyAsync(HttpContext http, SignInManager<Account> sessions)
    {
        var account = await OwnAsync(http, sessions);
        return account.TwoFactor
            ? await PageAsync(http, sessions, problem: "An authenticator is on already. Turn it off first.")
            : await DoneAsync(http, sessions, account, await sessions.UserManager.ResetAuthenticatorKeyAsync(account), said: null);
    }

    private static async Task<IResult> TurnOnAsync(HttpContext http, SignInManager<Account> sessions)
    {
        var account = await OwnAsync(http, sessions);
        var accounts = sessions.UserManager;
        var code = (await http.FieldAsync("code")).Replace(" ", "", StringComparison.Ordinal);
        if (account.TwoFactor || !await accounts.VerifyTwoFactorTokenAsync(account, TokenOptions.DefaultAuthenticatorProvider, code))
        {
            return await PageAsync(http, sessions, problem: "The code is wrong. Check the clock of the device that made it.");
        }

        var codes = await accounts.GenerateNewTwoFactorRecoveryCodesAsync(account, Codes);
        var turnedOn = await accounts.SetTwoFactorEnabledAsync(account, enabled: true);
        return await DoneAsync(http, sessions, account, turnedOn, "The authenticator is on. All other sessions have ended.", codes);
    }

    private static async Task<IResult> TurnOffAsync(HttpContext http, SignInManager<Account> sessions)
    {
        var account = await OwnAsync(http, sessions);
        if (!await KnowsPasswordAsync(http, sessions, account))
        {
            return await PageAsync(http, sessions, problem: "The password is wrong. The authenticator is still on.");
        }

        account.AuthenticatorKey = null;
        account.RecoveryCodes = [];
        var turnedOff = await sessions.UserManager.SetTwoFactorEnabledAsync(account, enabled: false);
        return await DoneAsync(http, sessions, account, turnedOff, "The authenticator is off.");
    }

    private static async Task<IResult> NewCodesAsync(HttpContext http, SignInManager<Account> sessions)
    {
        var account = await OwnAsync(http, sessions);
        if (!account.TwoFactor || !await KnowsPasswordAsync(http, sessions, account))
        {
            return await PageAsync(http, sessions, problem: "The password is wrong. The recovery codes are the same as before.");
        }

        var codes = await sessions.UserManager.GenerateNewTwoFactorRecoveryCodesAsync(account, Codes);
        var renewed = await sessions.UserManager.UpdateSecurityStampAsync(account);
        return await DoneAsync(http, sessions, account, renewed, "The earlier recovery codes are worth nothing any more.", codes);
    }

    /// <summary>The account as it is now; its session was checked against it at the door.</summary>
    private static async Task<Account> OwnAsync(HttpContext http, SignInManager<Account> sessions) =>
        await sessions.UserManager.GetUserAsync(http.User) ?? throw new InvalidOperationException("Expected the account of this session; found none.");

    /// <summary>Wrong passwords count towards the lock-out here as well.</summary>
    private static async Task<bool> KnowsPasswordAsync(HttpContext http, SignInManager<Account> sessions, Account account) =>
        (await sessions.CheckPasswordSignInAsync(account, await http.FieldAsync("password"), lockoutOnFailure: true)).Succeeded;

    /// <summary>A change gives the account a new security stamp: this session gets a cookie with it, all others end.</summary>
    private static async Task<IResult> DoneAsync(
        HttpContext http, SignInManager<Account> sessions, Account account, IdentityResult result, string? said, IEnumerable<string>? codes = null)
    {
        if (!result.Succeeded)
        {
            return await PageAsync(http, sessions, problem: SetUp.Words(result));
        }

        await sessions.RefreshSignInAsync(account);
        return await PageAsync(http, sessions, said: said, codes: codes);
    }

    private static async Task<IResult> PageAsync(
        HttpContext http, SignInManager<Account> sessions, string? problem = null, string? said = null, IEnumerable<string>? codes = null)
    {
        var account = await OwnAsync(http, sessions);
        var key = account.TwoFactor ? null : await sessions.UserManager.GetAuthenticatorKeyAsync(account);
        var view = new AccountView(DeskResults.Frame(http, problem, said), account.TwoFactor, account.RecoveryCodes.Count)
        {
            Key = key is null ? null : string.Join(' ', key.Chunk(4).Select(letters => new string(letters))),
            QrCode = key is null ? null : Picture(account.Name, key),
            NewCodes = codes?.ToList() ?? [],
        };
        return DeskResults.Page<AccountPage>(view, problem is null ? StatusCodes.Status200OK : StatusCodes.Status400BadRequest);
    }

    private static string Picture(string name, string key)
    {
        var address = $"otpauth://totp/DivideMetrics:{Uri.EscapeDataString(name)}?secret={key}&issuer=DivideMetrics&digits=6";
        using var data = QRCodeGenerator.GenerateQrCode(address, QRCodeGenerator.ECCLevel.M);
        using var picture = new PngByteQRCode(data);
        return Convert.ToBase64String(picture.GetGraphic(pixelsPerModule: 5));
    }
}
