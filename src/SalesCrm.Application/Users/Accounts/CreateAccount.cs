using Microsoft.EntityFrameworkCore;
using SalesCrm.Application.Database;
using SalesCrm.Application.Shared;
using SalesCrm.Application.Shared.Texts;
using SalesCrm.Application.Users.Teams;

namespace SalesCrm.Application.Users.Accounts;

/// <summary>Adds a person, who gets a one-time password to sign in with.</summary>
public sealed class CreateAccount(CrmDbContext db, Passwords passwords, OwnPassword ownPassword, SignInSettings settings, TimeProvider clock)
{
    public async Task<Outcome<OneTimePassword>> ExecuteAsync(AccountInput input, Actor actor, CancellationToken cancellationToken)
    {
        if (actor.Role != Role.Admin)
        {
            return Outcome<OneTimePassword>.NotFound();
        }

        var problems = await AccountRules.ProblemsAsync(db, input, 0, cancellationToken);
        if (problems.Count == 0 && input.Role == Role.Admin && await ownPassword.ProblemAsync(input.OwnPassword, actor, cancellationToken) is { } refused)
        {
            problems.Add(new(nameof(input.OwnPassword), refused));
        }

        if (problems.Count > 0)
        {
            return Outcome<OneTimePassword>.Invalid(problems);
        }

        var password = Passwords.Random();
        var hash = await passwords.HashAsync(password, cancellationToken);
        var until = clock.GetUtcNow().UtcDateTime.AddHours(settings.OneTimePasswordHours);
        var userName = CleanText.Line(input.UserName)!;
        try
        {
            var id = await db.InTransactionAsync(actor, async token =>
            {
                var user = User.Create(userName, CleanText.Line(input.DisplayName)!, input.Role!.Value, input.TeamId);
                user.SetPassword(hash, until);
                user.IsChannel = input.IsChannel;
                db.Users.Add(user);
                await db.SaveChangesAsync(token);
                await Reach.RebuildAsync(db, token);
                return user.Id;
            }, cancellationToken);
            return new OneTimePassword(id, userName, password, until);
        }
        catch (DbUpdateException exception) when (db.Engine.IsUniqueViolation(exception))
        {
            return Outcome<OneTimePassword>.Invalid(nameof(input.UserName), AccountRules.NameTaken);
        }
    }
}
