using FluentValidation;
using Microsoft.EntityFrameworkCore;
using SalesCrm.Application.Database;
using SalesCrm.Application.Shared;
using SalesCrm.Application.Shared.Localization;
using SalesCrm.Application.Shared.Texts;
using SalesCrm.Application.Users;

namespace SalesCrm.Application.Leads.Assignment;

/// <summary>Adds a rule, changes one or takes one away.</summary>
public sealed class SaveAssignmentRule(CrmDbContext db)
{
    private static readonly Text Changed = "您编辑期间，其他人修改或删除了这条规则。您的内容还在，请核对后再保存";

    public sealed record Input
    {
        /// <summary>The rule that is changed; empty for a new one.</summary>
        public long? Id { get; set; }

        /// <summary>Of the rule that the form was filled from.</summary>
        public Guid Version { get; set; }
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

        var rule = input.Id is { } id ? await db.AssignmentRules.SingleOrDefaultAsync(row => row.Id == id, cancellationToken) : new AssignmentRule();
        if (rule is null || (input.Id is not null && rule.Version != input.Version))
        {
            return Outcome.Conflict(Changed);
        }

        if (input.UserId is { } user && user != rule.UserId && !await LeadFile.OwnersFor(db, actor).AnyAsync(row => row.Id == user, cancellationToken))
        {
            return Outcome.Invalid(nameof(input.UserId), "这个选项已不可用，请重新选择");
        }

        var (province, city) = (PlaceNames.Province(CleanText.Line(input.Province)), CleanText.Line(input.City));
        var known = await db.AssignmentRules.AsNoTracking().Where(other => other.Id != rule.Id).Select(other => new { other.Province, other.City }).ToListAsync(cancellationToken);
        if (known.Any(other => RegionKey.Of(other.Province) == RegionKey.Of(province) && RegionKey.Of(other.City) == RegionKey.Of(city)))
        {
            return Outcome.Invalid(nameof(input.Province), "这个地区已有规则，请修改或先删除那一条");
        }

        (rule.Province, rule.City, rule.TeamId, rule.UserId) = (province, city, input.TeamId, input.UserId);
        if (input.Id is null)
        {
            db.AssignmentRules.Add(rule);
        }

        try
        {
            await db.SaveAsync(actor, cancellationToken);
            return Outcome.Done();
        }
        catch (DbUpdateConcurrencyException)
        {
            return Outcome.Conflict(Changed);
        }
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
