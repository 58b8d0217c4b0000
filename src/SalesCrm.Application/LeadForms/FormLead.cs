using Microsoft.EntityFrameworkCore;
using SalesCrm.Application.Database;
using SalesCrm.Application.Leads;
using SalesCrm.Application.Leads.Assignment;
using SalesCrm.Application.Shared.Texts;
using SalesCrm.Application.Shared.Time;

namespace SalesCrm.Application.LeadForms;

/// <summary>Makes a lead of a post, inside a transaction.</summary>
internal static class FormLead
{
    internal static async Task OpenAsync(CrmDbContext db, FormPost post, CompanyClock clock, CancellationToken cancellationToken)
    {
        var form = await db.LeadForms.AsNoTracking().SingleAsync(row => row.Id == post.FormId, cancellationToken);
        var lead = new Lead
        {
            Company = post.Company,
            CompanyKey = NameKey.OfCompany(post.Company),
            Person = post.Person,
            Phone = post.Phone,
            PhoneKey = post.PhoneKey,
            Email = post.Email,
            Province = post.Province,
            City = post.City,
            Need = post.Need,
            SourceId = form.SourceId,
            Campaign = form.Campaign,
            CreatedOn = clock.Today,
            CreatedAt = clock.UtcNow,
        };
        db.Leads.Add(lead);
        post.BecomeLead(lead);
        var distribution = await Distribution.LockedAsync(db, cancellationToken);
        lead.AssignTo(distribution.Target(form.TeamId, form.OwnerId) ?? distribution.OwnerFor(lead.Province, lead.City), clock.UtcNow);
        await distribution.SaveAsync(db, cancellationToken);
    }
}
