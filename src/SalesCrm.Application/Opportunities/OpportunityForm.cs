using System.Globalization;
using Microsoft.EntityFrameworkCore;
using SalesCrm.Application.Customers;
using SalesCrm.Application.Database;
using SalesCrm.Application.Fields;
using SalesCrm.Application.Shared;

namespace SalesCrm.Application.Opportunities;

/// <summary>An opportunity as its forms show it.</summary>
public sealed class OpportunityForm(CrmDbContext db, LastChange changes)
{
    /// <summary>The opportunity for its edit form; null when it does not exist for this actor.</summary>
    public async Task<EditOpportunity.Input?> FindAsync(long id, Actor actor, CancellationToken cancellationToken)
    {
        var row = await db.OpportunitiesWorkedBy(actor).AsNoTracking().SingleOrDefaultAsync(o => o.Id == id && o.ArchivedAt == null, cancellationToken);
        return row is null ? null : new EditOpportunity.Input
        {
            Name = row.Name,
            SourceId = row.SourceId,
            ProductId = row.ProductId,
            Amount = row.Amount?.ToString("0.##", CultureInfo.InvariantCulture),
            ExpectedCloseOn = row.ExpectedCloseOn,
            IdentifiedOn = row.IdentifiedOn,
            Need = row.Need,
            BudgetScore = row.BudgetScore,
            UrgencyScore = row.UrgencyScore,
            AuthorityScore = row.AuthorityScore,
            PaymentTerms = row.PaymentTerms,
            DeliveryOn = row.DeliveryOn,
            Summary = row.Summary,
            Competition = row.Competition,
            Risk = row.Risk,
            RiskNote = row.RiskNote,
            RiskMitigation = row.RiskMitigation,
            Fields = (await db.FactsAsync(FieldSubject.Opportunity, id, actor, cancellationToken)).ToForm(),
            Version = row.Version,
        };
    }

    /// <summary>Who changed it last, and when (UTC).</summary>
    public Task<LastChange.Change> LastChangeAsync(long id, CancellationToken cancellationToken) => changes.FindAsync(nameof(Opportunity), id, cancellationToken);

    /// <summary>The customer of a new opportunity, and where he came from if that is still offered.</summary>
    public sealed record Target(string Name, bool IsConfidential, long? SourceId);

    /// <summary>A customer on whom the actor may open an opportunity; null for any other.</summary>
    public Task<Target?> CustomerAsync(long id, Actor actor, CancellationToken cancellationToken)
        => db.CustomersWorkedBy(actor).Where(customer => customer.Id == id && customer.ArchivedAt == null)
            .Select(customer => new Target(customer.Name, customer.ConfidentialAt != null, customer.Source!.IsArchived ? null : customer.SourceId)).SingleOrDefaultAsync(cancellationToken);
}
