using Microsoft.EntityFrameworkCore;
using SalesCrm.Application.Database;
using SalesCrm.Application.Shared;
using SalesCrm.Application.Shared.Localization;
using SalesCrm.Application.Shared.Texts;
using SalesCrm.Application.Users.Teams;

namespace SalesCrm.Application.Users.Accounts;

/// <summary>Adds a person from the command line: into a team named by its path, with a given or a one-time password.</summary>
public sealed class RegisterAccount(CrmDbContext db, Passwords passwords, SignInSettings settings, TimeProvider clock)
{
    /// <param name="TeamPath">华东/上海一组; what is missing on the way is added. The company where empty.</param>
    /// <param name="Password">His own password; a one-time one is made where null.</param>
    public sealed record Input(string? UserName, string? DisplayName, Role Role, string? TeamPath, string? Password);

    /// <param name="OneTimePassword">Null when a password was given.</param>
    public sealed record Registered(long Id, string UserName, string? OneTimePassword, DateTime? ExpiresAt);

    public async Task<Outcome<Registered>> ExecuteAsync(Input input, Actor actor, CancellationToken cancellationToken)
    {
        if (Problems(input) is { Count: > 0 } problems)
        {
            return Outcome<Registered>.Invalid(problems);
        }

        var oneTime = input.Password is null ? Passwords.Random() : null;
        DateTime? until = oneTime is null ? null : clock.GetUtcNow().UtcDateTime.AddHours(settings.OneTimePasswordHours);
        var hash = await passwords.HashAsync(input.Password ?? oneTime!, cancellationToken);
        var userName = CleanText.Line(input.UserName)!;
        try
        {
            var id = await db.InTransactionAsync(actor, async token =>
            {
                var team = await db.FindOrAddAsync(input.TeamPath, token);
                var user = User.Create(userName, CleanText.Line(input.DisplayName)!, input.Role, team.Id);
                user.SetPassword(hash, until);
                db.Users.Add(user);
                await db.SaveChangesAsync(token);
                await Reach.RebuildAsync(db, token);
                return user.Id;
            }, cancellationToken);
            return new Registered(id, userName, oneTime, until);
        }
        catch (DbUpdateException exception) when (db.Engine.IsUniqueViolation(exception))
        {
            return Outcome<Registered>.Invalid(nameof(Input.UserName), AccountRules.NameTaken);
        }
    }

    private static List<Problem> Problems(Input input)
    {
        var name = CleanText.ReadLine(input.DisplayName, AccountRules.LongestName);
        (string Property, Text? Problem)[] found =
        [
            (nameof(Input.UserName), UserNames.ProblemOf(input.UserName)),
            (nameof(Input.DisplayName), name.Problem ?? (name.Value is null ? "必须填写" : default(Text?))),
            (nameof(Input.TeamPath), TeamPaths.ProblemOf(input.TeamPath)),
            (nameof(Input.Password), input.Password is null ? default(Text?) : PasswordRules.ProblemOf(input.Password, input.UserName ?? "", input.DisplayName ?? "")),
        ];
        return found.Where(pair => pair.Problem is not null).Select(pair => new Problem(pair.Property, pair.Problem!.Value)).ToList();
    }
}
