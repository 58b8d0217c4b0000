using Microsoft.EntityFrameworkCore;
using SalesCrm.Application.Database;
using SalesCrm.Application.Fields;
using SalesCrm.Application.Shared;

namespace SalesCrm.Application.Filters;

/// <summary>The saved filters that somebody has: his own, and those that are shared with him.</summary>
public sealed class SavedFilters(CrmDbContext db)
{
    /// <summary>More than anybody looks through.</summary>
    private const int Most = 200;

    /// <param name="Id">The filter.</param>
    /// <param name="Subject">The list.</param>
    /// <param name="Name">Its name.</param>
    /// <param name="Query">What the list's address asks, without the question mark; values for fields that the reader does not see are left out.</param>
    /// <param name="Audience">Who has it.</param>
    /// <param name="Owner">Whose it is.</param>
    /// <param name="IsMine">The reader may change it.</param>
    /// <param name="Position">Its place among its owner's.</param>
    /// <param name="Version">For the form.</param>
    /// <param name="Description">What it is for.</param>
    public sealed record Row(long Id, FieldSubject Subject, string Name, string Query, FilterAudience Audience, string? Owner, bool IsMine, int Position, Guid Version, string? Description);

    /// <summary>Own ones first, each in their order. One command for all lists, kept for moments.</summary>
    public async Task<IReadOnlyList<Row>> ReadAsync(Actor actor, CancellationToken cancellationToken)
    {
        var me = actor.UserId;
        var rows = await db.KnownAsync(("saved filters", me), () => db.SavedFilters.AsNoTracking()
            .Where(filter => !filter.IsArchived && (filter.OwnerId == me || filter.Audience == FilterAudience.Everyone
                || (filter.Audience == FilterAudience.Team && db.Reaches.Any(reach => reach.ActorId == filter.OwnerId && reach.UserId == me))))
            .OrderByDescending(filter => filter.OwnerId == me).ThenBy(filter => filter.OwnerId).ThenBy(filter => filter.Position).ThenBy(filter => filter.Id)
            .Take(Most)
            .Select(filter => new Row(filter.Id, filter.Subject, filter.Name, filter.Query, filter.Audience, filter.Owner!.DisplayName, filter.OwnerId == me, filter.Position, filter.Version, filter.Description))
            .ToListAsync(cancellationToken));
        var fields = await db.AllFieldsAsync(cancellationToken);
        var seen = fields.Where(field => field.IsSeenBy(actor.Role)).Select(field => field.Id).ToHashSet();
        return rows.ConvertAll(row => row with { Query = QueryText.WithoutUnseen(row.Query, seen) });
    }

    public async Task<Row?> FindAsync(long id, Actor actor, CancellationToken cancellationToken)
        => (await ReadAsync(actor, cancellationToken)).FirstOrDefault(row => row.Id == id);

    /// <summary>How many others have one of the reader's own.</summary>
    public Task<int> OthersAsync(Row own, Actor actor, CancellationToken cancellationToken)
    {
        var others = db.Users.Where(user => user.IsActive && user.Id != actor.UserId);
        return own.Audience switch
        {
            FilterAudience.Own => Task.FromResult(0),
            FilterAudience.Team => others.CountAsync(user => db.Reaches.Any(reach => reach.ActorId == actor.UserId && reach.UserId == user.Id), cancellationToken),
            _ => others.CountAsync(cancellationToken),
        };
    }
}
