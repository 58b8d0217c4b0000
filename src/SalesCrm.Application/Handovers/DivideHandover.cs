using Microsoft.EntityFrameworkCore;
using SalesCrm.Application.Database;
using SalesCrm.Application.Leads.Assignment;
using SalesCrm.Application.Shared;

namespace SalesCrm.Application.Handovers;

/// <summary>Puts customers into the receivers' parts: those that were picked, all that a filter finds, or all of some provinces with the leads from there.</summary>
public sealed class DivideHandover(CrmDbContext db)
{
    private const int Batch = 500;

    public sealed record Input
    {
        public List<long> Ids { get; set; } = [];

        /// <summary>All that the filter finds instead of the picked ones.</summary>
        public bool All { get; set; }

        /// <summary>Whose part; out of every part where empty.</summary>
        public long? ReceiverId { get; set; }

        /// <summary>By province instead, as the page listed them; a province without a receiver stays as it is.</summary>
        public List<Region> Regions { get; set; } = [];
    }

    /// <param name="Key">The province as rules compare it; empty where none was noted.</param>
    /// <param name="ReceiverId">Who gets it.</param>
    public sealed record Region(string? Key, long? ReceiverId);

    /// <returns>How many customers and leads were put somewhere.</returns>
    public async Task<Outcome<int>> ExecuteAsync(long id, Input input, HandoverFilter filter, Actor actor, CancellationToken cancellationToken)
    {
        try
        {
            return await db.InTransactionAsync(actor, token => DivideAsync(id, input, filter, actor, token), cancellationToken);
        }
        catch (DbUpdateException refused) when (refused is DbUpdateConcurrencyException || db.Engine.IsUniqueViolation(refused))
        {
            return Outcome<int>.Conflict("这次交接刚被别人修改，请再试一次");
        }
    }

    private async Task<Outcome<int>> DivideAsync(long id, Input input, HandoverFilter filter, Actor actor, CancellationToken cancellationToken)
    {
        var handover = await db.HandoversDividedBy(actor).Include(row => row.Receivers).ThenInclude(row => row.User).SingleOrDefaultAsync(row => row.Id == id, cancellationToken);
        if (handover is null)
        {
            return Outcome<int>.NotFound();
        }

        var receivers = handover.Receivers.ToDictionary(receiver => receiver.UserId, receiver => receiver.Id);
        var chosen = input.Regions.Select(region => region.ReceiverId).Append(input.ReceiverId).OfType<long>().ToList();
        if (chosen.Exists(user => !receivers.ContainsKey(user)))
        {
            return Outcome<int>.Invalid(nameof(input.ReceiverId), "请选择这次交接的接收人");
        }

        if (handover.Receivers.Any(receiver => chosen.Contains(receiver.UserId) && !ReceiverChoices.MayHold(receiver.User!)))
        {
            return Outcome<int>.Invalid(nameof(input.ReceiverId), "客户和线索只能分给在职的销售或经理");
        }

        var parts = new HandoverParts(db, handover.Id, handover.FromId);
        var put = 0;
        if (input.Regions.Count > 0)
        {
            var places = await parts.Customers.Select(row => new { row.Id, row.Province, Kind = HandoverKind.Customer }).ToListAsync(cancellationToken);
            places.AddRange(await PersonHoldings.LeadsOf(db, handover.FromId).Select(row => new { row.Id, row.Province, Kind = HandoverKind.Lead }).ToListAsync(cancellationToken));
            foreach (var region in input.Regions.Where(region => region.ReceiverId is not null).DistinctBy(region => region.Key ?? ""))
            {
                foreach (var kind in new[] { HandoverKind.Customer, HandoverKind.Lead })
                {
                    put += await PutAsync(handover, kind, [.. places.Where(place => place.Kind == kind && RegionKey.Of(place.Province) == (region.Key ?? "")).Select(place => place.Id)], receivers[region.ReceiverId!.Value], cancellationToken);
                }
            }
        }
        else
        {
            var wanted = input.All ? filter.Apply(parts) : parts.Customers.Where(row => input.Ids.Contains(row.Id));
            put = await PutAsync(handover, HandoverKind.Customer, await wanted.Select(row => row.Id).ToListAsync(cancellationToken), input.ReceiverId is { } user ? receivers[user] : null, cancellationToken);
        }

        if (put == 0)
        {
            return Outcome<int>.Invalid("", input.Regions.Count > 0 ? "请给至少一个地区选择接收人" : "请先选择客户");
        }

        db.Entry(handover).Property(row => row.Status).IsModified = true;
        return put;
    }

    private async Task<int> PutAsync(Handover handover, HandoverKind kind, List<long> ids, long? receiverId, CancellationToken cancellationToken)
    {
        foreach (var some in ids.Chunk(Batch))
        {
            await db.HandoverItems.Where(item => item.HandoverId == handover.Id && item.Kind == kind && some.Contains(item.RecordId)).ExecuteDeleteAsync(cancellationToken);
            if (receiverId is { } receiver)
            {
                db.HandoverItems.AddRange(some.Select(id => new HandoverItem { HandoverId = handover.Id, ReceiverId = receiver, Kind = kind, RecordId = id }));
                await db.SaveChangesAsync(cancellationToken);
            }
        }

        return ids.Count;
    }
}
