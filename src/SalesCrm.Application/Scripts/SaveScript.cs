using FluentValidation;
using Microsoft.EntityFrameworkCore;
using SalesCrm.Application.Database;
using SalesCrm.Application.Shared;
using SalesCrm.Application.Shared.Localization;
using SalesCrm.Application.Shared.Texts;
using SalesCrm.Application.Shared.Time;
using SalesCrm.Application.Users;

namespace SalesCrm.Application.Scripts;

/// <summary>Adds a question or sentence, changes it, or takes it out of the offer. Managers and the admin keep the library.</summary>
public sealed class SaveScript(CrmDbContext db, CompanyClock clock)
{
    public sealed record Input
    {
        public ScriptKind? Kind { get; set; }
        public string? Text { get; set; }
        public string? Tags { get; set; }
        public bool IsSensitive { get; set; }
        public bool IsArchived { get; set; }

        /// <summary>Comes with the form of a new one; the same form sent twice makes one.</summary>
        public Guid OperationId { get; set; }

        /// <summary>The version that the form was filled from.</summary>
        public Guid Version { get; set; }
    }

    private static readonly Text Changed = "您编辑期间，其他人修改了这条话术，请核对后再保存";

    /// <summary>As its form shows it.</summary>
    public Task<Input?> FindAsync(long id, CancellationToken cancellationToken)
        => db.Scripts.AsNoTracking().Where(script => script.Id == id).Select(script => new Input
        {
            Kind = script.Kind,
            Text = script.Text,
            Tags = script.Tags,
            IsSensitive = script.IsSensitive,
            IsArchived = script.ArchivedAt != null,
            Version = script.Version,
        }).SingleOrDefaultAsync(cancellationToken);

    /// <param name="id">Empty for a new one.</param>
    /// <param name="input">What was typed.</param>
    /// <param name="actor">Who types.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>Its id.</returns>
    public async Task<Outcome<long>> ExecuteAsync(long? id, Input input, Actor actor, CancellationToken cancellationToken)
    {
        if (actor.Role is not (Role.Manager or Role.Admin))
        {
            return Outcome<long>.Forbidden("只有经理和管理员可以维护话术库");
        }

        var script = id is null ? null : await db.Scripts.SingleOrDefaultAsync(row => row.Id == id, cancellationToken);
        if (id is not null && script is null)
        {
            return Outcome<long>.NotFound();
        }

        var shape = new SaveScriptValidator().Validate(input);
        if (!shape.IsValid)
        {
            return Outcome<long>.Invalid(shape);
        }

        if (script is null)
        {
            return await Submitted.OnceAsync(db, actor, input.OperationId, async token =>
            {
                var added = new Script { Text = "", CreatedAt = clock.UtcNow };
                Fill(added, input);
                db.Scripts.Add(added);
                await db.SaveChangesAsync(token);
                return added.Id;
            }, cancellationToken);
        }

        if (script.Version != input.Version)
        {
            return Outcome<long>.Conflict(Changed);
        }

        Fill(script, input);
        try
        {
            await db.SaveAsync(actor, cancellationToken);
            return script.Id;
        }
        catch (DbUpdateConcurrencyException)
        {
            return Outcome<long>.Conflict(Changed);
        }
    }

    private void Fill(Script script, Input input)
    {
        (script.Kind, script.Text, script.Tags) = (input.Kind!.Value, CleanText.Lines(input.Text)!, CleanText.Line(input.Tags));
        (script.IsSensitive, script.ArchivedAt) = (input.IsSensitive, input.IsArchived ? script.ArchivedAt ?? clock.UtcNow : null);
    }
}

internal sealed class SaveScriptValidator : AbstractValidator<SaveScript.Input>
{
    public SaveScriptValidator()
    {
        RuleFor(s => s.Kind).Holds(kind => kind is { } value && Enum.IsDefined(value) ? default(Text?) : "请选择类别");
        RuleFor(s => s.Text).Required().MultiLine(300);
        RuleFor(s => s.Tags).SingleLine(100);
    }
}
