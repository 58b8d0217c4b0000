using FluentValidation;
using Microsoft.EntityFrameworkCore;
using SalesCrm.Application.Database;
using SalesCrm.Application.Shared;
using SalesCrm.Application.Shared.Texts;
using SalesCrm.Application.Users;

namespace SalesCrm.Application.Leads.Assignment;

/// <summary>Adds a rule, or takes one away; rules are short enough to be written anew.</summary>
public sealed class SaveAssignmentRule(CrmDbContext db)
{
    public sealed record Input
    {
        public string? Province { get; set; }
        public string? City { get; set; }
        public long? TeamId { get; set; }
        public long? UserId { get; set; }
    }

    public async Task<Outcome> ExecuteAsync(Input input, Actor actor, CancellationToken cancellationToken)
    {
        if (actor.Role != Role.Admin)
        {
            return Outcome.Forbidden("只有管理员可以修改分配规则");
        }

        var shape = new SaveAssignmentRuleValidator().Validate(input);
        if (!shape.IsValid)
        {
            return Outcome.Invalid(shape);
        }

        if (input.TeamId is null == input.UserId is null)
        {
            return Outcome.Invalid(nameof(input.TeamId), "请选择一个团队，或者一位跟进人");
        }

        if (input.TeamId is { } team && !await db.Teams.AnyAsync(row => row.Id == team, cancellationToken))
        {
            return Outcome.Invalid(nameof(input.TeamId), "这个选项已不可用，请重新选择");
        }

        if (input.UserId is { } user && !await LeadFile.OwnersFor(db, actor).AnyAsync(row => row.Id == user, cancellationToken))
        {
            return Outcome.Invalid(nameof(input.UserId), "这个选项已不可用，请重新选择");
        }

        var (province, city) = (CleanText.Line(input.Province), CleanText.Line(input.City));
        var known = await db.AssignmentRules.AsNoTracking().Select(rule => new { rule.Province, rule.City }).ToListAsync(cancellationToken);
        if (known.Any(rule => RegionKey.Of(rule.Province) == RegionKey.Of(province) && RegionKey.Of(rule.City) == RegionKey.Of(city)))
        {
            return Outcome.Invalid(nameof(input.Province), "这个地区已有规则，请先删除原来的规则");
        }

        db.AssignmentRules.Add(new AssignmentRule { Province = province, City = city, TeamId = input.TeamId, UserId = input.UserId });
        await db.SaveAsync(actor, cancellationToken);
        return Outcome.Done();
    }

    public async Task<Outcome> RemoveAsync(long id, Actor actor, CancellationToken cancellationToken)
    {
        if (actor.Role != Role.Admin)
        {
            return Outcome.Forbidden("只有管理员可以修改分配规则");
        }

        if (await db.AssignmentRules.SingleOrDefaultAsync(rule => rule.Id == id, cancellationToken) is { } found)
        {
            db.AssignmentRules.Remove(found);
            await db.SaveAsync(actor, cancellationToken);
        }

        return Outcome.Done();
    }
}

internal sealed class SaveAssignmentRuleValidator : AbstractValidator<SaveAssignmentRule.Input>
{
    public SaveAssignmentRuleValidator()
    {
        RuleFor(input => input.Province).SingleLine(50);
        RuleFor(input => input.City).SingleLine(50);
    }
}
