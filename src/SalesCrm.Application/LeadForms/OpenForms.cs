using Microsoft.EntityFrameworkCore;
using SalesCrm.Application.Database;
using SalesCrm.Application.Shared.Localization;

namespace SalesCrm.Application.LeadForms;

/// <summary>The forms that strangers may open, kept for moments so that looking at them costs the database nothing.</summary>
public sealed class OpenForms(CrmDbContext db)
{
    /// <summary>What the page shows, in the reader's language.</summary>
    public sealed record Form(long Id, string Token, string Name, string Consent, int ConsentRevision, string Thanks);

    /// <summary>Null for a form that is not, or is no more, open.</summary>
    public async Task<Form?> FindAsync(string? token, CancellationToken cancellationToken)
    {
        var forms = await db.KnownAsync(typeof(OpenForms), () => db.LeadForms.AsNoTracking().Where(form => form.IsActive).ToListAsync(cancellationToken));
        var english = Translations.Current == Translations.English;
        return forms.FirstOrDefault(form => form.Token == token) is { } found
            ? new(
                found.Id, found.Token, found.Name, english && found.ConsentTextEnglish.Length > 0 ? found.ConsentTextEnglish : found.ConsentText, found.ConsentRevision,
                english && found.ThanksTextEnglish.Length > 0 ? found.ThanksTextEnglish : found.ThanksText)
            : null;
    }
}
