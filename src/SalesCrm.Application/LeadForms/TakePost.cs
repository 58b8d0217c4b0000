using Microsoft.EntityFrameworkCore;
using SalesCrm.Application.Database;
using SalesCrm.Application.Shared;
using SalesCrm.Application.Shared.Texts;
using SalesCrm.Application.Shared.Time;

namespace SalesCrm.Application.LeadForms;

/// <summary>
/// Takes what came through a public form: an honest one becomes a lead with an owner at once, an odd one waits for a person, rubbish is dropped. The sender is
/// told the same each time, and nothing about who is a customer already.
/// </summary>
public sealed class TakePost(CrmDbContext db, CompanyClock clock, PostMemory memory)
{
    /// <summary>Posts that wait in one form; further odd ones are dropped, so that nobody fills the disk.</summary>
    public const int MostWaiting = 200;

    /// <summary>The same person again within this time looks odd.</summary>
    private static readonly TimeSpan Soon = TimeSpan.FromHours(24);

    /// <param name="form">The form as the page showed it.</param>
    /// <param name="key">Signed with the page; a second post with it changes nothing.</param>
    /// <param name="input">What was typed.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public async Task<Outcome> ExecuteAsync(OpenForms.Form form, Guid key, PostInput input, CancellationToken cancellationToken)
    {
        var shape = new PostInputValidator().Validate(input);
        if (!shape.IsValid)
        {
            return Outcome.Invalid(shape);
        }

        var (doubt, isRubbish) = PostJudgement.Of(input);
        if (isRubbish || memory.IsStored(key) || (doubt != PostDoubt.None && await IsFullAsync(form.Id, cancellationToken))
            || await db.FormPosts.AsNoTracking().AnyAsync(post => post.Key == key, cancellationToken))
        {
            return Outcome.Done();
        }

        try
        {
            if (await db.InTransactionAsync(Actor.System, token => StoreAsync(form, key, input, doubt, token), cancellationToken) > 0)
            {
                memory.Stored(key);
            }
        }
        catch (DbUpdateException refused) when (db.Engine.IsUniqueViolation(refused))
        {
            // Sent twice at the same moment: the other one is stored.
            memory.Stored(key);
        }

        return Outcome.Done();
    }

    /// <summary>Asked before the write turn is taken: what is dropped makes nobody wait.</summary>
    private async Task<bool> IsFullAsync(long formId, CancellationToken cancellationToken)
    {
        if (!memory.IsFull(formId, clock.UtcNow) && await WaitingAsync(formId, cancellationToken) >= MostWaiting)
        {
            memory.Full(formId, clock.UtcNow);
        }

        return memory.IsFull(formId, clock.UtcNow);
    }

    private Task<int> WaitingAsync(long formId, CancellationToken cancellationToken)
        => db.FormPosts.CountAsync(post => post.FormId == formId && post.State == PostState.Quarantined, cancellationToken);

    private async Task<int> StoreAsync(OpenForms.Form shown, Guid key, PostInput input, PostDoubt doubt, CancellationToken cancellationToken)
    {
        var (phone, email, since) = (PhoneKey.Of(input.Phone)?.Number, CleanText.Line(input.Email), clock.UtcNow - Soon);
        if (await db.FormPosts.AnyAsync(post => post.Key == key, cancellationToken))
        {
            return 0;
        }

        if (doubt == PostDoubt.None && await db.FormPosts.AnyAsync(
            post => post.FormId == shown.Id && post.At > since && ((phone != null && post.PhoneKey == phone) || (email != null && post.Email == email)), cancellationToken))
        {
            doubt = PostDoubt.Repeated;
        }

        if (doubt != PostDoubt.None && await WaitingAsync(shown.Id, cancellationToken) >= MostWaiting)
        {
            return 0;
        }

        var post = new FormPost
        {
            FormId = shown.Id,
            Key = key,
            At = clock.UtcNow,
            Doubt = doubt,
            Company = CleanText.Line(input.Company)!,
            Person = CleanText.Line(input.Person)!,
            Phone = CleanText.Line(input.Phone),
            PhoneKey = phone,
            Email = email,
            Province = PlaceNames.Province(CleanText.Line(input.Province)),
            City = CleanText.Line(input.City),
            Need = CleanText.Lines(input.Need),
            ConsentRevision = shown.ConsentRevision,
            ConsentText = shown.Consent,
        };
        db.FormPosts.Add(post);
        post.Hold();
        if (doubt == PostDoubt.None)
        {
            await FormLead.OpenAsync(db, post, clock, cancellationToken);
        }

        await db.SaveChangesAsync(cancellationToken);
        return 1;
    }
}
