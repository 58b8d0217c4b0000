using Microsoft.EntityFrameworkCore;
using SalesCrm.Application.Database;
using SalesCrm.Application.Shared.Localization;

namespace SalesCrm.Application.LeadForms;

/// <summary>The public forms as the admin keeps them.</summary>
public sealed class LeadFormList(CrmDbContext db)
{
    public sealed record FormRow(long Id, string Name, string Token, string? Source, bool IsActive, int Leads, int Waiting);

    public async Task<IReadOnlyList<FormRow>> ReadAsync(CancellationToken cancellationToken)
    {
        var english = Translations.Current == Translations.English;
        return await db.LeadForms.AsNoTracking().OrderByDescending(form => form.IsActive).ThenBy(form => form.Id)
            .Select(form => new FormRow(
                form.Id, form.Name, form.Token, english && form.Source!.EnglishName != null ? form.Source.EnglishName : form.Source!.Name, form.IsActive,
                db.FormPosts.Count(post => post.FormId == form.Id && post.State == PostState.Lead), db.FormPosts.Count(post => post.FormId == form.Id && post.State == PostState.Quarantined)))
            .ToListAsync(cancellationToken);
    }

    /// <summary>The form that edits it; null where there is none.</summary>
    public Task<SaveLeadForm.Input?> FindAsync(long id, CancellationToken cancellationToken)
        => db.LeadForms.AsNoTracking().Where(form => form.Id == id)
            .Select(form => new SaveLeadForm.Input
            {
                Name = form.Name,
                SourceId = form.SourceId,
                Campaign = form.Campaign,
                ConsentText = form.ConsentText,
                ConsentTextEnglish = form.ConsentTextEnglish,
                ThanksText = form.ThanksText,
                ThanksTextEnglish = form.ThanksTextEnglish,
                TeamId = form.TeamId,
                OwnerId = form.OwnerId,
                IsActive = form.IsActive,
                Version = form.Version,
            })
            .SingleOrDefaultAsync(cancellationToken);
}
