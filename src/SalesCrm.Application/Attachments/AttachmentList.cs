using Microsoft.EntityFrameworkCore;
using SalesCrm.Application.Customers;
using SalesCrm.Application.Database;
using SalesCrm.Application.Opportunities;
using SalesCrm.Application.Shared;
using SalesCrm.Application.Visits;

namespace SalesCrm.Application.Attachments;

/// <summary>The files attached to a customer and to what belongs to it, the latest first.</summary>
public sealed class AttachmentList(CrmDbContext db)
{
    /// <summary>More than anybody looks through; the total per customer keeps the list short.</summary>
    private const int Most = 500;

    /// <param name="Size">Bytes.</param>
    /// <param name="At">UTC.</param>
    /// <param name="About">The opportunity or follow-up to which it belongs; null for the customer himself.</param>
    public sealed record FileRow(Guid Handle, string Name, long Size, DateTime At, string? Who, string? About, string? AboutLink, bool MayRemove);

    /// <param name="Customer">The customer's name.</param>
    /// <param name="IsConfidential">The customer's file is.</param>
    /// <param name="About">The opportunity or follow-up that was asked for.</param>
    /// <param name="MayAttach">The reader may attach files to what was asked for.</param>
    public sealed record FileList(string Customer, bool IsConfidential, string? About, bool MayAttach, IReadOnlyList<FileRow> Files);

    /// <summary>Null where the actor does not see the customer, or the opportunity or follow-up that was asked for.</summary>
    public async Task<FileList?> ReadAsync(long customerId, long? opportunityId, long? visitId, Actor actor, CancellationToken cancellationToken)
    {
        var one = actor.ForOne;
        var worked = db.CustomersWorkedBy(one);
        var (opportunities, visits) = (db.OpportunitiesOf(one), db.VisitsOf(one));
        var (sold, logged) = (db.OpportunitiesWorkedBy(one), db.VisitsEditedBy(one));
        var file = await db.CustomersOf(one).AsNoTracking().Where(customer => customer.Id == customerId)
            .Where(customer => opportunityId == null || opportunities.Any(row => row.Id == opportunityId && row.CustomerId == customer.Id))
            .Where(customer => visitId == null || visits.Any(row => row.Id == visitId && row.CustomerId == customer.Id))
            .Select(customer => new
            {
                customer.Name,
                IsConfidential = customer.ConfidentialAt != null,
                Opportunity = opportunities.Where(row => row.Id == opportunityId).Select(row => row.Name).FirstOrDefault(),
                Visit = visits.Where(row => row.Id == visitId).Select(row => row.Topic ?? "").FirstOrDefault(),
                MayAttach = visitId != null ? logged.Any(row => row.Id == visitId)
                    : opportunityId != null ? sold.Any(row => row.Id == opportunityId)
                    : worked.Any(row => row.Id == customer.Id),
            })
            .SingleOrDefaultAsync(cancellationToken);
        if (file is null)
        {
            return null;
        }

        var removed = db.AttachmentsRemovedBy(actor);
        var rows = await db.AttachmentsOf(actor).AsNoTracking().Where(row => row.CustomerId == customerId)
            .Where(row => (opportunityId == null || row.OpportunityId == opportunityId) && (visitId == null || row.VisitId == visitId))
            .OrderByDescending(row => row.At).ThenByDescending(row => row.Id).Take(Most)
            .Select(row => new FileRow(
                row.Handle, row.Name, row.Size, row.At, db.Users.Where(user => user.Id == row.CreatedById).Select(user => user.DisplayName).FirstOrDefault(),
                opportunities.Where(about => about.Id == row.OpportunityId).Select(about => about.Name).FirstOrDefault()
                    ?? visits.Where(about => about.Id == row.VisitId).Select(about => about.Topic ?? "…").FirstOrDefault(),
                row.OpportunityId != null ? "/opportunities/" + row.OpportunityId : row.VisitId != null ? "/visits/" + row.VisitId : null,
                removed.Any(mine => mine.Id == row.Id)))
            .ToListAsync(cancellationToken);
        return new(file.Name, file.IsConfidential, file.Opportunity ?? file.Visit, file.MayAttach, rows);
    }
}
