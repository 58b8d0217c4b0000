using Microsoft.EntityFrameworkCore;
using SalesCrm.Application.Database;
using SalesCrm.Application.Grading;

namespace SalesCrm.Application.Upgrades;

/// <summary>What holds of programmes whatever moves them: steps stand in the file of their programme, a customer has one open programme at most, and none once he is A or B.</summary>
internal static class UpgradeOrder
{
    private const int Batch = 500;

    /// <summary>
    /// Brings the programmes of these customers in order after an act was undone. What people did to a programme since the act stays where they did it, so that one may stay behind while its steps go
    /// back, or be opened again where the customer has risen meanwhile.
    /// </summary>
    /// <param name="db">In the transaction of the undoing.</param>
    /// <param name="customers">Whom it touched.</param>
    /// <param name="began">UTC; what was credited since was credited for a grade that only came back.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public static async Task RestoreAsync(CrmDbContext db, IReadOnlyCollection<long> customers, DateTime began, CancellationToken cancellationToken)
    {
        // An engine may keep an instant less exactly.
        var since = began.AddMilliseconds(-10);
        foreach (var ids in customers.Chunk(Batch))
        {
            var parted = await db.UpgradeSteps.Include(step => step.Programme)
                .Where(step => step.CustomerId != step.Programme!.CustomerId && (ids.Contains(step.CustomerId) || ids.Contains(step.Programme.CustomerId))).ToListAsync(cancellationToken);
            parted.ForEach(step => db.Entry(step).Property(row => row.CustomerId).CurrentValue = step.Programme!.CustomerId);

            var open = await db.UpgradeProgrammes.Include(programme => programme.Steps).Include(programme => programme.Customer)
                .Where(programme => (programme.State == UpgradeState.Open || (programme.State == UpgradeState.Succeeded && programme.ClosedAt >= since)) && ids.Contains(programme.CustomerId)).ToListAsync(cancellationToken);
            open.FindAll(programme => programme.State == UpgradeState.Succeeded).ForEach(programme => programme.Reopen());
            foreach (var ofOne in open.GroupBy(programme => programme.CustomerId))
            {
                StopBehind(ofOne, db.Now);
            }

            await CloseRisenAsync(db, open.FindAll(programme => programme is { State: UpgradeState.Open, Customer.Grade: <= Grade.B }), cancellationToken);
        }
    }

    /// <summary>Of open programmes of one customer the one that is further on stays.</summary>
    public static void StopBehind(IEnumerable<UpgradeProgramme> open, DateTime at)
    {
        foreach (var behind in open.OrderByDescending(programme => programme.Steps.Count(step => step.DoneOn is not null)).ThenBy(programme => programme.Id).Skip(1))
        {
            behind.Stop(UpgradeProgramme.United, at);
        }
    }

    /// <summary>The rise closed another programme of his, which has the credit, or it closes this one. Where he has not risen since it began, he only got his old grade back, which nobody is credited for.</summary>
    private static async Task CloseRisenAsync(CrmDbContext db, List<UpgradeProgramme> risen, CancellationToken cancellationToken)
    {
        var (customers, programmes) = (risen.ConvertAll(programme => programme.CustomerId), risen.ConvertAll(programme => programme.Id));
        var credited = customers.Count == 0 ? []
            : await db.UpgradeProgrammes.Where(programme => programme.State == UpgradeState.Succeeded && customers.Contains(programme.CustomerId) && !programmes.Contains(programme.Id)).Select(programme => programme.CustomerId).ToListAsync(cancellationToken);
        var since = programmes.Count == 0 ? []
            : await db.AuditEntries.Where(entry => entry.Subject == nameof(UpgradeProgramme) && entry.Act == AuditAct.Created && programmes.Contains(entry.SubjectId)
                    && db.GradeChanges.Any(rise => rise.To <= Grade.B && (rise.From == null || rise.From > Grade.B) && rise.At >= entry.At
                        && db.UpgradeProgrammes.Any(programme => programme.Id == entry.SubjectId && programme.CustomerId == rise.CustomerId)))
                .Select(entry => entry.SubjectId).ToListAsync(cancellationToken);
        foreach (var programme in risen)
        {
            if (!since.Contains(programme.Id))
            {
                programme.Stop(UpgradeProgramme.Regained, db.Now);
            }
            else if (credited.Contains(programme.CustomerId))
            {
                programme.Stop(UpgradeProgramme.United, db.Now);
            }
            else
            {
                programme.Succeed(programme.Customer!.Grade, programme.Customer.OwnerId ?? programme.StartedById, db.Now);
            }
        }
    }
}
