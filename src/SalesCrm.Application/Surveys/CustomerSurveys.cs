using Microsoft.EntityFrameworkCore;
using SalesCrm.Application.Customers;
using SalesCrm.Application.Database;
using SalesCrm.Application.Shared;

namespace SalesCrm.Application.Surveys;

/// <summary>What a customer answered, for his page.</summary>
public sealed class CustomerSurveys(CrmDbContext db)
{
    /// <summary>So many of the latest answers are shown.</summary>
    public const int Shown = 6;

    /// <param name="Rows">The latest first, as far as the reader sees them.</param>
    /// <param name="Editable">Which of them he may correct.</param>
    public sealed record Panel(long CustomerId, string Customer, bool MayRecord, int Count, IReadOnlyList<SurveyList.SurveyRow> Rows, IReadOnlySet<long> Editable);

    /// <summary>Null where the actor may not see the customer.</summary>
    public async Task<Panel?> FindAsync(long customerId, Actor actor, CancellationToken cancellationToken)
    {
        actor = actor.ForOne;
        var worked = db.CustomersWorkedBy(actor);
        var file = await db.CustomersOf(actor).AsNoTracking().Where(customer => customer.Id == customerId)
            .Select(customer => new { customer.Name, MayRecord = customer.ArchivedAt == null && worked.Any(one => one.Id == customer.Id) }).SingleOrDefaultAsync(cancellationToken);
        if (file is null)
        {
            return null;
        }

        var answers = db.SurveysOf(actor).AsNoTracking().Where(answer => answer.CustomerId == customerId);
        var rows = await answers.OrderByDescending(answer => answer.AnsweredOn).ThenByDescending(answer => answer.Id).Take(Shown).Select(SurveyList.Row).ToListAsync(cancellationToken);
        var ids = rows.ConvertAll(row => row.Id);
        return new(
            customerId, file.Name, file.MayRecord, rows.Count < Shown ? rows.Count : await answers.CountAsync(cancellationToken), rows,
            await db.SurveysEditedBy(actor).Where(answer => ids.Contains(answer.Id)).Select(answer => answer.Id).ToHashSetAsync(cancellationToken));
    }
}
