using Microsoft.EntityFrameworkCore;
using SalesCrm.Application.Database;
using SalesCrm.Application.Shared;
using SalesCrm.Application.Shared.Time;
using SalesCrm.Application.Users;

namespace SalesCrm.Application.LeadForms;

/// <summary>Odd posts of a form that wait for a person, and his decision on one.</summary>
public sealed class Quarantine(CrmDbContext db, CompanyClock clock)
{
    public sealed record PostRow(long Id, DateTime At, PostDoubt Doubt, string Company, string Person, string? Phone, string? Email, string? Province, string? City, string? Need);

    /// <summary>Null where there is no such form.</summary>
    public async Task<(string Form, IReadOnlyList<PostRow> Posts)?> ReadAsync(long formId, CancellationToken cancellationToken)
    {
        if (await db.LeadForms.AsNoTracking().Where(form => form.Id == formId).Select(form => form.Name).SingleOrDefaultAsync(cancellationToken) is not { } name)
        {
            return null;
        }

        return (name, await db.FormPosts.AsNoTracking().Where(post => post.FormId == formId && post.State == PostState.Quarantined)
            .OrderBy(post => post.Id).Take(TakePost.MostWaiting)
            .Select(post => new PostRow(post.Id, post.At, post.Doubt, post.Company, post.Person, post.Phone, post.Email, post.Province, post.City, post.Need))
            .ToListAsync(cancellationToken));
    }

    /// <summary>Makes a lead of the post, or throws it away; one that was settled meanwhile stays as it is.</summary>
    public async Task<Outcome> SettleAsync(long formId, long postId, bool isHonest, Actor actor, CancellationToken cancellationToken)
    {
        if (actor.Role != Role.Admin)
        {
            return Outcome.Forbidden("只有管理员可以处理隔离的提交");
        }

        return await db.InTransactionAsync(actor, async token =>
        {
            var post = await db.FormPosts.SingleOrDefaultAsync(row => row.Id == postId && row.FormId == formId, token);
            if (post is null)
            {
                return Outcome.NotFound();
            }

            if (post.State != PostState.Quarantined)
            {
                return Outcome.Done();
            }

            if (isHonest)
            {
                await FormLead.OpenAsync(db, post, clock, token);
            }
            else
            {
                post.Discard();
            }

            return Outcome.Done();
        }, cancellationToken);
    }
}
