using Microsoft.EntityFrameworkCore;
using SalesCrm.Application.Database;
using SalesCrm.Application.Shared;
using SalesCrm.Application.Shared.Localization;
using SalesCrm.Application.Shared.Texts;
using SalesCrm.Application.Users;

namespace SalesCrm.Application.Fields;

/// <summary>Adds a field to a kind of record, or changes or archives it. Values are never deleted, and a field that has some keeps its type.</summary>
public sealed class SaveField(CrmDbContext db, IEnumerable<IReservedNames> reserved)
{
    public sealed record Input
    {
        public string? Name { get; set; }
        public string? EnglishName { get; set; }
        public FieldType Type { get; set; } = FieldType.Text;
        public bool IsRequired { get; set; }
        public bool IsListed { get; set; }
        public bool IsArchived { get; set; }
        public bool Rep { get; set; }
        public bool Manager { get; set; }
        public bool Service { get; set; }
        public bool Legal { get; set; }
        public List<ChoiceInput> Choices { get; set; } = [];
        public Guid Version { get; set; }

        internal FieldRoles Roles => (Rep ? FieldRoles.Rep : 0) | (Manager ? FieldRoles.Manager : 0) | (Service ? FieldRoles.Service : 0) | (Legal ? FieldRoles.Legal : 0);
    }

    /// <summary>One choice; a new one has no id, and one without id and name is an empty line of the form.</summary>
    public sealed record ChoiceInput
    {
        public long? Id { get; set; }
        public string? Name { get; set; }
        public string? EnglishName { get; set; }
        public bool IsArchived { get; set; }
    }

    public static Text ConflictMessage { get; } = "您编辑期间，其他人修改了这个字段。您的内容还在，请核对后再保存";

    /// <param name="subject">The kind of record that a new field is for.</param>
    /// <param name="id">The field; null adds one.</param>
    /// <param name="input">What was typed.</param>
    /// <param name="actor">Who saves.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public async Task<Outcome> ExecuteAsync(FieldSubject subject, long? id, Input input, Actor actor, CancellationToken cancellationToken)
    {
        if (actor.Role != Role.Admin || !Enum.IsDefined(subject))
        {
            return Outcome.NotFound();
        }

        var problems = FieldShape.ProblemsOf(input, [.. reserved.SelectMany(names => names.Of(subject))]);
        if (problems.Count > 0)
        {
            return Outcome.Invalid(problems);
        }

        try
        {
            return await db.InTransactionAsync(actor, token => SaveAsync(subject, id, input, token), cancellationToken);
        }
        catch (DbUpdateConcurrencyException)
        {
            return Outcome.Conflict(ConflictMessage);
        }
        catch (DbUpdateException exception) when (db.Engine.IsUniqueViolation(exception))
        {
            return Outcome.Invalid(nameof(input.Name), "已有同名的字段");
        }
    }

    private async Task<Outcome> SaveAsync(FieldSubject subject, long? id, Input input, CancellationToken cancellationToken)
    {
        var field = id is null
            ? new CustomField { Subject = subject, Type = input.Type, Name = "", Position = 1 + (await db.CustomFields.Where(f => f.Subject == subject).MaxAsync(f => (int?)f.Position, cancellationToken) ?? 0) }
            : await db.CustomFields.Include(f => f.Choices).SingleOrDefaultAsync(f => f.Id == id, cancellationToken);
        if (field is null)
        {
            return Outcome.NotFound();
        }

        if (id is null)
        {
            db.CustomFields.Add(field);
        }
        else if (field.Version != input.Version)
        {
            return Outcome.Conflict(ConflictMessage);
        }
        else if (field.Type != input.Type && await db.FieldValues.AnyAsync(value => value.FieldId == id, cancellationToken))
        {
            return Outcome.Invalid(nameof(input.Type), "已有记录填写了这个字段，不能再改类型。可以停用它，另建一个");
        }

        (field.Name, field.EnglishName, field.Type) = (CleanText.Line(input.Name)!, CleanText.Line(input.EnglishName), input.Type);
        (field.IsRequired, field.IsListed, field.IsArchived, field.Roles) = (input.IsRequired, input.IsListed, input.IsArchived, input.Roles);
        Choose(field, input);
        return Outcome.Done();
    }

    private static void Choose(CustomField field, Input input)
    {
        foreach (var typed in input.Choices.Where(choice => input.Type == FieldType.Choice && (choice.Id is not null || CleanText.Line(choice.Name) is not null)))
        {
            var choice = field.Choices.FirstOrDefault(one => one.Id == typed.Id && typed.Id is not null);
            if (choice is null)
            {
                field.Choices.Add(choice = new FieldChoice { Name = "" });
            }

            (choice.Name, choice.EnglishName, choice.IsArchived) = (CleanText.Line(typed.Name)!, CleanText.Line(typed.EnglishName), typed.IsArchived);
        }
    }
}

/// <summary>Names that a field may not take because files know them as headers of something else; told by whoever reads files.</summary>
public interface IReservedNames
{
    IEnumerable<string> Of(FieldSubject subject);
}
