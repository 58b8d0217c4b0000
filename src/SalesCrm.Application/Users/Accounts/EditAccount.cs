using Microsoft.EntityFrameworkCore;
using SalesCrm.Application.Database;
using SalesCrm.Application.Shared;
using SalesCrm.Application.Shared.Localization;
using SalesCrm.Application.Shared.Texts;
using SalesCrm.Application.Users.Sessions;
using SalesCrm.Application.Users.Teams;

namespace SalesCrm.Application.Users.Accounts;

/// <summary>
/// Changes a person's account. A new role, another team or a closed account end his sessions at once, so that nobody goes on with
/// rights he no longer has. The last administrator stays one.
/// </summary>
public sealed class EditAccount(CrmDbContext db, OwnPassword ownPassword, SessionCache cache, IEnumerable<IHoldings> holdings)
{
    public sealed record Input : AccountInput
    {
        public bool IsActive { get; set; }

        /// <summary>The version that the form was filled from.</summary>
        public Guid Version { get; set; }
    }

    public static Text ConflictMessage { get; } = "您编辑期间，其他人修改了这个账户。您的内容还在，请逐项选择保留哪一个";

    public async Task<Outcome> ExecuteAsync(long id, Input input, Actor actor, CancellationToken cancellationToken)
    {
        var now = await db.Users.AsNoTracking().SingleOrDefaultAsync(user => user.Id == id, cancellationToken);
        if (now is null || actor.Role != Role.Admin)
        {
            return Outcome.NotFound();
        }

        var problems = await AccountRules.ProblemsAsync(db, input, id, cancellationToken);
        if (problems.Count == 0 && input.Role != now.Role && await ownPassword.ProblemAsync(input.OwnPassword, actor, cancellationToken) is { } refused)
        {
            problems.Add(new(nameof(input.OwnPassword), refused));
        }

        if (problems.Count > 0)
        {
            return Outcome.Invalid(problems);
        }

        try
        {
            var outcome = await db.InTransactionAsync(actor, token => ChangeAsync(id, input, token), cancellationToken);
            cache.EndOf(id);
            return outcome;
        }
        catch (DbUpdateConcurrencyException)
        {
            return Outcome.Conflict(ConflictMessage);
        }
        catch (DbUpdateException exception) when (db.Engine.IsUniqueViolation(exception))
        {
            return Outcome.Invalid(nameof(input.UserName), AccountRules.NameTaken);
        }
    }

    private async Task<Outcome> ChangeAsync(long id, Input input, CancellationToken cancellationToken)
    {
        var user = await db.Users.SingleAsync(user => user.Id == id, cancellationToken);
        if (user.Version != input.Version)
        {
            return Outcome.Conflict(ConflictMessage);
        }

        var staysAdmin = input.Role == Role.Admin && input.IsActive;
        if (user is { Role: Role.Admin, IsActive: true } && !staysAdmin
            && !await db.Users.AnyAsync(other => other.Id != id && other.Role == Role.Admin && other.IsActive && other.PasswordHash != null, cancellationToken))
        {
            return Outcome.Invalid(input.IsActive ? nameof(input.Role) : nameof(input.IsActive), "这是最后一位管理员，不能停用或改成其他角色");
        }

        if (user.IsActive && !input.IsActive && await HeldAsync(id, cancellationToken) is { } held)
        {
            return Outcome.Invalid(nameof(input.IsActive), held);
        }

        if (user.Role != input.Role || user.TeamId != input.TeamId || user.IsChannel != input.IsChannel || !input.IsActive)
        {
            await db.EndSessionsAsync(id, null, cancellationToken);
        }

        user.UserName = CleanText.Line(input.UserName);
        user.NormalizedUserName = UserNames.KeyOf(input.UserName);
        user.DisplayName = CleanText.Line(input.DisplayName)!;
        (user.IsActive, user.IsChannel) = (input.IsActive, input.IsChannel);
        user.Place(input.Role!.Value, input.TeamId);
        await Reach.RebuildAsync(db, cancellationToken);
        return Outcome.Done();
    }

    private async Task<Text?> HeldAsync(long id, CancellationToken cancellationToken)
    {
        foreach (var held in holdings)
        {
            if (await held.FindAsync(id, cancellationToken) is { } words)
            {
                return words;
            }
        }

        return null;
    }
}
