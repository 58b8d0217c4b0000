using Microsoft.EntityFrameworkCore;
using SalesCrm.Application.Customers;
using SalesCrm.Application.Database;
using SalesCrm.Application.Shared;

namespace SalesCrm.Application.Surveys;

/// <summary>What the forms of an answer show.</summary>
public sealed class SurveyForm(CrmDbContext db)
{
    public sealed record Choice(long Id, string Name);

    /// <param name="Contacts">Whom to choose as the one who answered.</param>
    public sealed record Subject(long CustomerId, string Customer, IReadOnlyList<Choice> Contacts);

    public sealed record Filled(Subject Subject, EditSurvey.Input Input);

    /// <summary>A customer for whom the actor may write an answer down; null for any other.</summary>
    public async Task<Subject?> OfCustomerAsync(long? customerId, Actor actor, CancellationToken cancellationToken)
        => await db.CustomersWorkedBy(actor.ForOne).Where(customer => customer.Id == customerId && customer.ArchivedAt == null).Select(customer => customer.Name).SingleOrDefaultAsync(cancellationToken) is { } name
            ? await SubjectAsync(customerId!.Value, name, null, actor, cancellationToken) : null;

    /// <summary>The answer for its edit form; null when it does not exist for this actor.</summary>
    public async Task<Filled?> FindAsync(long id, Actor actor, CancellationToken cancellationToken)
    {
        var answer = await db.SurveysEditedBy(actor).AsNoTracking().Include(row => row.Customer).SingleOrDefaultAsync(row => row.Id == id, cancellationToken);
        return answer is null ? null : new(await SubjectAsync(answer.CustomerId, answer.Customer!.Name, answer.ContactId, actor, cancellationToken), new EditSurvey.Input
        {
            AnsweredOn = answer.AnsweredOn,
            Round = answer.Round,
            ContactId = answer.ContactId,
            ServiceScore = answer.ServiceScore,
            ProductScore = answer.ProductScore,
            CooperationScore = answer.CooperationScore,
            Remark = answer.Remark,
            Version = answer.Version,
        });
    }

    /// <summary>Whoever wrote an answer down corrects it also when the customer is somebody else's by now; of the file he sees no more then than he named himself.</summary>
    private async Task<Subject> SubjectAsync(long customerId, string name, long? kept, Actor actor, CancellationToken cancellationToken)
    {
        var offered = SurveyFile.ContactsOf(db, customerId, actor).Select(contact => contact.Id);
        return new(customerId, name, await db.Contacts.AsNoTracking().Where(contact => contact.CustomerId == customerId && (contact.Id == kept || offered.Contains(contact.Id)))
            .OrderByDescending(contact => contact.IsPrimary).ThenBy(contact => contact.Id).Select(contact => new Choice(contact.Id, contact.Name)).ToListAsync(cancellationToken));
    }
}
