using Microsoft.EntityFrameworkCore;
using SalesCrm.Application.Database;
using SalesCrm.Application.Shared;
using SalesCrm.Application.Users;

namespace SalesCrm.Application.Fields;

/// <summary>The fields of a kind of record as the admin keeps them, archived ones last.</summary>
public sealed class FieldList(CrmDbContext db)
{
    /// <param name="Id">The field.</param>
    /// <param name="Subject">Whose field it is.</param>
    /// <param name="Used">How many records have something in it, counted up to one more than <see cref="MostCounted"/>.</param>
    /// <param name="Input">The form that edits it.</param>
    public sealed record FieldRow(long Id, FieldSubject Subject, int Used, SaveField.Input Input)
    {
        public FieldRoles Roles => Input.Roles;
    }

    public const int MostCounted = 2_000;

    public async Task<IReadOnlyList<FieldRow>> ReadAsync(FieldSubject subject, Actor actor, CancellationToken cancellationToken)
        => actor.Role != Role.Admin ? [] : await RowsAsync(db.CustomFields.Where(field => field.Subject == subject), cancellationToken);

    public async Task<FieldRow?> FindAsync(long id, Actor actor, CancellationToken cancellationToken)
        => actor.Role != Role.Admin ? null : (await RowsAsync(db.CustomFields.Where(field => field.Id == id), cancellationToken)).SingleOrDefault();

    private async Task<List<FieldRow>> RowsAsync(IQueryable<CustomField> fields, CancellationToken cancellationToken)
    {
        var rows = await fields.AsNoTracking().OrderBy(field => field.IsArchived).ThenBy(field => field.Position).ThenBy(field => field.Id).Select(field => new
        {
            Field = field,
            Choices = field.Choices.OrderBy(choice => choice.Id).ToList(),
            Used = db.FieldValues.Where(value => value.FieldId == field.Id).Take(MostCounted + 1).Count(),
        }).ToListAsync(cancellationToken);
        return rows.ConvertAll(row => new FieldRow(row.Field.Id, row.Field.Subject, row.Used, new SaveField.Input
        {
            Name = row.Field.Name,
            EnglishName = row.Field.EnglishName,
            Type = row.Field.Type,
            IsRequired = row.Field.IsRequired,
            IsListed = row.Field.IsListed,
            IsArchived = row.Field.IsArchived,
            Rep = row.Field.Roles.HasFlag(FieldRoles.Rep),
            Manager = row.Field.Roles.HasFlag(FieldRoles.Manager),
            Service = row.Field.Roles.HasFlag(FieldRoles.Service),
            Legal = row.Field.Roles.HasFlag(FieldRoles.Legal),
            Choices = row.Choices.ConvertAll(choice => new SaveField.ChoiceInput { Id = choice.Id, Name = choice.Name, EnglishName = choice.EnglishName, IsArchived = choice.IsArchived }),
            Version = row.Field.Version,
        }));
    }
}
