using System.Security.Cryptography;
using FluentValidation;
using Microsoft.EntityFrameworkCore;
using SalesCrm.Application.Database;
using SalesCrm.Application.Leads;
using SalesCrm.Application.Shared;
using SalesCrm.Application.Shared.Localization;
using SalesCrm.Application.Shared.Texts;
using SalesCrm.Application.Users;

namespace SalesCrm.Application.LeadForms;

/// <summary>Opens a public form or changes one. Its address stays for as long as it lives.</summary>
public sealed class SaveLeadForm(CrmDbContext db)
{
    public sealed record Input
    {
        public string? Name { get; set; }
        public long? SourceId { get; set; }
        public string? Campaign { get; set; }
        public string? ConsentText { get; set; }
        public string? ConsentTextEnglish { get; set; }
        public string? ThanksText { get; set; }
        public string? ThanksTextEnglish { get; set; }
        public long? TeamId { get; set; }
        public long? OwnerId { get; set; }
        public bool IsActive { get; set; } = true;
        public Guid Version { get; set; }
    }

    private static readonly Text Changed = "这张表单刚被别人改过，请核对后再保存";

    /// <param name="id">Null for a new one.</param>
    /// <param name="input">The form as typed.</param>
    /// <param name="actor">Who saves.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public async Task<Outcome<long>> ExecuteAsync(long? id, Input input, Actor actor, CancellationToken cancellationToken)
    {
        if (actor.Role != Role.Admin)
        {
            return Outcome<long>.Forbidden("只有管理员可以修改线索表单");
        }

        var form = id is null ? null : await db.LeadForms.SingleOrDefaultAsync(row => row.Id == id, cancellationToken);
        if (id is not null && form is null)
        {
            return Outcome<long>.NotFound();
        }

        var shape = new SaveLeadFormValidator().Validate(input);
        if (!shape.IsValid)
        {
            return Outcome<long>.Invalid(shape);
        }

        if (await ProblemAsync(input, form, actor, cancellationToken) is { } problem)
        {
            return Outcome<long>.Invalid([problem]);
        }

        if (form is not null && form.Version != input.Version)
        {
            return Outcome<long>.Conflict(Changed);
        }

        if (form is null)
        {
            form = new LeadForm { Name = "", Token = RandomNumberGenerator.GetString("abcdefghjkmnpqrstuvwxyz23456789", 12) };
            db.LeadForms.Add(form);
        }

        Fill(form, input);
        try
        {
            await db.SaveAsync(actor, cancellationToken);
            return form.Id;
        }
        catch (DbUpdateConcurrencyException)
        {
            return Outcome<long>.Conflict(Changed);
        }
    }

    private async Task<Problem?> ProblemAsync(Input input, LeadForm? form, Actor actor, CancellationToken cancellationToken)
    {
        if (await LeadFile.SourceProblemAsync(db, input.SourceId, form?.SourceId, cancellationToken) is { } problem)
        {
            return problem;
        }

        if (input.TeamId is { } team && !await db.Teams.AnyAsync(row => row.Id == team, cancellationToken))
        {
            return new(nameof(input.TeamId), "这个选项已不可用，请重新选择");
        }

        return input.TeamId is not null && input.OwnerId is not null ? new(nameof(input.OwnerId), "团队和跟进人只能选一个")
            : input.OwnerId is { } owner && owner != form?.OwnerId && !await LeadFile.OwnersFor(db, actor).AnyAsync(user => user.Id == owner, cancellationToken)
                ? new(nameof(input.OwnerId), "这个选项已不可用，请重新选择") : null;
    }

    private static void Fill(LeadForm form, Input input)
    {
        (form.Name, form.SourceId, form.Campaign) = (CleanText.Line(input.Name)!, input.SourceId!.Value, CleanText.Line(input.Campaign));
        form.Ask(CleanText.Lines(input.ConsentText)!, CleanText.Lines(input.ConsentTextEnglish) ?? "");
        (form.ThanksText, form.ThanksTextEnglish) = (CleanText.Lines(input.ThanksText)!, CleanText.Lines(input.ThanksTextEnglish) ?? "");
        (form.TeamId, form.OwnerId, form.IsActive) = (input.TeamId, input.OwnerId, input.IsActive);
    }
}

internal sealed class SaveLeadFormValidator : AbstractValidator<SaveLeadForm.Input>
{
    public SaveLeadFormValidator()
    {
        RuleFor(form => form.Name).Required().SingleLine(100);
        RuleFor(form => form.SourceId).Holds(id => id is null ? "请选择来源" : default(Text?));
        RuleFor(form => form.Campaign).SingleLine(100);
        RuleFor(form => form.ConsentText).Required().MultiLine(1000);
        RuleFor(form => form.ConsentTextEnglish).MultiLine(1000);
        RuleFor(form => form.ThanksText).Required().MultiLine(500);
        RuleFor(form => form.ThanksTextEnglish).MultiLine(500);
    }
}
