using Microsoft.EntityFrameworkCore;
using SalesCrm.Application.Customers;
using SalesCrm.Application.Database;
using SalesCrm.Application.Imports;
using SalesCrm.Application.Opportunities;
using SalesCrm.Application.Shared;

namespace SalesCrm.Application.Dashboards;

/// <summary>Gaps in the records that the reader sees.</summary>
public sealed record QualityFigures(int Customers, int Unowned, int WithoutContact, int WithoutIndustry, int WithoutFirstContact, int UndatedOpportunities);

public sealed record ImportLine(string FileName, string? Kind, ImportState State, int Rows, DateTime At, string? By);

/// <summary>What is missing in the files, and what came in lately.</summary>
public sealed class DataQuality(CrmDbContext db)
{
    public async Task<QualityFigures> ReadAsync(Actor actor, CancellationToken cancellationToken)
    {
        var files = db.CustomersOf(actor).Where(customer => customer.ArchivedAt == null);
        var opportunities = db.OpportunitiesOf(actor).Where(opportunity => opportunity.ArchivedAt == null && opportunity.IdentifiedOn == null);
        return await db.Teams.Where(team => team.ParentId == null).OrderBy(team => team.Id).Take(1)
            .Select(root => new QualityFigures(
                files.Count(),
                files.Count(customer => customer.OwnerId == null),
                files.Count(customer => !db.Contacts.Any(contact => contact.CustomerId == customer.Id)),
                files.Count(customer => customer.IndustryId == null),
                files.Count(customer => customer.FirstContactOn == null),
                opportunities.Count()))
            .SingleAsync(cancellationToken);
    }

    public async Task<IReadOnlyList<ImportLine>> ImportsAsync(CancellationToken cancellationToken)
        => await db.Imports.OrderByDescending(import => import.Id).Take(5)
            .Select(import => new ImportLine(import.FileName, import.Kind, import.State, import.RowsTotal, import.FinishedAt ?? import.CreatedAt, import.CreatedBy!.DisplayName))
            .ToListAsync(cancellationToken);
}
