using SalesCrm.Application.Customers;
using SalesCrm.Application.Customers.Confidential;
using SalesCrm.Application.Database;
using SalesCrm.Application.Opportunities;
using SalesCrm.Application.Shared;
using SalesCrm.Application.Users.Teams;
using SalesCrm.Application.Visits;

namespace SalesCrm.Application.Attachments;

internal static class AttachmentScope
{
    /// <summary>
    /// Files that <paramref name="actor"/> may see: all of customers whose whole file he sees, elsewhere those of opportunities and follow-ups that he
    /// sees and those that he or his people attached.
    /// </summary>
    internal static IQueryable<Attachment> AttachmentsOf(this CrmDbContext db, Actor actor)
    {
        actor = actor.ForOne;
        var standing = db.Attachments.Where(file => file.ArchivedAt == null);
        var closed = db.ClosedTo(actor);
        if (actor.SeesEverything)
        {
            return standing.Where(file => !closed.Contains(file.CustomerId));
        }

        var reach = db.ReachOf(actor);
        var (seen, whole) = (db.CustomersOf(actor), db.CustomersWhollySeenBy(actor));
        var (opportunities, visits) = (db.OpportunitiesOf(actor), db.VisitsOf(actor));
        return standing.Where(file =>
            whole.Any(customer => customer.Id == file.CustomerId)
            || (seen.Any(customer => customer.Id == file.CustomerId)
                && (reach.Contains(file.CreatedById ?? 0) || opportunities.Any(row => row.Id == file.OpportunityId) || visits.Any(row => row.Id == file.VisitId))));
    }

    /// <summary>Those of them that he may take away: what he or his people attached, and all of customers whose file he may change.</summary>
    internal static IQueryable<Attachment> AttachmentsRemovedBy(this CrmDbContext db, Actor actor)
    {
        var reach = db.ReachOf(actor);
        var edited = db.CustomersEditedBy(actor.ForOne);
        return db.AttachmentsOf(actor).Where(file => reach.Contains(file.CreatedById ?? 0) || edited.Any(customer => customer.Id == file.CustomerId));
    }
}
