using Microsoft.EntityFrameworkCore;
using SalesCrm.Application.Database;
using SalesCrm.Application.Shared;
using SalesCrm.Application.Shared.Texts;
using SalesCrm.Application.Users.Accounts;
using SalesCrm.Application.Users.Teams;

namespace SalesCrm.Application.Users;

/// <summary>Makes the first administrator of a new installation; the page has checked the one-time code. Works once.</summary>
public sealed class CreateFirstAdmin(CrmDbContext db, Passwords passwords)
{
    public sealed record Input(string? UserName, string? DisplayName, string? Password);

    public async Task<Outcome> ExecuteAsync(Input input, CancellationToken cancellationToken)
    {
        var problems = new List<Problem>();
        if (UserNames.ProblemOf(input.UserName) is { } name)
        {
            problems.Add(new(nameof(Input.UserName), name));
        }

        var displayName = CleanText.ReadLine(input.DisplayName, AccountRules.LongestName);
        if (displayName.Problem is { } display)
        {
            problems.Add(new(nameof(Input.DisplayName), display));
        }

        if (PasswordRules.ProblemOf(input.Password, input.UserName ?? "", displayName.Value ?? "") is { } password)
        {
            problems.Add(new(nameof(Input.Password), password));
        }

        if (problems.Count > 0)
        {
            return Outcome.Invalid(problems);
        }

        var hash = await passwords.HashAsync(input.Password!, cancellationToken);
        var userName = CleanText.Line(input.UserName)!;
        return await db.InTransactionAsync(Actor.System, async token =>
        {
            if (await db.Users.AnyAsync(user => user.PasswordHash != null && user.Role == Role.Admin, token))
            {
                return Outcome.NotFound();
            }

            if (await db.Users.AnyAsync(user => user.NormalizedUserName == UserNames.KeyOf(userName), token))
            {
                return Outcome.Invalid(nameof(Input.UserName), AccountRules.NameTaken);
            }

            var root = await db.Teams.Where(team => team.ParentId == null).Select(team => team.Id).FirstAsync(token);
            var admin = User.Create(userName, displayName.Value ?? userName, Role.Admin, root);
            admin.SetPassword(hash, null);
            db.Users.Add(admin);
            await db.SaveChangesAsync(token);
            await Reach.RebuildAsync(db, token);
            return Outcome.Done();
        }, cancellationToken);
    }
}
